package itb.backoffice.catalogue;

import itb.backoffice.catalogue.DownloadOutcome.Counts;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Capabilities.Action;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Brings the local copy up to date: everything the first time, going on where an earlier one stopped, and after that
 * only what changed and what was deleted. Runs inside of background work; it leaves by a
 * {@link java.util.concurrent.CancellationException} when the user stops it, with what has arrived on disk.
 */
public final class Download {
    /** The types of a chain, in the order in which they are fetched: what others refer to comes first. */
    public static final List<String> TYPES = List.of(
            "Organization", "Location", "HealthcareService", "ActivityDefinition", "Practitioner", "PractitionerRole");

    private final FhirServer server;
    private final CatalogueStore store;
    private final Background background;
    private final Messages texts;
    private final Duration pause;

    /** Downloads from {@code server} into {@code store}. */
    public Download(FhirServer server, CatalogueStore store, Background background, Messages texts) {
        this(server, store, background, texts, Duration.ofMillis(500));
    }

    /** @param pause before a second try, see {@link PageFlow} */
    Download(FhirServer server, CatalogueStore store, Background background, Messages texts, Duration pause) {
        this.server = server;
        this.store = store;
        this.background = background;
        this.texts = texts;
        this.pause = pause;
    }

    /** Fetches what is not here yet: everything, the rest of a stopped download, or the changes. */
    public DownloadOutcome run(Progress progress) {
        return run(progress, false);
    }

    /** Fetches everything anew, and drops what the server no longer has. */
    public DownloadOutcome everything(Progress progress) {
        return run(progress, true);
    }

    private DownloadOutcome run(Progress progress, boolean anew) {
        progress.report(texts.get("catalogue.download.begin"), 0, 0);
        Capabilities capabilities;
        switch (server.capabilities()) {
            case Answer.Ok<Capabilities>(Capabilities declared) -> capabilities = declared;
            case Answer.Failed<Capabilities>(Failure failure) -> {
                return new DownloadOutcome.Stopped(asked(failure), "", Counts.NONE);
            }
        }
        Counts counts = Counts.NONE;
        Map<String, Failure> leftOut = new LinkedHashMap<>();
        for (String type : TYPES) {
            if (!capabilities.allows(type, Action.SEARCH)) {
                continue;
            }
            progress.check();
            TypeDownload.Result result = one(type, capabilities, progress, anew);
            counts = counts.plus(result.counts());
            Failure failure = result.failure();
            if (failure != null && failure.kind() == Failure.Kind.FORBIDDEN) {
                leftOut.put(type, failure);
            } else if (failure != null) {
                return new DownloadOutcome.Stopped(asked(failure), type, counts);
            }
        }
        return new DownloadOutcome.Complete(counts, leftOut);
    }

    /** Nothing was sent that somebody else could have changed, or that could be corrected: only the server can tell why. */
    private static Failure asked(Failure failure) {
        return switch (failure.kind()) {
            case CONFLICT, INVALID, GONE ->
                new Failure(
                        Failure.Kind.UNEXPECTED,
                        failure.status(),
                        failure.details(),
                        failure.issues(),
                        failure.retryAfter());
            default -> failure;
        };
    }

    private TypeDownload.Result one(String type, Capabilities capabilities, Progress progress, boolean anew) {
        Supplier<PageFlow> flows = () -> new PageFlow(server, background, progress, pause);
        TypeDownload.Meter meter = (received, total) -> progress.report(
                total > 0
                        ? texts.get("catalogue.download." + type, received, total)
                        : texts.get("catalogue.download." + type + ".some", received),
                received,
                total);
        TypeState state = store.state(type);
        boolean dated = capabilities.searches(type, "_lastUpdated");
        boolean resumed = state.next() != null;
        if (!anew && !resumed && state.complete() && state.since() != null && dated) {
            TypeDownload.Result result = new TypeRefresh(store, server, flows, meter, state).run(state.since());
            boolean refused = result.failure() != null && result.failure().kind() == Failure.Kind.INVALID;
            if (!refused) {
                return result;
            }
        }
        return new TypeDownload(store, background, flows, meter, anew ? state.at(null, 0) : state).run();
    }
}
