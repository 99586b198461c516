package itb.backoffice.form.hours;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time on one day at which the clinic is open.
 *
 * @param start as FHIR writes it, to the digit as it came; empty where there is none
 * @param end likewise
 * @param source where in the array it stands; null for one that was just made
 */
public record Span(
        boolean allDay, String start, String end, @Nullable Source source) {
    /** One day of one element: its number in the array, and the number of the day in its list of days. */
    public record Source(int element, int day) {}

    /** Why a span cannot be as it is. */
    public enum Trouble {
        NO_START,
        NO_END,
        NOT_A_TIME,
        EMPTY,
        PAST_MIDNIGHT
    }

    /** What moves are rounded to, and the shortest span that they make. */
    public static final int STEP = 15;

    /** A new span. */
    public static Span of(String start, String end) {
        return new Span(false, start, end, null);
    }

    /** A new span of a whole day. */
    public static Span wholeDay() {
        return new Span(true, "", "", null);
    }

    /** What is wrong with it, if anything. Midnight as an end is the end of the day. */
    public Optional<Trouble> trouble() {
        return allDay ? Optional.empty() : trouble(start, end);
    }

    /** What is wrong with opening at {@code start} and closing at {@code end}, if anything. */
    public static Optional<Trouble> trouble(String start, String end) {
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.of(start.isEmpty() ? Trouble.NO_START : Trouble.NO_END);
        }
        if (Clock.second(start).isEmpty() || Clock.second(end).isEmpty()) {
            return Optional.of(Trouble.NOT_A_TIME);
        }
        int from = Clock.second(start).getAsInt();
        int to = Clock.second(end).getAsInt();
        if (from == to) {
            return Optional.of(Trouble.EMPTY);
        }
        return to < from && to != 0 ? Optional.of(Trouble.PAST_MIDNIGHT) : Optional.empty();
    }

    /** Where it begins on the day's axis, in minutes. What has no start begins with the day. */
    public double from() {
        return allDay ? 0 : Clock.second(start).orElse(0) / 60.0;
    }

    /** Where it ends on the day's axis, in minutes. What ends after midnight, or never, ends with the day. */
    public double to() {
        double end = allDay ? Clock.DAY : Clock.second(this.end).orElse(Clock.DAY * 60) / 60.0;
        return end <= from() && trouble().orElse(null) != Trouble.EMPTY ? Clock.DAY : end;
    }

    /** Whether it is open at some moment at which {@code other} is open too. */
    public boolean overlaps(Span other) {
        return from() < other.to() && other.from() < to();
    }

    /** Whether both say the same times, to the digit. */
    public boolean sameTimes(Span other) {
        return allDay == other.allDay && start.equals(other.start) && end.equals(other.end);
    }

    /** The same with other times. */
    public Span at(String newStart, String newEnd) {
        return new Span(false, newStart, newEnd, source);
    }

    /** The same for the whole day. */
    public Span allDayLong() {
        return new Span(true, "", "", source);
    }

    /** The same, as if it were new. */
    public Span copy() {
        return new Span(allDay, start, end, null);
    }

    /** Moved so that it begins about {@code minutes} later, as long as it was, inside its day. */
    public Span moved(double minutes) {
        if (allDay || Math.abs(minutes) < STEP / 2.0) {
            return this;
        }
        int length = (int) Math.round(to() - from());
        int begin = Math.clamp(snap(from() + minutes), 0, Math.max(0, Clock.DAY - 1 - length));
        return at(Clock.of(begin), Clock.of(begin + length));
    }

    /** With another start, about {@code minutes} later; its end stays to the digit. */
    public Span startMoved(double minutes) {
        if (allDay || Math.abs(minutes) < STEP / 2.0) {
            return this;
        }
        int last = Math.max(0, (int) Math.floor((to() - 1) / STEP) * STEP);
        return at(Clock.of(Math.clamp(snap(from() + minutes), 0, last)), end.isEmpty() ? Clock.LAST : end);
    }

    /** With another end, about {@code minutes} later; its start stays to the digit. */
    public Span endMoved(double minutes) {
        if (allDay || Math.abs(minutes) < STEP / 2.0) {
            return this;
        }
        int first = Math.min(Clock.DAY, (int) Math.floor(from() / STEP + 1) * STEP);
        return at(start.isEmpty() ? Clock.of(0) : start, Clock.of(Math.clamp(snap(to() + minutes), first, Clock.DAY)));
    }

    /** The next quarter of an hour to {@code minute}. */
    public static int snap(double minute) {
        return (int) Math.round(minute / STEP) * STEP;
    }
}
