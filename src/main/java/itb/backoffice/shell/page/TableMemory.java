package itb.backoffice.shell.page;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How the user has arranged each table, kept for the next time. */
public final class TableMemory {
    /**
     * One table.
     *
     * @param order the columns from left to right
     * @param widths how wide they are
     * @param shown the columns that the user has shown or hidden
     * @param sort the column that it is sorted by, or null
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Look(
            List<String> order,
            Map<String, Double> widths,
            Map<String, Boolean> shown,
            @Nullable String sort,
            boolean descending) {}

    private final Map<String, Look> looks;
    private final Consumer<Map<String, Look>> keep;

    /** Begins with {@code looks}; every change is given to {@code keep}, whole. */
    public TableMemory(Map<String, Look> looks, Consumer<Map<String, Look>> keep) {
        this.looks = new HashMap<>(looks);
        this.keep = keep;
    }

    /** How the table is arranged; null where the user never did. */
    @Nullable
    Look look(String table) {
        return looks.get(table);
    }

    void keep(String table, Look look) {
        if (!look.equals(looks.put(table, look))) {
            keep.accept(Map.copyOf(looks));
        }
    }
}
