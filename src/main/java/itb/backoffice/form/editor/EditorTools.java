package itb.backoffice.form.editor;

import itb.backoffice.form.Choices;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.shape.Shapes;
import java.util.function.IntSupplier;

/**
 * What editors work with.
 *
 * @param choices what can be picked
 * @param photoLimitKilobytes the setting, asked whenever a picture is taken in
 * @param shapes what the profiles in use say, for what no field is declared for; asked off the FX thread
 */
public record EditorTools(
        Messages messages, Background background, Choices choices, IntSupplier photoLimitKilobytes, Shapes shapes) {}
