package itb.backoffice.form.hours;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes arrays of opening hours as servers may send them, and changes as people make them. */
final class RandomHours {
    private static final List<String> TIMES = List.of(
            "00:00:00",
            "07:30:00",
            "08:00:00",
            "08:00:00.000",
            "12:00:00",
            "12:30:15",
            "16:59:59.9",
            "17:00:00",
            "22:00:00");

    private final Random random;

    RandomHours(long seed) {
        random = new Random(seed);
    }

    ArrayNode array() {
        ArrayNode array = Json.array();
        for (int i = random.nextInt(6); i >= 0; i--) {
            array.add(element());
        }
        return array;
    }

    private ObjectNode element() {
        ObjectNode element = Json.object();
        if (chance(8)) {
            element.put("id", "e" + random.nextInt(100));
        }
        if (chance(6)) {
            element.putArray("extension")
                    .addObject()
                    .put("url", "http://example.org/x")
                    .put("valueString", "y");
        }
        if (!chance(12)) {
            days(element);
        }
        if (chance(6)) {
            element.put("allDay", true);
        } else {
            if (chance(8)) {
                element.put("allDay", false);
            }
            if (!chance(12)) {
                element.put("availableStartTime", pick(TIMES));
            }
            if (!chance(12)) {
                element.put("availableEndTime", pick(TIMES));
            }
        }
        if (chance(8)) {
            element.putObject("_availableEndTime").put("id", "t");
        }
        if (chance(10)) {
            element.put("toldBy", "the front desk");
        }
        return element;
    }

    private void days(ObjectNode element) {
        List<DayOfWeek> days = new ArrayList<>(Arrays.asList(DayOfWeek.values()));
        Collections.shuffle(days, random);
        days = days.subList(0, 1 + random.nextInt(5));
        if (!chance(4)) {
            Collections.sort(days);
        }
        ArrayNode codes = element.putArray("daysOfWeek");
        days.forEach(day -> codes.add(Week.code(day)));
        if (chance(10)) {
            codes.add(codes.get(0).asText());
        }
        if (chance(12)) {
            codes.insert(0, "monday");
        }
        if (chance(10)) {
            ArrayNode more = element.putArray("_daysOfWeek");
            codes.forEach(code -> {
                if (chance(2)) {
                    more.addNull();
                } else {
                    more.addObject().put("id", code.asText());
                }
            });
        }
    }

    /** What a person may do in the week, on a few days. */
    Week change(Week week) {
        Week changed = week;
        for (int i = random.nextInt(3); i >= 0; i--) {
            DayOfWeek day = day();
            List<Span> spans = changed.of(day);
            changed = switch (random.nextInt(5)) {
                case 0 -> changed.copied(day, List.of(day(), day()));
                case 1 -> changed.with(day, List.of());
                case 2 -> add(changed, day);
                default -> {
                    if (spans.isEmpty()) {
                        yield add(changed, day);
                    }
                    Span old = spans.get(random.nextInt(spans.size()));
                    yield changed.replace(day, old, altered(old));
                }
            };
        }
        return changed;
    }

    private Week add(Week week, DayOfWeek day) {
        List<Span> more = new ArrayList<>(week.of(day));
        more.add(chance(5) ? Span.wholeDay() : Span.of(pick(TIMES), pick(TIMES)));
        return week.with(day, more);
    }

    private List<Span> altered(Span span) {
        return switch (random.nextInt(5)) {
            case 0 -> List.of();
            case 1 -> List.of(span.allDayLong());
            case 2 -> List.of(span.moved(random.nextInt(600) - 300));
            case 3 -> List.of(span.endMoved(random.nextInt(600) - 300));
            default -> List.of(span.startMoved(random.nextInt(600) - 300));
        };
    }

    DayOfWeek day() {
        return DayOfWeek.of(1 + random.nextInt(7));
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
