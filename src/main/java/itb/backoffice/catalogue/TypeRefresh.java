package itb.backoffice.catalogue;

import itb.backoffice.catalogue.DownloadOutcome.Counts;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.Failure.Kind;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.FhirServer.Page;
import itb.backoffice.connection.ServerResource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What changed of one type since the last time, and what was deleted. Deletions cost one small question as long as
 * there are none: once the changes are in, every resource of the server is known, so that equal numbers mean equal sets.
 */
final class TypeRefresh {
    /** Writes under way on the server, and clocks that disagree a little, must not hide a change. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    /** So many missing resources are asked for one by one; beyond, the server's list is believed. */
    private static final int MOST_TO_CONFIRM = 200;

    private final CatalogueStore store;
    private final FhirServer server;
    private final Supplier<PageFlow> flows;
    private final TypeDownload.Meter meter;
    private final TypeState state;
    private Counts counts = Counts.NONE;

    TypeRefresh(
            CatalogueStore store,
            FhirServer server,
            Supplier<PageFlow> flows,
            TypeDownload.Meter meter,
            TypeState state) {
        this.store = store;
        this.server = server;
        this.flows = flows;
        this.meter = meter;
        this.state = state;
    }

    /** Fetches the changes made at or after {@code since}, then what was deleted. */
    TypeDownload.Result run(Instant since) {
        Instant begun = null;
        Map<String, String> changes = Map.of("_lastUpdated", "ge" + since.minus(OVERLAP), "_count", "200");
        try (PageFlow flow = flows.get().search(state.type(), changes)) {
            boolean first = true;
            while (flow.take() instanceof Answer<Page> answer) {
                switch (answer) {
                    case Answer.Failed<Page>(Failure failure) -> {
                        return new TypeDownload.Result(counts, failure);
                    }
                    case Answer.Ok<Page>(Page page) -> {
                        begun = first ? page.serverTime() : begun;
                        first = false;
                        keep(page.resources(), page.unreadable());
                        meter.at(counts.received(), Math.max(0, page.total()));
                    }
                }
            }
        }
        Failure failure = deletions();
        if (failure == null) {
            store.putPages(
                    List.of(), state.begunAt(begun == null ? since : begun).whole());
        }
        return new TypeDownload.Result(counts, failure);
    }

    private void keep(List<ServerResource> resources, int unreadable) {
        List<CatalogueRow> rows = resources.stream()
                .filter(resource -> resource.type().equals(state.type()))
                .map(resource -> CatalogueRow.of(new StoredResource(
                        resource.type(), resource.id(), resource.version(), resource.lastUpdated(), resource.text())))
                .toList();
        counts = counts.plus(new Counts(resources.size(), store.putPages(rows, state), 0, unreadable));
    }

    private @Nullable Failure deletions() {
        int known = store.counts().getOrDefault(state.type(), 0);
        if (known == 0) {
            return null;
        }
        if (server.search(state.type(), Map.of("_summary", "count")) instanceof Answer.Ok<Page>(Page page)
                && page.total() == known) {
            return null;
        }
        Set<String> listed = new HashSet<>();
        try (PageFlow flow = flows.get().search(state.type(), Map.of("_elements", "id", "_count", "500"))) {
            while (flow.take() instanceof Answer<Page> answer) {
                switch (answer) {
                    case Answer.Failed<Page>(Failure failure) -> {
                        return failure;
                    }
                    case Answer.Ok<Page>(Page page) -> page.resources().forEach(resource -> listed.add(resource.id()));
                }
            }
        }
        return settle(listed);
    }

    private @Nullable Failure settle(Set<String> listed) {
        Set<String> missing = store.ids(state.type());
        Set<String> unknown = new HashSet<>(listed);
        unknown.removeAll(missing);
        missing.removeAll(listed);
        Set<String> gone = new HashSet<>(missing.size() > MOST_TO_CONFIRM ? missing : Set.of());
        Set<String> toRead = new HashSet<>(unknown);
        toRead.addAll(missing);
        toRead.removeAll(gone);
        for (String id : toRead) {
            switch (server.read(state.type(), id)) {
                case Answer.Ok<ServerResource>(ServerResource there) -> keep(List.of(there), 0);
                case Answer.Failed<ServerResource>(Failure failure) -> {
                    if (failure.kind() != Kind.GONE && failure.kind() != Kind.NOT_FOUND) {
                        return failure;
                    }
                    gone.add(id);
                }
            }
        }
        gone.retainAll(store.ids(state.type()));
        store.removeAll(state.type(), gone);
        counts = counts.plus(new Counts(0, 0, gone.size(), 0));
        return null;
    }
}
