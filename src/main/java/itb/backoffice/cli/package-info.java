/** The commands of the command line. */
@NullMarked
package itb.backoffice.cli;

import org.jspecify.annotations.NullMarked;
