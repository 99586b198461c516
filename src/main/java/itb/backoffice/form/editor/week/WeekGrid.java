package itb.backoffice.form.editor.week;

import itb.backoffice.form.hours.Clock;
import itb.backoffice.form.hours.Span;
import itb.backoffice.form.hours.Week;
import itb.backoffice.form.hours.WeekWords;
import itb.backoffice.platform.Messages;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** Seven days, one below the other, with the hours across. Spans are drawn with the mouse, and led by the arrow keys. */
final class WeekGrid extends Region {
    static final double HEAD = 20;
    static final double ROW = 30;
    static final double NAMES = 48;
    private static final double GAP = 3;
    private static final int FIRST_HOUR = 6, LAST_HOUR = 20;
    private static final double WHOLE_DAY_FROM = 560;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final WeekDesk desk;
    private final WeekWords words;
    private final Messages messages;
    private final WeekDrag drag;
    private final List<DayOfWeek> days;
    private final List<Label> names = new ArrayList<>();
    private final List<Region> tracks = new ArrayList<>();
    private final List<Label> hours = new ArrayList<>();
    private final List<Region> lines = new ArrayList<>();
    private final List<Label> bars = new ArrayList<>();
    private Week drawn = new Week(java.util.Map.of(), List.of());

    WeekGrid(WeekDesk desk, WeekWords words, Messages messages) {
        this.desk = desk;
        this.words = words;
        this.messages = messages;
        this.days = words.days();
        this.drag = new WeekDrag(desk, this);
        getStyleClass().add("week");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        for (DayOfWeek day : days) {
            Label name = new Label(words.shortName(day));
            names.add(name);
            Region track = new Region();
            track.getStyleClass().add("track");
            tracks.add(track);
        }
        for (int hour = 0; hour <= 24; hour++) {
            Label label = new Label(words.hour(hour));
            label.getStyleClass().addAll("text-muted", "hour");
            hours.add(label);
            Region line = new Region();
            line.getStyleClass().add("hour-line");
            line.setMouseTransparent(true);
            lines.add(line);
        }
        getChildren().addAll(names);
        getChildren().addAll(tracks);
        getChildren().addAll(hours);
        getChildren().addAll(lines);
        addEventHandler(MouseEvent.ANY, drag::mouse);
        addEventHandler(KeyEvent.KEY_PRESSED, new WeekKeys(desk, words, drag)::pressed);
    }

    /** Draws the week as it stands. */
    void show() {
        draw(desk.week());
        String name = messages.get("form.hours.name");
        List<Span> spans = desk.week().of(desk.day());
        String span = desk.selected() < 0
                ? ""
                : ". " + messages.get("form.hours.selected", words.span(spans.get(desk.selected())));
        setAccessibleText(name + ". " + words.day(desk.week(), desk.day()) + span);
    }

    /** Draws {@code week}, which may be one that is only being tried. */
    void draw(Week week) {
        drawn = week;
        getChildren().removeAll(bars);
        bars.clear();
        for (DayOfWeek day : days) {
            names.get(days.indexOf(day)).pseudoClassStateChanged(SELECTED, day == desk.day());
            tracks.get(days.indexOf(day)).pseudoClassStateChanged(SELECTED, day == desk.day());
            List<Span> spans = week.of(day);
            for (int i = 0; i < spans.size(); i++) {
                Label bar = new Label();
                // What it says depends on its width, which must not ask for another layout.
                bar.setManaged(false);
                bar.setTextOverrun(OverrunStyle.CLIP);
                bar.setMouseTransparent(true);
                bar.getStyleClass().add("span");
                bar.setMinWidth(2);
                bar.pseudoClassStateChanged(SELECTED, day == desk.day() && i == desk.selected());
                bar.pseudoClassStateChanged(WRONG, spans.get(i).trouble().isPresent());
                bars.add(bar);
            }
        }
        getChildren().addAll(bars);
        requestLayout();
    }

    /** The hours that the axis shows: all of them where there is room, else the usual ones and those in use. */
    private int firstHour() {
        double first = FIRST_HOUR * 60;
        for (Span span : all()) {
            first = span.allDay() ? first : Math.min(first, span.from());
        }
        return getWidth() >= WHOLE_DAY_FROM ? 0 : (int) Math.floor(first / 60);
    }

    private int lastHour() {
        double last = LAST_HOUR * 60;
        for (Span span : all()) {
            last = span.allDay() ? last : Math.max(last, span.to());
        }
        return getWidth() >= WHOLE_DAY_FROM ? 24 : (int) Math.ceil(last / 60);
    }

    private List<Span> all() {
        List<Span> all = new ArrayList<>();
        desk.week().days().values().forEach(all::addAll);
        return all;
    }

    /** How many minutes a width on the screen is. */
    double minutes(double width) {
        return width / Math.max(1, getWidth() - NAMES) * (lastHour() - firstHour()) * 60;
    }

    /** The minute at a place across; outside of the axis its nearest end. */
    double minuteAt(double x) {
        return Math.clamp(firstHour() * 60 + minutes(x - NAMES), 0, Clock.DAY);
    }

    private double x(double minute) {
        double first = firstHour() * 60;
        double all = (lastHour() - firstHour()) * 60;
        return NAMES + Math.clamp((minute - first) / all, 0, 1) * (getWidth() - NAMES);
    }

    /** The day at a place down. */
    DayOfWeek dayAt(double y) {
        return days.get(Math.clamp((int) Math.floor((y - HEAD) / ROW), 0, 6));
    }

    /** The number of the span at a place in its day, or -1. */
    int spanAt(double x, double y) {
        DayOfWeek day = dayAt(y);
        int number = 0;
        for (DayOfWeek before : days.subList(0, days.indexOf(day))) {
            number += drawn.of(before).size();
        }
        for (int i = drawn.of(day).size() - 1; i >= 0; i--) {
            Node bar = bars.get(number + i);
            if (bar.getBoundsInParent().contains(x, y)) {
                return i;
            }
        }
        return -1;
    }

    /** Where the drawn ends of a span are across. */
    double[] ends(Span span) {
        return new double[] {x(span.from()), x(span.to())};
    }

    @Override
    protected void layoutChildren() {
        int number = 0;
        for (int d = 0; d < days.size(); d++) {
            double top = HEAD + d * ROW;
            names.get(d).resizeRelocate(0, top, NAMES, ROW);
            tracks.get(d).resizeRelocate(NAMES, top + 1, getWidth() - NAMES, ROW - 2);
            List<Span> spans = drawn.of(days.get(d));
            List<Integer> lanes = lanes(spans);
            int most = lanes.stream().mapToInt(lane -> lane + 1).max().orElse(1);
            double height = (ROW - 2 * GAP) / most;
            for (int i = 0; i < spans.size(); i++) {
                double from = x(spans.get(i).from());
                double width = Math.max(4, x(spans.get(i).to()) - from);
                Label bar = bars.get(number++);
                bar.setText(fitting(bar, spans.get(i), width));
                bar.resizeRelocate(from, top + GAP + lanes.get(i) * height, width, height);
            }
        }
        axis();
    }

    /** As much of the times as there is room for; never half of one. */
    private String fitting(Label bar, Span span, double width) {
        for (String text : words.shorter(span)) {
            bar.setText(text);
            if (bar.prefWidth(-1) <= width) {
                return text;
            }
        }
        return "";
    }

    private void axis() {
        int every = (getWidth() - NAMES) / Math.max(1, lastHour() - firstHour()) < 22 ? 2 : 1;
        for (int hour = 0; hour <= 24; hour++) {
            boolean there = hour >= firstHour() && hour <= lastHour();
            Label label = hours.get(hour);
            label.setVisible(there && hour % every == 0);
            double width = label.prefWidth(-1);
            double at = x(hour * 60);
            label.resizeRelocate(Math.min(getWidth() - width, at - width / 2), 0, width, HEAD);
            lines.get(hour).setVisible(there);
            lines.get(hour).resizeRelocate(Math.min(getWidth() - 1, at), HEAD, 1, 7 * ROW);
        }
    }

    /** Spans that overlap are drawn one above the other. */
    private static List<Integer> lanes(List<Span> spans) {
        List<Integer> lanes = new ArrayList<>();
        for (Span span : spans) {
            int lane = 0;
            for (boolean free = false; !free; ) {
                free = true;
                for (int i = 0; i < lanes.size(); i++) {
                    if (lanes.get(i) == lane && spans.get(i).overlaps(span)) {
                        free = false;
                    }
                }
                lane += free ? 0 : 1;
            }
            lanes.add(lane);
        }
        return lanes;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEAD + 7 * ROW;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 200;
    }
}
