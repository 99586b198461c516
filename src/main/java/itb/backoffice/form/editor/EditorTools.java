package itb.backoffice.form.editor;

import itb.backoffice.form.Choices;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import java.util.function.IntSupplier;

/**
 * What editors work with.
 *
 * @param choices what can be picked
 * @param photoLimitKilobytes the setting, asked whenever a picture is taken in
 */
public record EditorTools(Messages messages, Background background, Choices choices, IntSupplier photoLimitKilobytes) {}
