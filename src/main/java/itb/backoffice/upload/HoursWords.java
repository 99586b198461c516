package itb.backoffice.upload;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.form.hours.Week;
import itb.backoffice.form.hours.WeekWords;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opening hours in words: the days that differ, neighbours with the same hours on one line. */
final class HoursWords {
    private final Messages messages;
    private final WeekWords words;
    private final DataWords data;

    HoursWords(Messages messages, DataWords data) {
        this.messages = messages;
        this.words = new WeekWords(messages);
        this.data = data;
    }

    /** Both weeks; a week that is not there at all says nothing, not "closed". */
    Pair of(@Nullable JsonNode before, @Nullable JsonNode after) {
        boolean both = !Pair.none(before) && !Pair.none(after);
        Week was = week(before);
        Week is = week(after);
        List<String> old = new ArrayList<>();
        List<String> now = new ArrayList<>();
        List<DayOfWeek> days = words.days();
        for (int first = 0; first < days.size(); first++) {
            int last = first;
            while (last + 1 < days.size() && alike(days.get(first), days.get(last + 1), was, is)) {
                last++;
            }
            DayOfWeek day = days.get(first);
            if (!both || !hours(was, day).equals(hours(is, day))) {
                String name = name(days.get(first), days.get(last), last - first);
                old.add(name + " " + hours(was, day));
                now.add(name + " " + hours(is, day));
            }
            first = last;
        }
        List<String> oddOld = odd(was);
        List<String> oddNow = odd(is);
        if (!both || !oddOld.equals(oddNow)) {
            old.addAll(oddOld);
            now.addAll(oddNow);
        }
        return Pair.lines(Pair.none(before) ? List.of() : old, Pair.none(after) ? List.of() : now);
    }

    private static Week week(@Nullable JsonNode hours) {
        return Week.of(hours == null ? Json.array() : hours);
    }

    private boolean alike(DayOfWeek one, DayOfWeek other, Week was, Week is) {
        return hours(was, one).equals(hours(was, other)) && hours(is, one).equals(hours(is, other));
    }

    private String name(DayOfWeek first, DayOfWeek last, int between) {
        return switch (between) {
            case 0 -> words.shortName(first);
            case 1 -> words.shortName(first) + ", " + words.shortName(last);
            default -> words.shortName(first) + "–" + words.shortName(last);
        };
    }

    private String hours(Week week, DayOfWeek day) {
        return week.of(day).isEmpty()
                ? messages.get("upload.hours.closed")
                : week.of(day).stream().map(words::span).collect(Collectors.joining(", "));
    }

    private List<String> odd(Week week) {
        return week.odd().stream()
                .map(odd -> messages.get(
                        odd.day().isEmpty() ? "form.hours.odd" : "form.hours.odd.day",
                        String.join(", ", data.lines(odd.value())),
                        odd.day()))
                .toList();
    }
}
