package itb.backoffice.form.editor.week;

import itb.backoffice.form.hours.Clock;
import itb.backoffice.form.hours.Span;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Makes, moves and resizes spans with the mouse. What is dragged is tried on the week and counts when the button is let go. */
final class WeekDrag {
    private static final double EDGE = 7;
    private static final double A_MOVE = 3;

    private enum Part {
        NEW,
        WHOLE,
        START,
        END
    }

    private record Hold(DayOfWeek day, @Nullable Span span, Part part, double x) {}

    private final WeekDesk desk;
    private final WeekGrid grid;
    private @Nullable Hold hold;
    private @Nullable Span tried;

    WeekDrag(WeekDesk desk, WeekGrid grid) {
        this.desk = desk;
        this.grid = grid;
    }

    void mouse(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_MOVED) {
            grid.setCursor(cursor(event.getX(), event.getY()));
        } else if (event.getButton() != MouseButton.PRIMARY) {
            return;
        } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED && event.getY() >= WeekGrid.HEAD) {
            press(event.getX(), event.getY());
            event.consume();
        } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            move(event.getX());
            event.consume();
        } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
            release();
            event.consume();
        }
    }

    private Cursor cursor(double x, double y) {
        int at = y < WeekGrid.HEAD ? -1 : grid.spanAt(x, y);
        if (at < 0) {
            return x > WeekGrid.NAMES && y > WeekGrid.HEAD ? Cursor.CROSSHAIR : Cursor.DEFAULT;
        }
        return part(desk.week().of(grid.dayAt(y)).get(at), x) == Part.WHOLE ? Cursor.MOVE : Cursor.H_RESIZE;
    }

    private Part part(Span span, double x) {
        double[] ends = grid.ends(span);
        double edge = Math.min(EDGE, (ends[1] - ends[0]) / 3);
        if (span.allDay()) {
            return Part.WHOLE;
        }
        return x - ends[0] <= edge ? Part.START : ends[1] - x <= edge ? Part.END : Part.WHOLE;
    }

    private void press(double x, double y) {
        grid.requestFocus();
        DayOfWeek day = grid.dayAt(y);
        int at = grid.spanAt(x, y);
        desk.select(day, at);
        tried = null;
        Span span = at < 0 ? null : desk.week().of(day).get(at);
        boolean onTrack = x >= WeekGrid.NAMES;
        hold = span == null && !onTrack ? null : new Hold(day, span, span == null ? Part.NEW : part(span, x), x);
    }

    private void move(double x) {
        Hold held = hold;
        if (held == null || (tried == null && Math.abs(x - held.x()) < A_MOVE)) {
            return;
        }
        double by = grid.minutes(x - held.x());
        Span span = held.span();
        Span now;
        if (span == null) {
            int from = Span.snap(grid.minuteAt(Math.min(x, held.x())));
            int to = Math.min(Clock.DAY, Math.max(from + Span.STEP, Span.snap(grid.minuteAt(Math.max(x, held.x())))));
            now = Span.of(Clock.of(Math.min(from, Clock.DAY - Span.STEP)), Clock.of(to));
        } else {
            now = switch (held.part()) {
                case START -> span.startMoved(by);
                case END -> span.endMoved(by);
                default -> span.moved(by);
            };
        }
        tried = now;
        List<Span> spans = new ArrayList<>(desk.week().of(held.day()));
        if (span != null) {
            spans.remove(span);
        }
        spans.add(now);
        grid.draw(desk.week().with(held.day(), spans));
    }

    private void release() {
        Hold held = hold;
        Span now = tried;
        hold = null;
        tried = null;
        if (held == null || now == null) {
            return;
        }
        Span old = held.span();
        if (old == null) {
            desk.add(held.day(), now);
        } else {
            desk.replace(held.day(), old, List.of(now));
        }
    }

    /** Lets go of what is dragged as if nothing had been; says whether something was. */
    boolean cancel() {
        boolean dragging = tried != null;
        hold = null;
        tried = null;
        grid.draw(desk.week());
        return dragging;
    }
}
