/** The list of drafts. */
@NullMarked
package itb.backoffice.shell.draft;

import org.jspecify.annotations.NullMarked;
