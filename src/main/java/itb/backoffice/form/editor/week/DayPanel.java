package itb.backoffice.form.editor.week;

import itb.backoffice.form.hours.Span;
import itb.backoffice.form.hours.WeekWords;
import itb.backoffice.platform.Messages;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The selected day in typed times, with what can be done with the whole day. */
final class DayPanel {
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final WeekDesk desk;
    private final WeekWords words;
    private final Messages messages;
    private final Label heading = new Label();
    private final Label closed;
    private final VBox lines = new VBox(8);
    private final List<SpanLine> shown = new ArrayList<>();
    private final Button add;
    private final Button allDay;
    private final Button close;
    private final MenuButton copy;
    private final VBox node;

    DayPanel(WeekDesk desk, WeekWords words, Messages messages) {
        this.desk = desk;
        this.words = words;
        this.messages = messages;
        heading.getStyleClass().add("field-label");
        closed = new Label(messages.get("form.hours.closed"));
        closed.getStyleClass().add("text-muted");
        closed.managedProperty().bind(closed.visibleProperty());
        add = button("form.hours.add", "hours-add", () -> {
            desk.add(desk.day(), next());
            desk.type();
        });
        allDay = button("form.hours.makeAllDay", "hours-all-day", () -> {
            desk.change(desk.week().with(desk.day(), List.of(Span.wholeDay())));
            desk.select(desk.day(), 0);
        });
        close = button("form.hours.close", "hours-close", () -> {
            desk.change(desk.week().with(desk.day(), List.of()));
            desk.select(desk.day(), -1);
        });
        copy = new MenuButton(messages.get("form.hours.copy"));
        copy.setId("hours-copy");
        copy.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        FlowPane actions = new FlowPane(8, 8, add, allDay, copy, close);
        HBox top = new HBox(8, heading, closed);
        top.setAlignment(Pos.BASELINE_LEFT);
        node = new VBox(8, top, lines, actions);
        node.getStyleClass().add("inset");
    }

    private Button button(String key, String id, Runnable action) {
        Button button = new Button(messages.get(key));
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    Node node() {
        return node;
    }

    /** Hours that go on after the last ones of the day, or usual ones. */
    private Span next() {
        List<Span> spans = desk.week().of(desk.day());
        int from = spans.isEmpty() ? 8 * 60 : Span.snap(spans.getLast().to() + 60);
        int to = spans.isEmpty() ? 16 * 60 : from + 120;
        return to < 24 * 60
                ? Span.of(itb.backoffice.form.hours.Clock.of(from), itb.backoffice.form.hours.Clock.of(to))
                : Span.of("06:00:00", "07:00:00");
    }

    void show() {
        DayOfWeek day = desk.day();
        List<Span> spans = desk.week().of(day);
        heading.setText(words.name(day));
        closed.setVisible(spans.isEmpty());
        while (shown.size() < spans.size()) {
            shown.add(new SpanLine(desk, words, messages, shown.size()));
        }
        for (int i = 0; i < spans.size(); i++) {
            shown.get(i).show(day, spans.get(i));
        }
        List<Node> wanted =
                shown.stream().limit(spans.size()).map(SpanLine::node).toList();
        if (!lines.getChildren().equals(wanted)) {
            lines.getChildren().setAll(wanted);
        }
        close.setDisable(spans.isEmpty());
        allDay.setDisable(spans.size() == 1 && spans.getFirst().allDay());
        fillCopy(day);
    }

    private void fillCopy(DayOfWeek day) {
        copy.getItems().clear();
        copy.setAccessibleText(messages.get("form.hours.copy.accessible", words.within(day)));
        item("form.hours.copy.workdays", "hours-copy-workdays", WORKDAYS);
        item("form.hours.copy.all", "hours-copy-all", EnumSet.allOf(DayOfWeek.class));
        copy.getItems().add(new SeparatorMenuItem());
        for (DayOfWeek other : words.days()) {
            if (other != day) {
                MenuItem item = new MenuItem(words.name(other));
                item.setId("hours-copy-" + other);
                item.setOnAction(event -> desk.change(desk.week().copied(day, List.of(other))));
                copy.getItems().add(item);
            }
        }
    }

    private void item(String key, String id, Set<DayOfWeek> to) {
        MenuItem item = new MenuItem(messages.get(key));
        item.setId(id);
        item.setOnAction(event -> desk.change(desk.week().copied(desk.day(), to)));
        copy.getItems().add(item);
    }

    /** Takes the keyboard to the times of a span, or to the way to add one. */
    void type(int span) {
        if (span >= 0 && span < shown.size()) {
            shown.get(span).type();
        } else {
            add.requestFocus();
        }
    }
}
