/** Review of what goes to the server, how it went, conflicts, and history. */
@NullMarked
package itb.backoffice.shell.review;

import org.jspecify.annotations.NullMarked;
