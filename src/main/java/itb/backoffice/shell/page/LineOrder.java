package itb.backoffice.shell.page;

import itb.backoffice.platform.Background;
import itb.backoffice.shell.chain.Line;
import itb.backoffice.shell.chain.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a table, sorted and narrowed as the user asks. A line keeps its place while what it shows changes. Long
 * lists are put in order off the FX thread; the newest wish wins.
 */
public final class LineOrder {
    /** So many are put in order at once, within a frame. */
    private static final int SHORT = 3_000;
    /** So many new ones are put in their places one by one; for more all are sorted anew. */
    private static final int FEW = 100;

    /** The lines at one moment, to be put in order on any thread. */
    private record Wish(Line[] lines, Row[] rows, @Nullable Comparator<Row> by, Predicate<Row> filter) {
        record Result(List<Line> sorted, List<Line> shown) {}

        Result fulfil() {
            return by == null ? narrowed() : sorted(by);
        }

        private Result narrowed() {
            List<Line> shown = new ArrayList<>();
            for (int place = 0; place < lines.length; place++) {
                if (filter.test(rows[place])) {
                    shown.add(lines[place]);
                }
            }
            return new Result(new ArrayList<>(Arrays.asList(lines)), shown);
        }

        private Result sorted(Comparator<Row> order) {
            Integer[] places = new Integer[lines.length];
            Arrays.setAll(places, place -> place);
            Arrays.sort(places, (one, other) -> order.compare(rows[one], rows[other]));
            List<Line> sorted = new ArrayList<>(lines.length);
            List<Line> shown = new ArrayList<>();
            for (int place : places) {
                sorted.add(lines[place]);
                if (filter.test(rows[place])) {
                    shown.add(lines[place]);
                }
            }
            return new Result(sorted, shown);
        }
    }

    /** Runs the changes of what is shown. */
    public interface Changes {
        /** Other lines, or in another order, because the user wishes so. */
        void wished(Runnable change);

        /** Lines came or went beneath what the user looks at. */
        void beneath(Runnable change);
    }

    private final ObservableList<Line> source;
    private final Background background;
    private final Changes changes;
    private final ObservableList<Line> shown = FXCollections.observableArrayList();
    private List<Line> sorted = new ArrayList<>();
    private @Nullable Comparator<Row> by;
    private Predicate<Row> filter = row -> true;
    /** Whether a wish is being fulfilled that sorts; what is asked for meanwhile must sort as well. */
    private boolean sorting;
    /** Whether the user wishes for what is being done, and not only because lines came or went. */
    private boolean wished;

    private int wishes;

    /**
     * The lines of {@code source}.
     *
     * @param changes runs every change of what is shown
     */
    public LineOrder(ObservableList<Line> source, Background background, Changes changes) {
        this.source = source;
        this.background = background;
        this.changes = changes;
        source.addListener((ListChangeListener<Line>) this::changed);
        sorted.addAll(source);
        shown.setAll(source);
    }

    /** What is shown, in its order; only this class changes it. */
    public ObservableList<Line> shown() {
        return shown;
    }

    /** Whether some are hidden. */
    boolean isFiltered() {
        return shown.size() != source.size();
    }

    /** Shows only what {@code wanted} lets through, in the order that there is. */
    public void filter(Predicate<Row> wanted) {
        filter = wanted;
        wished = true;
        arrange(false);
    }

    /** Sorts by {@code wanted}; by nothing for null. */
    public void sort(@Nullable Comparator<Row> wanted) {
        by = wanted;
        wished = true;
        arrange(true);
    }

    private void arrange(boolean sort) {
        sorting |= sort;
        int mine = ++wishes;
        List<Line> lines = sorting ? source : sorted;
        Line[] all = lines.toArray(new Line[0]);
        Row[] rows = new Row[all.length];
        for (int i = 0; i < all.length; i++) {
            rows[i] = all[i].row();
        }
        Wish wish = new Wish(all, rows, sorting ? by : null, filter);
        if (all.length <= SHORT) {
            show(wish.fulfil());
        } else {
            background.latest(this, wish::fulfil, result -> {
                if (mine == wishes) {
                    show(result);
                }
            });
        }
    }

    private void show(Wish.Result result) {
        boolean asked = wished;
        sorting = false;
        wished = false;
        sorted = result.sorted();
        if (shown.equals(result.shown())) {
            return;
        }
        Runnable change = () -> shown.setAll(result.shown());
        if (asked) {
            changes.wished(change);
        } else {
            changes.beneath(change);
        }
    }

    private void changed(ListChangeListener.Change<? extends Line> change) {
        List<Line> added = new ArrayList<>();
        Set<Line> removed = new HashSet<>();
        while (change.next()) {
            added.addAll(change.getAddedSubList());
            removed.addAll(change.getRemoved());
        }
        if (sorting || added.size() > FEW) {
            arrange(true);
            return;
        }
        sorted.removeAll(removed);
        added.forEach(line -> insert(line, sorted));
        changes.beneath(() -> {
            shown.removeAll(removed);
            added.stream().filter(line -> filter.test(line.row())).forEach(line -> insert(line, shown));
        });
        if (source.size() > SHORT) {
            // A filtering of what there was before may be under way.
            arrange(false);
        }
    }

    private void insert(Line line, List<Line> list) {
        Comparator<Row> order = by;
        int place = order == null
                ? list.size()
                : Collections.binarySearch(list, line, (one, other) -> order.compare(one.row(), other.row()));
        list.add(place < 0 ? -place - 1 : place, line);
    }
}
