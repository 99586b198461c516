package itb.backoffice.form.hours;

import itb.backoffice.platform.Messages;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Days and times in the user's words. */
public final class WeekWords {
    private final Messages messages;

    /** Words from {@code messages}, days and times as their country has them. */
    public WeekWords(Messages messages) {
        this.messages = messages;
    }

    /** The days in the order of the user's country. */
    public List<DayOfWeek> days() {
        // A language without a country says nothing of weeks.
        DayOfWeek first = messages.locale().getCountry().isEmpty()
                ? DayOfWeek.MONDAY
                : WeekFields.of(messages.locale()).getFirstDayOfWeek();
        List<DayOfWeek> days = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            days.add(first.plus(i));
        }
        return days;
    }

    /** A day, as a heading. */
    public String name(DayOfWeek day) {
        String name = day.getDisplayName(TextStyle.FULL_STANDALONE, messages.locale());
        return name.substring(0, 1).toUpperCase(messages.locale()) + name.substring(1);
    }

    /** As it is written within a sentence. */
    public String within(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, messages.locale());
    }

    /** A day in three letters or so. */
    public String shortName(DayOfWeek day) {
        String name = day.getDisplayName(TextStyle.SHORT_STANDALONE, messages.locale())
                .replace(".", "");
        return name.substring(0, 1).toUpperCase(messages.locale()) + name.substring(1);
    }

    /** A time as the country writes it. */
    public String time(String fhir) {
        return Clock.shown(fhir, messages.locale());
    }

    /** From when to when. */
    public String span(Span span) {
        if (span.allDay()) {
            return messages.get("form.hours.allDay");
        }
        return (span.start().isEmpty() ? "?" : time(span.start())) + "–"
                + (span.end().isEmpty() ? "?" : time(span.end()));
    }

    /** From when to when, and the same in ever fewer letters, for places where there is little room. */
    public List<String> shorter(Span span) {
        String start = Clock.bare(time(span.start()));
        String end = Clock.bare(time(span.end()));
        return span.allDay() ? List.of(span(span)) : List.of(span(span), start + "–" + end, start);
    }

    /** A full hour, as it stands on an axis. */
    public String hour(int hour) {
        return String.valueOf(Clock.isHalved(messages.locale()) ? (hour + 11) % 12 + 1 : hour);
    }

    /** A day with all its times, for somebody who cannot see the week. */
    public String day(Week week, DayOfWeek day) {
        String spans = week.of(day).stream().map(this::span).collect(Collectors.joining(", "));
        return name(day) + ": " + (spans.isEmpty() ? messages.get("form.hours.closed") : spans);
    }

    /** What cannot be meant in the week, in sentences. */
    public List<String> troubles(Week week) {
        List<String> said = new ArrayList<>();
        for (DayOfWeek day : days()) {
            for (Span span : week.of(day)) {
                span.trouble()
                        .ifPresent(trouble -> said.add(messages.get(
                                "form.hours.there." + trouble,
                                name(day),
                                span(span),
                                within(day.plus(1)),
                                time(Clock.LAST))));
            }
            if (week.overlap(day)) {
                said.add(messages.get("form.hours.overlap", name(day)));
            }
        }
        return said;
    }
}
