/** What the settings of the portal organisation make patients see. */
@NullMarked
package itb.backoffice.form.portal;

import org.jspecify.annotations.NullMarked;
