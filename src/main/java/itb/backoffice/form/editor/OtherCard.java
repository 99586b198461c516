package itb.backoffice.form.editor;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.LeafTypes.Type;
import itb.backoffice.form.OtherData.Entry;
import itb.backoffice.form.OtherData.Leaf;
import itb.backoffice.form.Readable;
import itb.backoffice.platform.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One thing that the form has no field for: its name, its values and the way to be rid of it. */
final class OtherCard extends VBox {
    private static final int FEW = 20;

    private final FormModel model;
    private final Messages messages;
    private final Field field;
    private final Label name = new Label();
    private final Button revert = new Button();
    private final List<LeafEditor> leaves = new ArrayList<>();
    private Entry entry;

    OtherCard(FormModel model, Entry entry, Map<String, Type> types, Messages messages) {
        super(8);
        this.model = model;
        this.entry = entry;
        this.messages = messages;
        this.field = field(entry);
        getStyleClass().add("inset");
        name.getStyleClass().add("field-label");
        name.setTooltip(new Tooltip(entry.path()));
        name.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        revert.setText(messages.get("form.revert"));
        revert.getStyleClass().addAll("flat", "small", "accent", "revert");
        revert.setAccessibleText(messages.get("form.revert.accessible", entry.name()));
        revert.setMinWidth(Region.USE_PREF_SIZE);
        revert.managedProperty().bind(revert.visibleProperty());
        revert.setOnAction(event -> model.revert(field));
        Button remove = new Button(messages.get("form.other.remove"));
        remove.getStyleClass().addAll("flat", "small");
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setAccessibleText(messages.get("form.concepts.remove", entry.name()));
        remove.setOnAction(event -> model.edit(field, copy -> remove(copy, this.entry.pointer())));
        remove.setVisible(!entry.server());
        remove.setManaged(!entry.server());
        HBox head = new HBox(8, name, revert, space, remove);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(30);
        getChildren().add(head);
        List<Leaf> all = entry.leaves();
        for (Leaf leaf : all) {
            Type type = entry.server() ? Type.UNKNOWN : types.getOrDefault(leaf.pointer(), Type.UNKNOWN);
            LeafEditor editor = new LeafEditor(leaf, type, messages, value -> write(leaf.pointer(), value));
            editor.call(name(entry, messages));
            leaves.add(editor);
        }
        show(0, FEW);
    }

    /** Long lists are shown bit by bit: nobody reads five hundred prices at once. */
    private void show(int from, int to) {
        List<Node> rows = new ArrayList<>();
        leaves.subList(from, Math.min(to, leaves.size())).forEach(leaf -> rows.add(leaf.node()));
        getChildren().addAll(rows);
        if (to < leaves.size()) {
            Hyperlink more = new Hyperlink(messages.get("form.other.more", leaves.size() - to));
            more.setOnAction(event -> {
                getChildren().remove(more);
                show(to, to * 4);
            });
            getChildren().add(more);
        }
    }

    private static Field field(Entry entry) {
        return Field.of("other " + entry.path(), entry.path(), Field.Kind.TEXT);
    }

    /** What people call it, where they have a word for it. */
    private static String name(Entry entry, Messages messages) {
        String type = entry.value().path("resourceType").asText("");
        String key = "form.other.name." + (type.isEmpty() ? entry.path() : type);
        return messages.has(key) ? messages.get(key) : entry.name();
    }

    /** The words of the language for those names of elements that are seen often; the element's own name for others. */
    static String words(List<String> names, Messages messages) {
        return names.stream()
                .map(part -> {
                    String key = Readable.key(part);
                    return messages.has(key) ? messages.get(key) : part;
                })
                .collect(Collectors.joining(" › "));
    }

    /** A line for what the server has and the draft has not any more. */
    static Node gone(FormModel model, Entry entry, Messages messages) {
        Label words = new Label("● " + messages.get("form.other.gone", name(entry, messages)));
        words.getStyleClass().add("field-label");
        words.setWrapText(true);
        Button back = new Button(messages.get("form.other.back"));
        back.getStyleClass().addAll("flat", "small", "accent");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(event -> model.revert(field(entry)));
        HBox line = new HBox(8, words, back);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("inset");
        return line;
    }

    Entry entry() {
        return entry;
    }

    /** The keyboard goes to the first value of those at {@code pointers}. */
    void focus(Set<String> pointers) {
        List<Leaf> all = entry.leaves();
        for (int i = 0; i < all.size(); i++) {
            if (pointers.contains(all.get(i).pointer())) {
                leaves.get(i).focus();
                return;
            }
        }
    }

    /** Whether this card's rows can show {@code other}. */
    boolean fits(Entry other) {
        return entry.path().equals(other.path())
                && entry.leaves().stream()
                        .map(Leaf::pointer)
                        .toList()
                        .equals(other.leaves().stream().map(Leaf::pointer).toList());
    }

    void show(Entry current) {
        entry = current;
        List<Leaf> now = current.leaves();
        for (int i = 0; i < leaves.size(); i++) {
            leaves.get(i).show(now.get(i).value());
        }
        boolean changed =
                current.value().equals(Elements.get(model.resource(), current.path())) && model.changed(field);
        name.setText((changed ? "● " : "") + name(current, messages));
        revert.setVisible(changed);
    }

    private void write(String pointer, JsonNode value) {
        model.edit(field, copy -> {
            JsonPointer at = JsonPointer.compile(pointer);
            if (copy.at(at.head()) instanceof ObjectNode parent) {
                parent.set(at.last().getMatchingProperty(), value);
            } else if (copy.at(at.head()) instanceof ArrayNode parent) {
                parent.set(at.last().getMatchingIndex(), value);
            }
        });
    }

    /** Takes away what is at {@code pointer}, and what is left empty by that: FHIR knows no empty lists. */
    private static void remove(ObjectNode copy, String pointer) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.remove(at.last().getMatchingProperty());
        } else if (parent instanceof ArrayNode items) {
            items.remove(at.last().getMatchingIndex());
        }
        if (parent.isEmpty() && !at.head().matches()) {
            remove(copy, at.head().toString());
        }
    }
}
