/** Small pieces that several screens are made of. */
@NullMarked
package itb.backoffice.shell.part;

import org.jspecify.annotations.NullMarked;
