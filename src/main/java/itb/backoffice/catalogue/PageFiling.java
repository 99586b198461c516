package itb.backoffice.catalogue;

import itb.backoffice.platform.Background;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Writes pages while the next ones arrive: one write at a time, in the order given, so that memory stays flat. */
final class PageFiling {
    private final CatalogueStore store;
    private final Background background;
    private @Nullable Future<Integer> writing;
    private int changed;

    PageFiling(CatalogueStore store, Background background) {
        this.store = store;
        this.background = background;
    }

    /**
     * Begins to write {@code rows} and how far the download is with them, when the write before is done; where that
     * one failed, it leaves by its exception and writes nothing, so that no page is ever passed over.
     */
    void put(List<CatalogueRow> rows, TypeState state) {
        await();
        writing = background.beside(() -> store.putPages(rows, state));
    }

    /** Waits until everything is on disk, also when interrupted; returns how many rows were new since the last time. */
    int settle() {
        await();
        int since = changed;
        changed = 0;
        return since;
    }

    private void await() {
        Future<Integer> waited = writing;
        writing = null;
        if (waited != null) {
            changed += finished(waited);
        }
    }

    private static int finished(Future<Integer> write) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return write.get();
                } catch (InterruptedException e) {
                    // What has arrived is kept: the user who stops a download goes on from here.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
