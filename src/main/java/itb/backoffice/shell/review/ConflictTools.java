package itb.backoffice.shell.review;

import itb.backoffice.form.editor.Editors;
import itb.backoffice.form.type.ProfiledForms;
import itb.backoffice.upload.ChangeWords;

/**
 * What a conflict is shown and resolved with.
 *
 * @param words puts values into words
 * @param editors make the controls for a third value, the same as in the form
 * @param forms the fields; asked off the FX thread
 */
public record ConflictTools(ChangeWords words, Editors editors, ProfiledForms forms) {}
