package itb.backoffice.form.editor.week;

import atlantafx.base.theme.Styles;
import itb.backoffice.form.hours.Clock;
import itb.backoffice.form.hours.Span;
import itb.backoffice.form.hours.Span.Trouble;
import itb.backoffice.form.hours.WeekWords;
import itb.backoffice.platform.Messages;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One span of the selected day, typed. What cannot be is refused with the reason, and the text stays to be mended. */
final class SpanLine {
    private final WeekDesk desk;
    private final WeekWords words;
    private final Messages messages;
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final CheckBox allDay = new CheckBox();
    private final Button delete = new Button(null, new FontIcon(Feather.TRASH_2));
    private final Label problem = new Label();
    private final Button split = new Button();
    private final VBox node;
    private DayOfWeek day;
    private Span span = Span.wholeDay();
    private boolean showing;

    SpanLine(WeekDesk desk, WeekWords words, Messages messages, int number) {
        this.desk = desk;
        this.words = words;
        this.messages = messages;
        this.day = desk.day();
        input(from, "hours-from-" + number);
        input(to, "hours-to-" + number);
        allDay.setText(messages.get("form.hours.allDay"));
        allDay.setId("hours-whole-" + number);
        allDay.setMinWidth(Region.USE_PREF_SIZE);
        allDay.selectedProperty().addListener((property, old, on) -> {
            if (!showing) {
                desk.replace(day, span, List.of(on ? span.allDayLong() : span.at("08:00:00", "16:00:00")));
            }
        });
        delete.getStyleClass().addAll("flat", "button-icon");
        delete.setId("hours-delete-" + number);
        delete.setOnAction(event -> desk.replace(day, span, List.of()));
        problem.getStyleClass().addAll("danger", "hint");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        split.setText(messages.get("form.hours.split"));
        split.getStyleClass().add("small");
        split.setId("hours-split-" + number);
        split.managedProperty().bind(split.visibleProperty());
        split.setVisible(false);
        split.setOnAction(event -> split());
        Label dash = new Label("–");
        dash.visibleProperty().bind(from.visibleProperty());
        dash.managedProperty().bind(from.visibleProperty());
        HBox line = new HBox(8, from, dash, to, allDay, delete);
        line.setAlignment(Pos.CENTER_LEFT);
        node = new VBox(4, line, problem, split);
    }

    private void input(TextField input, String id) {
        input.setId(id);
        input.setPrefColumnCount(5);
        input.setMaxWidth(84);
        input.managedProperty().bind(input.visibleProperty());
        input.setOnAction(event -> commit());
        input.focusedProperty().addListener((property, old, focused) -> {
            if (focused) {
                desk.select(day, desk.week().of(day).indexOf(span));
            } else {
                commit();
            }
        });
        input.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && changed()) {
                put();
                event.consume();
            }
        });
    }

    Node node() {
        return node;
    }

    void type() {
        Node target = span.allDay() ? allDay : from;
        target.requestFocus();
    }

    void show(DayOfWeek newDay, Span newSpan) {
        boolean same = day == newDay && span.sameTimes(newSpan);
        day = newDay;
        span = newSpan;
        if (!same) {
            put();
        }
        String name = words.name(day) + " " + words.span(span);
        from.setAccessibleText(messages.get("form.hours.from", words.within(day)));
        to.setAccessibleText(messages.get("form.hours.to", words.within(day)));
        allDay.setAccessibleText(messages.get("form.hours.allDay") + ", " + words.within(day));
        delete.setAccessibleText(messages.get("form.hours.delete", name));
        delete.setTooltip(new javafx.scene.control.Tooltip(messages.get("form.hours.delete", name)));
    }

    private void put() {
        showing = true;
        from.setText(words.time(span.start()));
        to.setText(words.time(span.end()));
        allDay.setSelected(span.allDay());
        from.setVisible(!span.allDay());
        to.setVisible(!span.allDay());
        showing = false;
        say(Optional.empty());
    }

    private boolean changed() {
        return !from.getText().equals(words.time(span.start())) || !to.getText().equals(words.time(span.end()));
    }

    private void commit() {
        if (showing || span.allDay() || !changed()) {
            return;
        }
        String start = time(from, span.start());
        String end = time(to, span.end());
        Optional<Trouble> trouble = Span.trouble(start, end);
        if (trouble.isEmpty() && Clock.second(end).orElse(0) == 0) {
            // Typed midnight: a day ends with its last minute, which every portal understands.
            end = Clock.LAST;
        }
        say(trouble);
        if (trouble.isEmpty()) {
            desk.replace(day, span, List.of(span.at(start, end)));
        }
    }

    /** What was typed; the exact time as it came where nothing else was typed. */
    private String time(TextField input, String was) {
        String text = input.getText();
        return text.equals(words.time(was)) ? was : Clock.typed(text).orElse(text.strip());
    }

    private void say(Optional<Trouble> trouble) {
        problem.setText(trouble.map(one ->
                        messages.get("form.hours.refused." + one, words.within(day.plus(1)), words.time(Clock.LAST)))
                .orElse(""));
        split.setVisible(trouble.equals(Optional.of(Trouble.PAST_MIDNIGHT)));
        boolean wrong = trouble.isPresent();
        boolean atStart = trouble.filter(one -> one == Trouble.NO_START).isPresent();
        from.pseudoClassStateChanged(Styles.STATE_DANGER, atStart);
        to.pseudoClassStateChanged(Styles.STATE_DANGER, wrong && !atStart);
        to.setAccessibleHelp(problem.getText());
    }

    private void split() {
        String start = time(from, span.start());
        String end = time(to, span.end());
        DayOfWeek next = day.plus(1);
        List<Span> rest = new java.util.ArrayList<>(desk.week().of(next));
        rest.add(Span.of(Clock.of(0), end));
        desk.change(desk.week()
                .replace(day, span, List.of(span.at(start, Clock.LAST)))
                .with(next, rest));
    }
}
