/** The picture of the portal that follows its settings. */
@NullMarked
package itb.backoffice.form.editor.portal;

import org.jspecify.annotations.NullMarked;
