package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Addresses;
import itb.backoffice.form.Addresses.Part;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Street, postal code, town and country; and the address on one line where it came with one of its own. */
final class AddressEditor implements FieldEditor {
    private final FormModel model;
    private final Field field;
    private final Messages messages;
    private final TextArea street = new TextArea();
    private final TextField postalCode = new TextField();
    private final TextField town = new TextField();
    private final TextField oneLine = new TextField();
    private final CountryBox country;
    private final VBox ownLine;
    private final VBox node;
    private boolean showing;

    AddressEditor(FormModel model, Field field, Messages messages) {
        this.model = model;
        this.field = field;
        this.messages = messages;
        country = new CountryBox(messages.locale(), code -> write(Part.COUNTRY, code));
        street.setPrefRowCount(2);
        street.setWrapText(true);
        Inputs.leaveWithTab(street);
        postalCode.setPrefColumnCount(6);
        postalCode.setMinWidth(80);
        listen(street, Part.STREET);
        listen(postalCode, Part.POSTAL_CODE);
        listen(town, Part.TOWN);
        listen(oneLine, Part.ONE_LINE);
        VBox townBox = labelled("town", town);
        HBox.setHgrow(townBox, Priority.ALWAYS);
        ownLine = labelled("oneLine", oneLine);
        ownLine.managedProperty().bind(ownLine.visibleProperty());
        node = new VBox(
                8,
                labelled("street", street),
                new HBox(8, labelled("postalCode", postalCode), townBox),
                labelled("country", country),
                ownLine);
    }

    private VBox labelled(String key, javafx.scene.control.Control input) {
        Label label = new Label(messages.get("form.address." + key));
        label.getStyleClass().addAll("hint", "text-muted");
        label.setLabelFor(input);
        input.setAccessibleText(messages.get("form.address." + key));
        input.setId(field.key() + "-" + key);
        return new VBox(2, label, input);
    }

    private void listen(TextInputControl input, Part part) {
        input.textProperty().addListener((property, old, text) -> {
            if (!showing) {
                write(part, text);
            }
        });
    }

    private void write(Part part, String text) {
        model.edit(field, copy -> {
            ObjectNode address = Elements.get(copy, field.lead()) instanceof ObjectNode there ? there : Json.object();
            Addresses.set(address, part, text);
            Elements.set(copy, field.lead(), address.isEmpty() ? null : address);
        });
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return street;
    }

    @Override
    public void show(ObjectNode resource) {
        JsonNode there = Elements.get(resource, field.lead());
        JsonNode address = there == null ? MissingNode.getInstance() : there;
        showing = true;
        String lines = Addresses.get(address, Part.STREET);
        if (!street.isFocused() || !lines.equals(street.getText().stripTrailing())) {
            Inputs.put(street, lines);
        }
        Inputs.put(postalCode, Addresses.get(address, Part.POSTAL_CODE));
        Inputs.put(town, Addresses.get(address, Part.TOWN));
        Inputs.put(oneLine, Addresses.get(address, Part.ONE_LINE));
        country.show(Addresses.get(address, Part.COUNTRY));
        ownLine.setVisible(Addresses.speaksForItself(address) || oneLine.isFocused());
        showing = false;
    }
}
