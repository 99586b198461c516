/** Forms declared once per type: sections, fields and the editors that show them. */
@NullMarked
package itb.backoffice.form;

import org.jspecify.annotations.NullMarked;
