/** The control for pictures. */
@NullMarked
package itb.backoffice.form.editor.picture;

import org.jspecify.annotations.NullMarked;
