/** The validator and the definitions that it works on, packed by the build and read one by one when asked for. */
@NullMarked
package itb.backoffice.validation.engine;

import org.jspecify.annotations.NullMarked;
