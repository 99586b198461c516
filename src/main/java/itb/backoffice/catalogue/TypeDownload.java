package itb.backoffice.catalogue;

import itb.backoffice.catalogue.DownloadOutcome.Counts;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.Failure.Kind;
import itb.backoffice.connection.FhirServer.Page;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.platform.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All resources of one type, page by page, from the start or from where it stopped. */
final class TypeDownload {
    /** What became of it: null where all came. */
    record Result(Counts counts, @Nullable Failure failure) {}

    /** Told after each page how many resources have come, and how many there are in all (0 where nobody knows). */
    interface Meter {
        void at(int received, long total);
    }

    /** Tried one after the other when an answer is too large or takes too long. */
    private static final int[] PAGE_SIZES = {200, 40, 5};

    private static final int MOST_IN_HAND = 1000;
    private static final long MOST_BYTES_IN_HAND = 2_000_000;

    private final CatalogueStore store;
    private final Supplier<PageFlow> flows;
    private final Meter meter;
    private final PageFiling filing;
    private final List<CatalogueRow> inHand = new ArrayList<>();
    private long bytesInHand;
    private TypeState state;
    private Counts counts = Counts.NONE;

    TypeDownload(CatalogueStore store, Background background, Supplier<PageFlow> flows, Meter meter, TypeState state) {
        this.store = store;
        this.filing = new PageFiling(store, background);
        this.flows = flows;
        this.meter = meter;
        this.state = state;
    }

    /** Runs to the end, or as far as it goes; what arrived is kept, also when the user stops it. */
    Result run() {
        if (state.next() != null) {
            Failure stopped = pages(flows.get().resume(state.next()));
            boolean expired = stopped != null
                    && switch (stopped.kind()) {
                        case GONE, NOT_FOUND, INVALID, UNEXPECTED, SERVER_ERROR -> true;
                        default -> false;
                    };
            if (!expired) {
                return new Result(counts, stopped);
            }
        }
        return fromTheStart();
    }

    private Result fromTheStart() {
        Failure failure = null;
        int restarts = 0;
        for (int size = 0; size < PAGE_SIZES.length; ) {
            state = state.newRun();
            store.putPages(List.of(), state);
            counts = Counts.NONE;
            failure = pages(flows.get().search(state.type(), Map.of("_count", Integer.toString(PAGE_SIZES[size]))));
            if (failure == null) {
                break;
            }
            if (failure.kind() == Kind.TOO_LARGE || failure.kind() == Kind.TIMEOUT) {
                size++;
            } else if (failure.kind() != Kind.GONE || restarts++ > 0) {
                break;
            }
        }
        return new Result(counts, failure);
    }

    private @Nullable Failure pages(PageFlow flow) {
        try (flow) {
            boolean first = true;
            while (flow.take() instanceof Answer<Page> answer) {
                switch (answer) {
                    case Answer.Failed<Page>(Failure failure) -> {
                        return failure;
                    }
                    case Answer.Ok<Page>(Page page) -> {
                        state = first && state.received() == 0 ? state.begunAt(page.serverTime()) : state;
                        first = false;
                        add(page);
                    }
                }
            }
            flush();
            settle();
            counts = counts.plus(new Counts(0, 0, store.finish(state), 0));
            return null;
        } finally {
            flush();
            settle();
        }
    }

    private void add(Page page) {
        for (ServerResource resource : page.resources()) {
            // Other types are what servers add unasked; they have their own download.
            if (resource.type().equals(state.type())) {
                inHand.add(CatalogueRow.of(new StoredResource(
                        resource.type(), resource.id(), resource.version(), resource.lastUpdated(), resource.text())));
                bytesInHand += resource.text().length();
            }
        }
        int received = page.resources().size();
        counts = counts.plus(new Counts(received, 0, 0, page.unreadable()));
        state = state.at(page.next(), state.received() + received);
        meter.at(state.received(), Math.max(0, page.total()));
        if (inHand.size() >= MOST_IN_HAND || bytesInHand >= MOST_BYTES_IN_HAND) {
            flush();
        }
    }

    private void settle() {
        counts = counts.plus(new Counts(0, filing.settle(), 0, 0));
    }

    /** Begins to put on disk what has arrived, together with the place where to go on. */
    private void flush() {
        if (!inHand.isEmpty()) {
            List<CatalogueRow> rows = List.copyOf(inHand);
            inHand.clear();
            bytesInHand = 0;
            filing.put(rows, state);
        }
    }
}
