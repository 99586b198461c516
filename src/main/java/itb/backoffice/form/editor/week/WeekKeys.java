package itb.backoffice.form.editor.week;

import itb.backoffice.form.hours.Span;
import itb.backoffice.form.hours.WeekWords;
import java.time.DayOfWeek;
import java.util.List;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The week by keyboard: arrows choose, with Ctrl they move, with Shift they change an end. */
final class WeekKeys {
    private final WeekDesk desk;
    private final WeekWords words;
    private final WeekDrag drag;

    WeekKeys(WeekDesk desk, WeekWords words, WeekDrag drag) {
        this.desk = desk;
        this.words = words;
        this.drag = drag;
    }

    void pressed(KeyEvent event) {
        if (event.isAltDown() || event.isMetaDown()) {
            return;
        }
        boolean used = switch (event.getCode()) {
            case UP -> day(-1, event);
            case DOWN -> day(1, event);
            case LEFT -> across(-1, event);
            case RIGHT -> across(1, event);
            case DELETE, BACK_SPACE -> delete();
            case INSERT, PLUS, ADD -> {
                desk.add(desk.day(), Span.of("08:00:00", "16:00:00"));
                yield true;
            }
            case ENTER -> {
                desk.type();
                yield !event.isControlDown();
            }
            case ESCAPE -> drag.cancel();
            default -> false;
        };
        if (used) {
            event.consume();
        }
    }

    private @Nullable Span selected() {
        List<Span> spans = desk.week().of(desk.day());
        return desk.selected() < 0 ? null : spans.get(desk.selected());
    }

    private boolean day(int step, KeyEvent event) {
        if (event.isControlDown() || event.isShiftDown()) {
            return false;
        }
        List<DayOfWeek> days = words.days();
        DayOfWeek day = days.get(Math.clamp(days.indexOf(desk.day()) + step, 0, 6));
        desk.select(day, Math.max(0, desk.selected()));
        return true;
    }

    private boolean across(int step, KeyEvent event) {
        Span span = selected();
        if (!event.isControlDown() && !event.isShiftDown()) {
            int last = desk.week().of(desk.day()).size() - 1;
            desk.select(desk.day(), Math.clamp(desk.selected() + step, Math.min(0, last), last));
            return true;
        }
        if (span == null) {
            return false;
        }
        double by = step * (double) Span.STEP;
        Span now =
                !event.isShiftDown() ? span.moved(by) : event.isControlDown() ? span.startMoved(by) : span.endMoved(by);
        desk.replace(desk.day(), span, List.of(now));
        return true;
    }

    private boolean delete() {
        Span span = selected();
        if (span != null) {
            desk.replace(desk.day(), span, List.of());
            desk.select(desk.day(), 0);
        }
        return span != null;
    }
}
