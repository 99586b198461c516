package itb.backoffice.form.editor.week;

import itb.backoffice.form.hours.Span;
import itb.backoffice.form.hours.Week;
import java.time.DayOfWeek;
import java.util.List;

/** What the parts of the week editor share: the week, which day and span are selected, and how to change them. */
interface WeekDesk {
    /** The week as it stands. */
    Week week();

    /** The selected day. */
    DayOfWeek day();

    /** The number of the selected span in its day; -1 where none is. */
    int selected();

    /** Selects a day, and a span in it or -1. */
    void select(DayOfWeek day, int span);

    /** Puts {@code by} in the place of a span of a day, and selects the first of them. */
    void replace(DayOfWeek day, Span old, List<Span> by);

    /** Adds a span to a day and selects it. */
    void add(DayOfWeek day, Span span);

    /** Makes the week another. */
    void change(Week week);

    /** Takes the keyboard to the typed times of the selected span. */
    void type();
}
