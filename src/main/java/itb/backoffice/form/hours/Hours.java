package itb.backoffice.form.hours;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.platform.Json;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a changed week back into the array that it came from. Spans that were not changed stay in their elements, with
 * everything else in those; a changed one takes along what its element says besides; new ones of the same times become one element.
 */
public final class Hours {
    private static final Set<String> PLAIN = Set.of("daysOfWeek", "allDay", "availableStartTime", "availableEndTime");

    /** A span that needs a place: on which day, and the element that it was part of, where it was part of one. */
    private record Loose(DayOfWeek day, Span span, @Nullable ObjectNode from) {}

    private final List<JsonNode> elements;
    private final Map<Span.Source, DayOfWeek> leaving = new LinkedHashMap<>();
    private final Map<Span.Source, Loose> changing = new LinkedHashMap<>();
    private final List<Loose> loose = new ArrayList<>();

    private Hours(JsonNode before) {
        this.elements = new ArrayList<>(Week.elements(before).stream()
                .map(element -> (JsonNode) element.deepCopy())
                .toList());
    }

    /** The array for {@code after}, where {@code before} is the array that {@code after} was made from. */
    public static ArrayNode write(JsonNode before, Week after) {
        Hours hours = new Hours(before);
        Week was = Week.of(before);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.compare(day, was.of(day), after.of(day));
        }
        hours.changeInPlace();
        hours.takeOut();
        hours.place();
        ArrayNode array = Json.array();
        hours.elements.stream().filter(element -> !element.isMissingNode()).forEach(array::add);
        return array;
    }

    private void compare(DayOfWeek day, List<Span> was, List<Span> now) {
        List<Span> unmatched = new ArrayList<>(was);
        List<Span> rest = new ArrayList<>();
        for (Span span : now) {
            if (!unmatched.remove(span)) {
                rest.add(span);
            }
        }
        // One that was made anew, as when a day is copied, but says what stood there before.
        rest.removeIf(span -> {
            Span same = unmatched.stream().filter(span::sameTimes).findFirst().orElse(null);
            return same != null && unmatched.remove(same);
        });
        for (Span span : rest) {
            Span old = unmatched.stream()
                    .filter(one -> Objects.equals(one.source(), span.source()))
                    .findFirst()
                    .orElse(null);
            if (old != null && old.source() != null) {
                unmatched.remove(old);
                changing.put(old.source(), new Loose(day, span, null));
            } else {
                loose.add(new Loose(day, span, null));
            }
        }
        for (Span gone : unmatched) {
            if (gone.source() != null) {
                leaving.put(gone.source(), day);
            }
        }
    }

    /** Where all days of an element change to the same times, or are gone, the element itself changes. */
    private void changeInPlace() {
        for (int i = 0; i < elements.size(); i++) {
            int element = i;
            List<Loose> mine = changing.entrySet().stream()
                    .filter(entry -> entry.getKey().element() == element)
                    .map(Map.Entry::getValue)
                    .toList();
            long gone = leaving.keySet().stream()
                    .filter(source -> source.element() == element)
                    .count();
            boolean together = !mine.isEmpty()
                    && mine.size() + gone == size(elements.get(i).path("daysOfWeek"))
                    && mine.stream()
                            .allMatch(
                                    one -> one.span().sameTimes(mine.getFirst().span()));
            if (together && elements.get(i) instanceof ObjectNode whole) {
                setTimes(whole, mine.getFirst().span());
                changing.keySet().removeIf(source -> source.element() == element);
            }
        }
    }

    private static int size(JsonNode days) {
        return days.isArray() ? days.size() : 1;
    }

    /** Takes the days that changed or went out of their elements; an element without days is gone. */
    private void takeOut() {
        changing.forEach((source, change) -> {
            ObjectNode from = (ObjectNode) elements.get(source.element()).deepCopy();
            from.remove(List.of("id", "_daysOfWeek"));
            loose.add(new Loose(change.day(), change.span(), from));
            leaving.put(source, change.day());
        });
        leaving.keySet().stream()
                .sorted(java.util.Comparator.comparingInt(Span.Source::day).reversed())
                .forEach(source -> takeOut((ObjectNode) elements.get(source.element()), source));
    }

    private void takeOut(ObjectNode element, Span.Source source) {
        if (element.get("_daysOfWeek") instanceof ArrayNode more && source.day() < more.size()) {
            more.remove(source.day());
            boolean nothingLeft = true;
            for (JsonNode one : more) {
                nothingLeft &= one.isNull();
            }
            if (nothingLeft) {
                element.remove("_daysOfWeek");
            }
        }
        if (element.get("daysOfWeek") instanceof ArrayNode days && days.size() > 1) {
            days.remove(source.day());
        } else {
            elements.set(source.element(), com.fasterxml.jackson.databind.node.MissingNode.getInstance());
        }
    }

    private void place() {
        loose.sort(java.util.Comparator.comparing(Loose::day));
        for (Loose one : loose) {
            ObjectNode wanted = one.from() == null ? Json.object() : one.from();
            wanted.putArray("daysOfWeek").add(Week.code(one.day()));
            setTimes(wanted, one.span());
            boolean joined = elements.stream()
                    .anyMatch(element -> element instanceof ObjectNode there && join(there, wanted, one.day()));
            if (!joined) {
                elements.add(wanted);
            }
        }
    }

    /** Adds the day to an element that says the very same of other days. */
    private static boolean join(ObjectNode there, ObjectNode wanted, DayOfWeek day) {
        if (!(there.get("daysOfWeek") instanceof ArrayNode days) || there.has("id") || there.has("_daysOfWeek")) {
            return false;
        }
        ObjectNode one = there.deepCopy().without("daysOfWeek");
        if (!one.equals(wanted.deepCopy().without("daysOfWeek")) || !plain(there)) {
            return false;
        }
        int at = 0;
        for (JsonNode code : days) {
            if (code.asText().equals(Week.code(day))) {
                return false;
            }
            at += order(code.asText()) < day.getValue() ? 1 : 0;
        }
        days.insert(at, Week.code(day));
        return true;
    }

    private static boolean plain(ObjectNode element) {
        List<String> names = new ArrayList<>();
        element.fieldNames().forEachRemaining(names::add);
        return PLAIN.containsAll(names);
    }

    private static int order(String code) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (Week.code(day).equals(code)) {
                return day.getValue();
            }
        }
        return 0;
    }

    private static void setTimes(ObjectNode element, Span span) {
        if (span.allDay()) {
            element.set("allDay", BooleanNode.TRUE);
            element.remove(List.of("availableStartTime", "availableEndTime"));
            return;
        }
        if (element.path("allDay").asBoolean(false)) {
            element.remove("allDay");
        }
        setTime(element, "availableStartTime", span.start());
        setTime(element, "availableEndTime", span.end());
    }

    private static void setTime(ObjectNode element, String name, String time) {
        if (time.isEmpty()) {
            element.remove(name);
        } else if (!element.path(name).asText("").equals(time)) {
            element.set(name, TextNode.valueOf(time));
        }
    }

    /** The array without its element number {@code index}, for what the week cannot show. */
    public static ArrayNode without(JsonNode before, int index) {
        ArrayNode array = Json.array();
        List<JsonNode> elements = Week.elements(before);
        for (int i = 0; i < elements.size(); i++) {
            if (i != index) {
                array.add(elements.get(i).deepCopy());
            }
        }
        return array;
    }
}
