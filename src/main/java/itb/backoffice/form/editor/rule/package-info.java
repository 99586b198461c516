/** The control for booking rules. */
@NullMarked
package itb.backoffice.form.editor.rule;

import org.jspecify.annotations.NullMarked;
