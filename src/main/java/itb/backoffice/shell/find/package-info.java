/** The search over everything, which lies over the window. */
@NullMarked
package itb.backoffice.shell.find;

import org.jspecify.annotations.NullMarked;
