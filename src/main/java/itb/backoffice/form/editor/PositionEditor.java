package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.MapLink;
import itb.backoffice.platform.Browser;
import itb.backoffice.platform.Messages;
import java.net.URI;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A place on the map: two numbers, or a link from a map that is pasted in their place. */
final class PositionEditor implements FieldEditor {
    private static final String LATITUDE = ".latitude";
    private static final String LONGITUDE = ".longitude";

    private final FormModel model;
    private final Field field;
    private final EditorTools tools;
    private final TextField input = new TextField();
    private final Button open = new Button();
    private final Label problem = Inputs.line("danger");
    private final VBox node;
    private boolean showing;
    private Optional<MapLink> shown = Optional.empty();

    PositionEditor(FormModel model, Field field, EditorTools tools) {
        this.model = model;
        this.field = field;
        this.tools = tools;
        Messages messages = tools.messages();
        input.setPromptText(messages.get("form.position.prompt"));
        input.textProperty().addListener((property, old, text) -> {
            if (!showing) {
                typed(text);
            }
        });
        input.focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                show(model.resource());
            }
        });
        open.setText(messages.get("form.position.open"));
        open.setGraphic(new FontIcon(Feather.EXTERNAL_LINK));
        open.setId(field.key() + "-open");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(event -> position(model.resource()).ifPresent(this::open));
        HBox.setHgrow(input, Priority.ALWAYS);
        HBox line = new HBox(8, input, open);
        line.setAlignment(Pos.CENTER_LEFT);
        node = new VBox(4, line, problem);
    }

    private void typed(String text) {
        Optional<MapLink> place = MapLink.read(text);
        boolean empty = text.isBlank();
        problem.setText(empty || place.isPresent() ? "" : tools.messages().get("form.position.unreadable"));
        if (empty) {
            model.edit(field, copy -> Elements.set(copy, field.lead(), null));
        }
        place.ifPresent(found -> model.edit(field, copy -> {
            // Digits that say the same number are not touched.
            put(copy, LONGITUDE, found.longitude());
            put(copy, LATITUDE, found.latitude());
        }));
    }

    private void put(ObjectNode copy, String element, java.math.BigDecimal value) {
        JsonNode there = Elements.get(copy, field.lead() + element);
        if (there == null || !there.isNumber() || there.decimalValue().compareTo(value) != 0) {
            Elements.set(copy, field.lead() + element, DecimalNode.valueOf(value));
        }
    }

    private Optional<MapLink> position(ObjectNode resource) {
        JsonNode latitude = Elements.get(resource, field.lead() + LATITUDE);
        JsonNode longitude = Elements.get(resource, field.lead() + LONGITUDE);
        return latitude != null && longitude != null && latitude.isNumber() && longitude.isNumber()
                ? Optional.of(new MapLink(latitude.decimalValue(), longitude.decimalValue()))
                : Optional.empty();
    }

    private void open(MapLink place) {
        tools.background().run(() -> Browser.show(URI.create(place.link())), shown -> {
            if (!shown) {
                ClipboardContent link = new ClipboardContent();
                link.putString(place.link());
                Clipboard.getSystemClipboard().setContent(link);
                problem.setText(tools.messages().get("form.position.noBrowser"));
            }
        });
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return input;
    }

    @Override
    public void show(ObjectNode resource) {
        Optional<MapLink> place = position(resource);
        open.setDisable(place.isEmpty());
        // What is being typed stays as it is typed; the link that was pasted gives way to what it means.
        boolean typing = input.isFocused()
                && (place.isEmpty()
                        || MapLink.read(input.getText())
                                .filter(place.get()::same)
                                .isPresent())
                && !input.getText().contains("://");
        // What nobody can read stays as well, with the sentence that says so, until the position itself is another.
        boolean unread = !problem.getText().isEmpty()
                && MapLink.read(input.getText()).isEmpty()
                && !input.getText().isBlank()
                && place.equals(shown);
        shown = place;
        if (!typing && !unread) {
            showing = true;
            Inputs.put(input, place.map(MapLink::words).orElse(""));
            problem.setText("");
            showing = false;
        }
    }
}
