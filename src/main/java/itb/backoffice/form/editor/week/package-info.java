/** The control for opening hours. */
@NullMarked
package itb.backoffice.form.editor.week;

import org.jspecify.annotations.NullMarked;
