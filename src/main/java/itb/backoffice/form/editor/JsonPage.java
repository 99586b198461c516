package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.FormModel;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The resource as it would be sent, to be read and copied; pictures only say how long they are. */
final class JsonPage extends VBox {
    private final FormModel model;
    private final TextArea text = new TextArea();

    JsonPage(FormModel model, Messages messages, Runnable back) {
        super(8);
        this.model = model;
        setPadding(new Insets(16, 24, 24, 24));
        Label about = new Label(messages.get("form.json.about"));
        about.getStyleClass().addAll("text-muted", "hint");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        about.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(about, Priority.ALWAYS);
        Button copy = new Button(messages.get("form.json.copy"), new FontIcon(Feather.COPY));
        copy.setId("json-copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(Json.pretty(model.resource()));
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button close = new Button(messages.get("form.json.close"));
        close.setId("json-close");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> back.run());
        HBox head = new HBox(8, about, copy, close);
        head.setAlignment(Pos.CENTER_LEFT);
        text.setEditable(false);
        text.setId("json");
        text.setAccessibleText(messages.get("form.json.about"));
        text.getStyleClass().add("json");
        VBox.setVgrow(text, Priority.ALWAYS);
        getChildren().addAll(head, text);
        show();
    }

    /** Shows what is there now. */
    void show() {
        ObjectNode now = model.resource().deepCopy();
        shorten(now);
        String pretty = Json.pretty(now);
        if (!pretty.equals(text.getText())) {
            text.setText(pretty);
        }
    }

    private static void shorten(com.fasterxml.jackson.databind.JsonNode node) {
        if (node instanceof ObjectNode object && object.path("data").asText("").length() > 200) {
            String data = object.path("data").asText();
            object.put("data", data.substring(0, 40) + "… (" + data.length() + ")");
        }
        node.forEach(JsonPage::shorten);
    }

    /** Puts the keyboard into the text. */
    void focus() {
        text.requestFocus();
    }
}
