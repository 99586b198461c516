package itb.backoffice.validation.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opening hours that end before they begin, or overlap on a day. */
final class OpeningHours implements ResourceRule {
    private enum Day {
        MON,
        TUE,
        WED,
        THU,
        FRI,
        SAT,
        SUN
    }

    private record Span(LocalTime from, LocalTime to) {
        boolean overlaps(Span other) {
            return from.isBefore(other.to) && other.from.isBefore(to);
        }
    }

    @Override
    public List<Breach> check(ObjectNode resource) {
        String path = resource.path("resourceType").asText() + ".availableTime";
        JsonNode times = resource.path("availableTime");
        List<Breach> breaches = new ArrayList<>();
        Map<Day, List<Span>> week = new EnumMap<>(Day.class);
        Set<Day> overlapping = EnumSet.noneOf(Day.class);
        for (int i = 0; i < times.size(); i++) {
            JsonNode time = times.get(i);
            String at = path + "[" + i + "]";
            LocalTime from = read(time.path("availableStartTime"));
            LocalTime to = read(time.path("availableEndTime"));
            boolean allDay = time.path("allDay").asBoolean();
            if (allDay && (from != null || to != null)) {
                breaches.add(new Breach("hours-all-day", at));
            } else if (from != null && to != null && !from.isBefore(to)) {
                breaches.add(new Breach("hours-backwards", at, shortly(from), shortly(to)));
            } else if (allDay || (from != null && to != null)) {
                Span span = from == null || to == null ? new Span(LocalTime.MIN, LocalTime.MAX) : new Span(from, to);
                for (JsonNode name : time.path("daysOfWeek")) {
                    day(name).ifPresent(day -> {
                        List<Span> spans = week.computeIfAbsent(day, first -> new ArrayList<>());
                        if (spans.stream().anyMatch(span::overlaps) && overlapping.add(day)) {
                            breaches.add(new Breach("hours-overlap", at, day.ordinal() + 1));
                        }
                        spans.add(span);
                    });
                }
            }
        }
        return breaches;
    }

    private static Optional<Day> day(JsonNode name) {
        for (Day day : Day.values()) {
            if (day.name().equalsIgnoreCase(name.asText(""))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static String shortly(LocalTime time) {
        return time.toString().substring(0, 5);
    }

    private static @Nullable LocalTime read(JsonNode time) {
        try {
            return time.isTextual() ? LocalTime.parse(time.asText()) : null;
        } catch (DateTimeParseException notATime) {
            // The profile finds fault with that.
            return null;
        }
    }
}
