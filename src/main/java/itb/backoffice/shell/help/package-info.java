/** The sheet of keys, and what is shown when something unexpected happened. */
@NullMarked
package itb.backoffice.shell.help;

import org.jspecify.annotations.NullMarked;
