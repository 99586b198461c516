/** The controls that show and edit single fields. */
@NullMarked
package itb.backoffice.form.editor;

import org.jspecify.annotations.NullMarked;
