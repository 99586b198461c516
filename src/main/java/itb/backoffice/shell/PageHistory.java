package itb.backoffice.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The pages that were visited, for back and forward. */
public final class PageHistory {
    private final Consumer<Page> open;
    private final List<Page> visited = new ArrayList<>();
    private int place = -1;

    PageHistory(Consumer<Page> open) {
        this.open = open;
    }

    void visit(Page page) {
        if (place >= 0 && visited.get(place) == page) {
            return;
        }
        visited.subList(place + 1, visited.size()).clear();
        visited.add(page);
        place = visited.size() - 1;
    }

    /** Opens the page before this one, if there is one. */
    public void back() {
        if (place > 0) {
            place--;
            open.accept(visited.get(place));
        }
    }

    /** Opens the page that {@link #back} left. */
    public void forward() {
        if (place < visited.size() - 1) {
            place++;
            open.accept(visited.get(place));
        }
    }

    void clear() {
        visited.clear();
        place = -1;
    }
}
