package itb.backoffice.form.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HoursTest {
    private static final int ROUNDS = 4_000;

    private static JsonNode hours(String json) {
        return Json.node(json.replace('\'', '"'));
    }

    private static List<String> times(Week week, DayOfWeek day) {
        return week.of(day).stream()
                .map(span -> span.allDay() ? "all day" : span.start() + "-" + span.end())
                .sorted()
                .toList();
    }

    @Test
    void anyHoursComeBackToTheLetterWhereNothingWasChanged() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            ArrayNode array = new RandomHours(seed).array();
            assertEquals(array, Hours.write(array, Week.of(array)), "seed " + seed);
        }
    }

    @Test
    void whatWasMadeOfTheWeekIsWhatTheHoursSay() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomHours random = new RandomHours(seed);
            ArrayNode array = random.array();
            Week wanted = random.change(Week.of(array));
            ArrayNode written = Hours.write(array, wanted);
            Week now = Week.of(written);
            for (DayOfWeek day : DayOfWeek.values()) {
                assertEquals(
                        times(wanted, day),
                        times(now, day),
                        "seed " + seed + " " + day + "\n" + array + "\n" + written);
            }
            assertEquals(wanted.odd().size(), now.odd().size(), "seed " + seed);
            assertEquals(written, Hours.write(written, now), "seed " + seed + ": a second writing changes nothing");
        }
    }

    @Test
    void onlyTouchedDaysChangeAndWhatElementsSayBesidesStays() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomHours random = new RandomHours(seed);
            ArrayNode array = random.array();
            Week was = Week.of(array);
            Week wanted = random.change(was);
            ArrayNode written = Hours.write(array, wanted);
            for (DayOfWeek day : DayOfWeek.values()) {
                if (was.of(day).equals(wanted.of(day))) {
                    assertEquals(besides(array, day), besides(written, day), "seed " + seed + " " + day);
                }
            }
            List<JsonNode> untouched = new ArrayList<>();
            array.forEach(element -> {
                if (days(element).stream().allMatch(day -> was.of(day).equals(wanted.of(day)))) {
                    untouched.add(element);
                }
            });
            List<JsonNode> kept = new ArrayList<>();
            written.forEach(kept::add);
            for (JsonNode element : untouched) {
                // Plain ones may take in a day that now says the same.
                boolean there = kept.remove(element)
                        || kept.stream().anyMatch(other -> without(other).equals(without(element)));
                assertTrue(there, "seed " + seed + ": " + element);
            }
        }
    }

    /** The elements of a day, but for the list of their days and their ids. */
    private static List<JsonNode> besides(ArrayNode array, DayOfWeek day) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(element -> {
            if (days(element).contains(day)) {
                elements.add(without(element));
            }
        });
        elements.sort(java.util.Comparator.comparing(Object::toString));
        return elements;
    }

    private static JsonNode without(JsonNode element) {
        return ((ObjectNode) element.deepCopy()).without(Set.of("daysOfWeek", "_daysOfWeek"));
    }

    private static Set<DayOfWeek> days(JsonNode element) {
        Set<DayOfWeek> days = new java.util.HashSet<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            element.path("daysOfWeek").forEach(code -> {
                if (code.asText().equals(Week.code(day))) {
                    days.add(day);
                }
            });
        }
        return days;
    }

    @Test
    void theEndOfOneDayLeavesTheOtherDaysOfItsElementAlone() {
        JsonNode before = hours("[{'daysOfWeek':['mon','tue','wed'],'availableStartTime':'08:00:00.000',"
                + "'availableEndTime':'16:00:00'}]");
        Week week = Week.of(before);
        Span tuesday = week.of(DayOfWeek.TUESDAY).getFirst();
        Week after = week.replace(DayOfWeek.TUESDAY, tuesday, List.of(tuesday.endMoved(60)));
        assertEquals(
                hours("[{'daysOfWeek':['mon','wed'],'availableStartTime':'08:00:00.000','availableEndTime':'16:00:00'},"
                        + "{'daysOfWeek':['tue'],'availableStartTime':'08:00:00.000','availableEndTime':'17:00:00'}]"),
                Hours.write(before, after));
    }

    @Test
    void daysThatSayTheSameBecomeOneElement() {
        Week week = Week.of(hours("[]")).with(DayOfWeek.MONDAY, List.of(Span.of("08:00:00", "16:00:00")));
        Week after = week.copied(DayOfWeek.MONDAY, List.of(DayOfWeek.FRIDAY, DayOfWeek.WEDNESDAY));
        assertEquals(
                hours("[{'daysOfWeek':['mon','wed','fri'],'availableStartTime':'08:00:00',"
                        + "'availableEndTime':'16:00:00'}]"),
                Hours.write(hours("[]"), after));
    }

    @Test
    void aChangedSpanTakesAlongWhatItsElementSaysBesides() {
        JsonNode before = hours("[{'extension':[{'url':'x'}],'daysOfWeek':['sat'],'_daysOfWeek':[{'id':'d'}],"
                + "'availableStartTime':'10:00:00','availableEndTime':'14:00:00','unknown':1}]");
        Week week = Week.of(before);
        Span saturday = week.of(DayOfWeek.SATURDAY).getFirst();
        JsonNode after =
                Hours.write(before, week.replace(DayOfWeek.SATURDAY, saturday, List.of(saturday.allDayLong())));
        assertEquals(
                hours("[{'extension':[{'url':'x'}],'daysOfWeek':['sat'],'_daysOfWeek':[{'id':'d'}],'unknown':1,"
                        + "'allDay':true}]"),
                after);
    }

    @Test
    void copyingADayOverOneThatSaysTheSameChangesNothing() {
        JsonNode before = hours("[{'id':'a','daysOfWeek':['mon','tue'],'availableStartTime':'08:00:00',"
                + "'availableEndTime':'16:00:00'}]");
        assertEquals(before, Hours.write(before, Week.of(before).copied(DayOfWeek.MONDAY, List.of(DayOfWeek.TUESDAY))));
    }

    @Test
    void whatNoDayCanShowIsNamedAndStays() {
        JsonNode before = hours("[{'availableStartTime':'08:00:00'},{'daysOfWeek':['mon','monday'],'allDay':true},7]");
        Week week = Week.of(before);
        assertEquals(
                List.of("0 ", "1 monday", "2 "),
                week.odd().stream().map(odd -> odd.element() + " " + odd.day()).toList());
        JsonNode after = Hours.write(before, week.with(DayOfWeek.MONDAY, List.of()));
        assertEquals(hours("[{'availableStartTime':'08:00:00'},{'daysOfWeek':['monday'],'allDay':true},7]"), after);
        assertEquals(hours("[{'availableStartTime':'08:00:00'},7]"), Hours.without(after, 1));
    }
}
