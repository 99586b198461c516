package itb.backoffice.form.editor.week;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.Readable;
import itb.backoffice.form.editor.FieldEditor;
import itb.backoffice.form.hours.Hours;
import itb.backoffice.form.hours.Span;
import itb.backoffice.form.hours.Week;
import itb.backoffice.form.hours.WeekWords;
import itb.backoffice.platform.Messages;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Opening hours: the week to see and drag, and under it the selected day to type. */
public final class WeekEditor implements FieldEditor, WeekDesk {
    private final FormModel model;
    private final Field field;
    private final Messages messages;
    private final WeekWords words;
    private final WeekGrid grid;
    private final DayPanel panel;
    private final VBox said = new VBox(4);
    private final VBox node;
    private JsonNode array = MissingNode.getInstance();
    private Week week = Week.of(array);
    private DayOfWeek day;
    private int selected = -1;

    /** The hours that {@code field} leads to. */
    public WeekEditor(FormModel model, Field field, Messages messages) {
        this.model = model;
        this.field = field;
        this.messages = messages;
        this.words = new WeekWords(messages);
        this.day = words.days().getFirst();
        this.grid = new WeekGrid(this, words, messages);
        this.panel = new DayPanel(this, words, messages);
        said.managedProperty().bind(said.visibleProperty());
        Label keys = new Label(messages.get("form.hours.keys"));
        keys.getStyleClass().addAll("text-muted", "hint");
        keys.setWrapText(true);
        keys.setMinHeight(Region.USE_PREF_SIZE);
        node = new VBox(8, grid, panel.node(), said, keys);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return grid;
    }

    @Override
    public void show(ObjectNode resource) {
        JsonNode there = Elements.get(resource, field.paths().getFirst());
        array = there == null ? MissingNode.getInstance() : there;
        week = Week.of(array);
        selected = Math.min(selected, week.of(day).size() - 1);
        refresh();
        say();
    }

    private void refresh() {
        grid.show();
        panel.show();
    }

    private void say() {
        List<Node> lines = new ArrayList<>();
        words.troubles(week).forEach(text -> lines.add(line(text)));
        for (Week.Odd odd : week.odd()) {
            Button remove = new Button(messages.get("form.hours.odd.remove"));
            remove.getStyleClass().add("small");
            remove.setMinWidth(Region.USE_PREF_SIZE);
            remove.setOnAction(event -> write(Hours.without(array, odd.element())));
            HBox line = line(messages.get(
                    odd.day().isEmpty() ? "form.hours.odd" : "form.hours.odd.day",
                    Readable.words(odd.value()),
                    odd.day()));
            line.getChildren().add(remove);
            lines.add(line);
        }
        said.getChildren().setAll(lines);
        said.setVisible(!lines.isEmpty());
    }

    private static HBox line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(8, new FontIcon(Feather.ALERT_TRIANGLE), label);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().addAll("note", "warning");
        return line;
    }

    private void write(ArrayNode hours) {
        String path = field.paths().getFirst();
        model.edit(field, copy -> Elements.set(copy, path, hours.isEmpty() ? null : hours));
    }

    @Override
    public Week week() {
        return week;
    }

    @Override
    public DayOfWeek day() {
        return day;
    }

    @Override
    public int selected() {
        return selected;
    }

    @Override
    public void select(DayOfWeek newDay, int span) {
        day = newDay;
        selected = Math.min(span, week.of(newDay).size() - 1);
        refresh();
    }

    @Override
    public void replace(DayOfWeek of, Span old, List<Span> by) {
        change(week.replace(of, old, by));
        find(of, by);
    }

    @Override
    public void add(DayOfWeek to, Span span) {
        List<Span> spans = new ArrayList<>(week.of(to));
        spans.add(span);
        change(week.with(to, spans));
        find(to, List.of(span));
    }

    /** A span that was changed may stand elsewhere in its day now. */
    private void find(DayOfWeek of, List<Span> spans) {
        int at = -1;
        List<Span> now = week.of(of);
        for (int i = 0; i < now.size() && !spans.isEmpty(); i++) {
            if (now.get(i).sameTimes(spans.getFirst())) {
                at = i;
            }
        }
        select(of, at);
    }

    @Override
    public void change(Week other) {
        write(Hours.write(array, other));
    }

    @Override
    public void type() {
        panel.type(selected);
    }
}
