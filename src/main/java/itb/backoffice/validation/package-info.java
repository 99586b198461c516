/** Profiles and the validator: findings in the user's words, without a network. */
@NullMarked
package itb.backoffice.validation;

import org.jspecify.annotations.NullMarked;
