package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.FormModel.Note;
import itb.backoffice.form.LeafTypes;
import itb.backoffice.form.LeafTypes.Type;
import itb.backoffice.form.Missing;
import itb.backoffice.form.OtherData;
import itb.backoffice.form.OtherData.Entry;
import itb.backoffice.form.OtherData.Leaf;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Fix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a resource has and its form has no field for: each thing by its name, to be changed where its type is known, or removed. */
final class OtherPage extends ScrollPane {
    private final FormModel model;
    private final EditorTools tools;
    private final Messages messages;
    private final VBox notes = new VBox(4);
    private final VBox cards = new VBox(16);
    private final Map<String, OtherCard> shown = new HashMap<>();
    private final Map<Missing, Node> offered = new HashMap<>();
    private Set<String> known = Set.of();
    private boolean adding;

    /** What was looked up of a version, off the FX thread. */
    private record Known(
            ObjectNode of, List<Entry> entries, List<Entry> gone, List<Missing> missing, Map<String, Type> types) {
        Set<String> pointers() {
            return entries.stream()
                    .flatMap(entry -> entry.leaves().stream())
                    .map(Leaf::pointer)
                    .collect(Collectors.toSet());
        }
    }

    OtherPage(FormModel model, EditorTools tools, Runnable showJson) {
        this.model = model;
        this.tools = tools;
        this.messages = tools.messages();
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("form-view");
        Label about = new Label(messages.get("form.other.about"));
        about.getStyleClass().addAll("text-muted", "hint");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        notes.managedProperty().bind(notes.visibleProperty());
        Button json = new Button(messages.get("form.json.show"));
        json.setId("json-show");
        json.setOnAction(event -> showJson.run());
        VBox page = new VBox(16, about, notes, cards, json);
        page.setPadding(new Insets(16, 24, 24, 24));
        page.setMaxWidth(860);
        setContent(page);
        showNotes();
        show();
    }

    /** Shows what is there now. */
    void show() {
        ObjectNode now = model.resource();
        tools.background().latest(this, () -> look(now), known -> {
            if (model.resource() == known.of()) {
                show(known);
            }
        });
    }

    private Known look(ObjectNode now) {
        List<Entry> entries = OtherData.of(model.form(), now);
        LeafTypes types = new LeafTypes(tools.shapes());
        Map<String, Type> found = new HashMap<>();
        entries.stream()
                .flatMap(entry -> entry.leaves().stream())
                .forEach(leaf -> found.put(leaf.pointer(), types.of(now, leaf.pointer())));
        List<Entry> gone = new ArrayList<>();
        ObjectNode base = model.base();
        if (base != null) {
            List<String> there = entries.stream().map(Entry::path).toList();
            OtherData.of(model.form(), base).stream()
                    .filter(entry -> !there.contains(entry.path()) && Elements.get(now, entry.path()) == null)
                    .forEach(gone::add);
        }
        // What was taken away a moment ago is offered back, not anew.
        List<String> away = gone.stream().map(Entry::path).toList();
        List<Missing> missing = Missing.of(model.form(), now, tools.shapes()).stream()
                .filter(each -> away.stream().noneMatch(each.path()::startsWith))
                .toList();
        return new Known(now, entries, gone, missing, found);
    }

    private void show(Known current) {
        showCards(current);
        if (adding) {
            adding = false;
            Set<String> fresh = new HashSet<>(current.pointers());
            fresh.removeAll(known);
            shown.values().forEach(card -> card.focus(fresh));
        }
        known = current.pointers();
    }

    private void showCards(Known known) {
        List<OtherCard> current = new ArrayList<>();
        for (Entry entry : known.entries()) {
            OtherCard card = shown.get(entry.pointer());
            if (card == null || !card.fits(entry)) {
                card = new OtherCard(model, entry, known.types(), messages);
            }
            card.show(entry);
            current.add(card);
        }
        shown.clear();
        current.forEach(card -> shown.put(card.entry().pointer(), card));
        List<Node> all = new ArrayList<>(current);
        known.gone().forEach(entry -> all.add(OtherCard.gone(model, entry, messages)));
        // The same nodes for as long as they are there: new ones would take the keyboard from what is typed above.
        offered.keySet().retainAll(known.missing());
        known.missing().forEach(each -> all.add(offered.computeIfAbsent(each, this::offer)));
        if (all.isEmpty()) {
            all.add(new Label(messages.get("form.other.none")));
        }
        if (!cards.getChildren().equals(all)) {
            cards.getChildren().setAll(all);
        }
    }

    private Node offer(Missing missing) {
        return OtherOffer.of(missing, messages, () -> {
            adding = true;
            model.edit(Field.of("other " + missing.path(), missing.path(), Field.Kind.TEXT), missing::add);
        });
    }

    /** The button goes with its finding: the keyboard stays on the page, and Ctrl+Z with it. */
    private void mend(Fix fix) {
        requestFocus();
        model.mend(fix);
    }

    /** Shows the findings that belong to no field. */
    void showNotes() {
        List<Note> current = model.notes().getOrDefault("", List.of());
        notes.getChildren()
                .setAll(current.stream()
                        .map(note -> NoteView.of(note, messages, this::mend))
                        .toList());
        notes.setVisible(!current.isEmpty());
    }
}
