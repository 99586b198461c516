/** Servers: where they are, as whom we sign in, what they allow, and the one class that speaks to them. */
@NullMarked
package itb.backoffice.connection;

import org.jspecify.annotations.NullMarked;
