/** The declaration of each resource type's form. */
@NullMarked
package itb.backoffice.form.type;

import org.jspecify.annotations.NullMarked;
