/** Rules that hold for the whole program. */
@NullMarked
package itb.backoffice;

import org.jspecify.annotations.NullMarked;
