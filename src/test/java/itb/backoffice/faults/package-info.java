/** What goes wrong between the program, its disk and a server, done on purpose: the relay, the killer and the matrix. */
@NullMarked
package itb.backoffice.faults;

import org.jspecify.annotations.NullMarked;
