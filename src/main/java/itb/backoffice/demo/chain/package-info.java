/** Makes clinic chains up: the same seed and size always give the same resources. */
@NullMarked
package itb.backoffice.demo.chain;

import org.jspecify.annotations.NullMarked;
