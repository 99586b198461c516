/** The screen of connections: which servers there are, and what each allows. */
@NullMarked
package itb.backoffice.shell.connection;

import org.jspecify.annotations.NullMarked;
