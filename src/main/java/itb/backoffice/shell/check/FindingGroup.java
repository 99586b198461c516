package itb.backoffice.shell.check;

import itb.backoffice.platform.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings that have something in common.
 *
 * @param name what that is, in the user's words
 */
record FindingGroup(String name, List<FindingRow> rows) {
    /** What findings can have in common. */
    enum By {
        TYPE,
        CLINIC,
        RULE,
        NONE
    }

    /** Groups of {@code rows} by {@code by}, the largest first; in each, errors first. */
    static List<FindingGroup> of(List<FindingRow> rows, By by, Messages texts) {
        List<FindingRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing((FindingRow row) -> row.finding().severity())
                .thenComparing(FindingRow::title, texts.collator())
                .thenComparing(FindingRow::reference));
        Map<String, FindingGroup> groups = new LinkedHashMap<>();
        for (FindingRow row : sorted) {
            groups.computeIfAbsent(key(row, by), key -> new FindingGroup(name(row, by, texts), new ArrayList<>()))
                    .rows()
                    .add(row);
        }
        List<FindingGroup> all = new ArrayList<>(groups.values());
        all.sort(Comparator.comparing((FindingGroup group) -> -group.rows().size())
                .thenComparing(FindingGroup::name, texts.collator()));
        return all;
    }

    private static String key(FindingRow row, By by) {
        return switch (by) {
            case TYPE -> row.type();
            case CLINIC -> row.clinic();
            case RULE -> row.finding().rule();
            case NONE -> "";
        };
    }

    private static String name(FindingRow row, By by, Messages texts) {
        return switch (by) {
            case TYPE -> type(row.type(), "many", texts);
            case CLINIC -> row.clinic().isEmpty() ? texts.get("shell.check.noClinic") : row.clinic();
            case RULE -> row.finding().message();
            case NONE -> "";
        };
    }

    /** What the user calls a type, one of it or many. */
    static String type(String type, String number, Messages texts) {
        String key = "shell.kind." + type + "." + number;
        return texts.has(key) ? texts.get(key) : texts.get("shell.kind.other." + number);
    }

    /** How many of them are errors. */
    long errors() {
        return rows.stream().filter(row -> row.finding().severity().isError()).count();
    }
}
