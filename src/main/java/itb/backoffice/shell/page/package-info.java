/** The pages of the chain: for each kind of thing its table, what can be done with its rows, and the form beside it. */
@NullMarked
package itb.backoffice.shell.page;

import org.jspecify.annotations.NullMarked;
