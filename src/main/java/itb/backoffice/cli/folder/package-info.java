/** A chain as files in a folder, made for version control: fetched, compared with the server, and sent. */
@NullMarked
package itb.backoffice.cli.folder;

import org.jspecify.annotations.NullMarked;
