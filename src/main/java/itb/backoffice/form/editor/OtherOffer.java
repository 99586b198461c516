package itb.backoffice.form.editor;

import itb.backoffice.form.Missing;
import itb.backoffice.platform.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A line for what the profile in use has a place for and the resource has not: the way to add it. */
final class OtherOffer {
    private OtherOffer() {}

    static Node of(Missing missing, Messages messages, Runnable add) {
        String words = OtherCard.words(missing.names(), messages);
        Label name = new Label(words);
        name.getStyleClass().add("field-label");
        name.setTooltip(new Tooltip(missing.path()));
        name.setWrapText(true);
        Label why = Inputs.line("text-muted");
        why.setText(messages.get(missing.required() ? "form.other.asked" : "form.other.possible"));
        VBox texts = new VBox(2, name, why);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Button button = new Button(messages.get("form.other.add"));
        button.getStyleClass().addAll("flat", "small", "accent");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(messages.get("form.other.add.accessible", words));
        button.setOnAction(event -> add.run());
        HBox line = new HBox(8, texts, button);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("inset");
        return line;
    }
}
