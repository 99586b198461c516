/** What the profiles in use say of single elements: types, how many, which codes, what may be referred to. */
@NullMarked
package itb.backoffice.validation.shape;

import org.jspecify.annotations.NullMarked;
