/** Booking rules as sentences with a number in them, and what contradicts itself. */
@NullMarked
package itb.backoffice.form.rules;

import org.jspecify.annotations.NullMarked;
