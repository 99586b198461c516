package itb.backoffice.upload;

import itb.backoffice.catalogue.LocalCopy;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.OutboxStore;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.UploadOutcome.Reason;
import itb.backoffice.upload.UploadResult.LineResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends a reviewed plan, line by line. Nothing that the user has not seen leaves, and every line's end is known or said. */
public final class Upload {
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final FhirServer server;
    private final OutboxStore outbox;
    private final LocalCopy catalogue;
    private final Journal journal;
    private final Pause pause;

    /**
     * @param catalogue gets what the server answers
     * @param pause waits where the server asks for it
     */
    public Upload(FhirServer server, OutboxStore outbox, LocalCopy catalogue, Journal journal, Pause pause) {
        this.server = server;
        this.outbox = outbox;
        this.catalogue = catalogue;
        this.journal = journal;
        this.pause = pause;
    }

    /**
     * Sends the chosen lines of {@code plan}. Cancelling stops after the request that is under way. One refused line stops
     * only those that depend on it; a server that cannot be reached stops the rest.
     */
    public UploadResult run(
            UploadPlan plan, Capabilities capabilities, Journal.Signature signature, Progress progress) {
        Lookout lookout = new Lookout(server, capabilities);
        Landing landing = new Landing(outbox, catalogue, journal);
        List<PlanLine> lines = plan.chosen();
        List<LineResult> results = new ArrayList<>();
        Set<String> accepted = new HashSet<>();
        UploadOutcome stop = null;
        for (PlanLine line : lines) {
            progress.report(line.summary().title(), results.size(), lines.size());
            if (stop == null && progress.cancelled()) {
                stop = new UploadOutcome.NotReached(Reason.CANCELLED, null);
            }
            UploadOutcome outcome;
            if (stop != null) {
                outcome = stop;
            } else if (!accepted.containsAll(line.after())) {
                outcome = new UploadOutcome.NotReached(Reason.DEPENDS, null);
            } else {
                outcome = send(landing.upToDate(line.draft()), line, signature, lookout, landing, progress);
                stop = stopAfter(outcome);
            }
            if (outcome instanceof UploadOutcome.Accepted) {
                accepted.add(line.reference());
            }
            results.add(new LineResult(line, outcome));
        }
        progress.report("", results.size(), lines.size());
        return new UploadResult(List.copyOf(results));
    }

    private UploadOutcome send(
            Draft draft,
            PlanLine line,
            Journal.Signature signature,
            Lookout lookout,
            Landing landing,
            Progress progress) {
        if (!outbox.markSending(draft)) {
            return new UploadOutcome.NeedsReview(
                    outbox.find(draft.type(), draft.id()).orElse(null), false);
        }
        Delivery delivery = new Delivery(server, lookout, landing, () -> {
            if (journal.open(draft.type(), draft.id()).isEmpty()) {
                journal.begin(signature, draft, line.summary().title());
            }
        });
        for (int attempt = 0; ; attempt++) {
            switch (delivery.attempt(draft)) {
                case Delivery.Step.Over over -> {
                    return over.outcome();
                }
                case Delivery.Step.Wait asked -> {
                    Failure failure = asked.failure();
                    Duration wait = waitFor(failure, attempt);
                    if (attempt + 1 >= MOST_ATTEMPTS || wait.compareTo(LONGEST_WAIT) > 0) {
                        return landing.notReached(draft, failure);
                    }
                    pause.await(wait, progress);
                    if (progress.cancelled()) {
                        return landing.notReached(draft, failure);
                    }
                }
            }
        }
    }

    private static Duration waitFor(Failure failure, int attempt) {
        Duration asked = failure.retryAfter();
        return asked == null ? Duration.ofSeconds(1L << attempt) : asked;
    }

    private static @Nullable UploadOutcome stopAfter(UploadOutcome outcome) {
        return switch (outcome) {
            case UploadOutcome.NotReached stopped -> stopped;
            case UploadOutcome.Unknown unknown -> new UploadOutcome.NotReached(Reason.SERVER, unknown.failure());
            default -> null;
        };
    }

    /**
     * Finds out on the server what became of drafts whose answer was lost, also those of an earlier run of the program.
     * Call it at start-up once the server can be reached, and whenever an upload ended with something unknown.
     */
    public List<Settled> settle(Capabilities capabilities, Progress progress) {
        Lookout lookout = new Lookout(server, capabilities);
        Landing landing = new Landing(outbox, catalogue, journal);
        Delivery delivery = new Delivery(server, lookout, landing, () -> {});
        List<Draft> sending = outbox.sending();
        List<Settled> settled = new ArrayList<>();
        for (Draft draft : sending) {
            if (progress.cancelled()) {
                break;
            }
            String title = Summaries.of(draft.type(), draft.id(), Json.object(draft.json()))
                    .title();
            progress.report(title, settled.size(), sending.size());
            Failure lost = new Failure(Failure.Kind.CUT, 0, "The answer was lost", List.of(), null);
            settled.add(new Settled(draft, delivery.settle(landing.upToDate(draft), lost)));
        }
        return List.copyOf(settled);
    }

    /** What became of a draft whose answer had been lost: accepted, as before (not reached), in conflict, or still unknown. */
    public record Settled(Draft draft, UploadOutcome outcome) {}
}
