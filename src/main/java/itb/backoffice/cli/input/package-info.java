/** What a command is given to look at: files, folders, standard input, and the resources in them, one after the other. */
@NullMarked
package itb.backoffice.cli.input;

import org.jspecify.annotations.NullMarked;
