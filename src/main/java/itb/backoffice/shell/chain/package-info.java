/** The chain as the window knows it: what was downloaded, what is drafted, what was found. */
@NullMarked
package itb.backoffice.shell.chain;

import org.jspecify.annotations.NullMarked;
