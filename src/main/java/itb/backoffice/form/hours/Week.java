package itb.backoffice.form.hours;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The opening hours as people think of them: seven days, each with its spans in the order of the day.
 *
 * @param days every day, also those without spans
 * @param odd what no day of the week can show
 */
public record Week(Map<DayOfWeek, List<Span>> days, List<Odd> odd) {
    /**
     * An element, or a day of one, that the week cannot show: without days, with a day that does not exist, or no
     * object at all.
     *
     * @param element its number in the array
     * @param day the unknown day; empty where there is none at all
     */
    public record Odd(int element, String day, JsonNode value) {}

    private static final List<String> CODES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Comparator<Span> BY_TIME = Comparator.comparingDouble(Span::from);

    /** Copies what it is given. */
    public Week {
        Map<DayOfWeek, List<Span>> all = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            all.put(
                    day,
                    days.getOrDefault(day, List.of()).stream().sorted(BY_TIME).toList());
        }
        days = java.util.Collections.unmodifiableMap(all);
        odd = List.copyOf(odd);
    }

    /** The week that {@code availableTime} stands for; a single object counts as an array of one. */
    public static Week of(JsonNode availableTime) {
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        List<Odd> odd = new ArrayList<>();
        List<JsonNode> elements = elements(availableTime);
        for (int i = 0; i < elements.size(); i++) {
            JsonNode element = elements.get(i);
            List<String> codes = codes(element);
            if (codes.isEmpty()) {
                odd.add(new Odd(i, "", element));
            }
            for (int d = 0; d < codes.size(); d++) {
                int day = CODES.indexOf(codes.get(d));
                if (day < 0) {
                    odd.add(new Odd(i, codes.get(d), element));
                } else {
                    days.computeIfAbsent(DayOfWeek.of(day + 1), key -> new ArrayList<>())
                            .add(span(element, new Span.Source(i, d)));
                }
            }
        }
        return new Week(days, odd);
    }

    static List<JsonNode> elements(JsonNode availableTime) {
        List<JsonNode> elements = new ArrayList<>();
        if (availableTime.isArray()) {
            availableTime.forEach(elements::add);
        } else if (!availableTime.isMissingNode() && !availableTime.isNull()) {
            elements.add(availableTime);
        }
        return elements;
    }

    private static List<String> codes(JsonNode element) {
        List<String> codes = new ArrayList<>();
        JsonNode days = element.path("daysOfWeek");
        if (days.isTextual()) {
            codes.add(days.asText());
        }
        days.forEach(day -> codes.add(day.asText()));
        return codes;
    }

    private static Span span(JsonNode element, Span.Source source) {
        boolean allDay = element.path("allDay").asBoolean(false);
        return new Span(
                allDay,
                allDay ? "" : element.path("availableStartTime").asText(""),
                allDay ? "" : element.path("availableEndTime").asText(""),
                source);
    }

    /** The code of a day in FHIR. */
    static String code(DayOfWeek day) {
        return CODES.get(day.getValue() - 1);
    }

    /** The spans of a day. */
    public List<Span> of(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    /** The same with other spans on one day. */
    public Week with(DayOfWeek day, List<Span> spans) {
        Map<DayOfWeek, List<Span>> other = new EnumMap<>(days);
        other.put(day, spans);
        return new Week(other, odd);
    }

    /** The same with one span replaced; nothing in its place takes it away. */
    public Week replace(DayOfWeek day, Span old, List<Span> by) {
        List<Span> spans = new ArrayList<>(of(day));
        int at = spans.indexOf(old);
        if (at >= 0) {
            spans.remove(at);
            spans.addAll(at, by);
        }
        return with(day, spans);
    }

    /** The same with the spans of {@code from} on all of {@code to}. */
    public Week copied(DayOfWeek from, Collection<DayOfWeek> to) {
        Week week = this;
        for (DayOfWeek day : to) {
            if (day != from) {
                week = week.with(day, of(from).stream().map(Span::copy).toList());
            }
        }
        return week;
    }

    /** Whether nothing is said of any day. */
    public boolean isEmpty() {
        return odd.isEmpty() && days.values().stream().allMatch(List::isEmpty);
    }

    /** Whether spans of {@code day} overlap. */
    public boolean overlap(DayOfWeek day) {
        List<Span> spans = of(day);
        for (int i = 1; i < spans.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (spans.get(i).overlaps(spans.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }
}
