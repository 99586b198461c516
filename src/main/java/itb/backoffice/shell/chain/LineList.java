package itb.backoffice.shell.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The lines of one table. They stay the same objects; the list is touched only where things came or went. */
final class LineList {
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final Map<String, Line> byReference = new HashMap<>();

    ObservableList<Line> lines() {
        return lines;
    }

    @Nullable
    Line line(String reference) {
        return byReference.get(reference);
    }

    /** Shows exactly {@code rows}. */
    void showAll(List<Row> rows) {
        int kept = 0;
        int before = byReference.size();
        List<Line> fresh = new ArrayList<>();
        for (Row row : rows) {
            Line line = byReference.get(row.reference());
            if (line == null) {
                line = new Line(row);
                byReference.put(row.reference(), line);
                fresh.add(line);
            } else {
                line.show(row);
                kept++;
            }
        }
        if (kept < before) {
            Set<String> there = new HashSet<>(rows.size() * 2);
            rows.forEach(row -> there.add(row.reference()));
            byReference.keySet().retainAll(there);
            lines.removeIf(line -> !there.contains(line.reference()));
        }
        if (!fresh.isEmpty()) {
            lines.addAll(fresh);
        }
    }

    /** Shows {@code row}; true where it is new. */
    boolean show(Row row) {
        Line line = byReference.get(row.reference());
        if (line != null) {
            line.show(row);
            return false;
        }
        Line fresh = new Line(row);
        byReference.put(row.reference(), fresh);
        lines.add(fresh);
        return true;
    }

    /** Takes a line away; true where there was one. */
    boolean remove(String reference) {
        Line line = byReference.remove(reference);
        return line != null && lines.remove(line);
    }
}
