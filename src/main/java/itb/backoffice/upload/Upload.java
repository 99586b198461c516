package itb.backoffice.upload;

import itb.backoffice.catalogue.Summaries;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.UploadOutcome.Reason;
import itb.backoffice.upload.UploadResult.LineResult;
import itb.backoffice.upload.Wave.Piece;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sends a reviewed plan. Nothing that the user has not seen leaves, and every line's end is known or said. */
public final class Upload {
    private static final int MOST_SETTLED = 50;
    /** How many waves are at work at the same time. */
    private static final int MOST_WAVES = 3;

    private static final long LOOK_AROUND_MILLIS = 100;

    private final FhirServer server;
    private final UploadStores stores;
    private final Pause pause;
    private final Background background;
    /** One at a time: an upload, or finding out what became of an earlier one. */
    private final Semaphore underWay = new Semaphore(1);

    /** {@code pause} waits where the server asks for it, {@code background} lets several requests be under way. */
    public Upload(FhirServer server, UploadStores stores, Pause pause, Background background) {
        this.server = server;
        this.stores = stores;
        this.pause = pause;
        this.background = background;
    }

    /**
     * Sends the chosen lines of {@code plan}. Cancelling stops after the requests that are under way. One refused line
     * stops only those that depend on it; a server that cannot be reached stops the rest.
     */
    public UploadResult run(
            UploadPlan plan, Capabilities capabilities, Journal.Signature signature, Progress progress) {
        List<PlanLine> chosen = plan.chosen();
        Run run = new Run(chosen, new ServerHabits(capabilities), signature, progress);
        progress.report("", 0, chosen.size());
        if (!begin(progress)) {
            run.cancel();
            return run.result();
        }
        try {
            run.send();
        } finally {
            underWay.release();
        }
        return run.result();
    }

    /** Waits for its turn; false where the user stops it before. */
    private boolean begin(Progress progress) {
        try {
            while (!progress.cancelled()) {
                if (underWay.tryAcquire(LOOK_AROUND_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** One upload under way. Only the wave itself runs beside; what is left to send is decided in one place. */
    private final class Run implements Progress {
        private final List<PlanLine> chosen;
        private final ServerHabits habits;
        private final Journal.Signature signature;
        private final Progress progress;
        private final Delivery delivery;
        private final Landing landing = new Landing(stores, false);
        private final Street street = new Street();
        private final Map<String, UploadOutcome> outcomes = new ConcurrentHashMap<>();
        private final AtomicInteger ended = new AtomicInteger();
        private final AtomicInteger pauses = new AtomicInteger();
        private final Set<String> begun = new HashSet<>();
        private final Set<String> onServer = new HashSet<>();
        private final Deque<Future<Map<Draft, Verdict>>> waves = new ArrayDeque<>();
        private volatile boolean cancelled;

        Run(List<PlanLine> chosen, ServerHabits habits, Journal.Signature signature, Progress progress) {
            this.chosen = chosen;
            this.habits = habits;
            this.signature = signature;
            this.progress = progress;
            this.delivery = new Delivery(server, new Lookout(server, habits), habits);
        }

        void cancel() {
            cancelled = true;
        }

        @Override
        public boolean cancelled() {
            return cancelled || progress.cancelled();
        }

        @Override
        public void report(String text, long done, long total) {
            progress.report(text, done, total);
        }

        @Override
        public void waits(@Nullable Duration time) {
            // Several waves may have been asked to wait: it goes on when the last of them does.
            int waiting = time == null ? pauses.decrementAndGet() : pauses.incrementAndGet();
            if (time != null || waiting == 0) {
                progress.waits(time);
            }
        }

        UploadResult result() {
            return new UploadResult(chosen.stream()
                    .map(line -> new LineResult(line, outcome(line)))
                    .toList());
        }

        /** While one wave is sent, the next is looked at and the last is written down. */
        void send() {
            try {
                do {
                    while (waves.size() < MOST_WAVES && begin()) {
                        // As many as there may be.
                    }
                } while (heard());
            } catch (RuntimeException broken) {
                cancel();
                waves.forEach(wave -> awaitEnd(wave, broken));
                throw broken;
            }
        }

        /** Begins the next wave; false where there is none: of what depends on one that is under way, nothing goes yet. */
        private boolean begin() {
            if (progress.cancelled()) {
                cancel();
            }
            List<PlanLine> lines =
                    cancelled || street.closed() != null ? List.of() : Waves.next(open(), onServer, habits);
            if (lines.isEmpty()) {
                return false;
            }
            lines.forEach(line -> begun.add(line.reference()));
            Set<String> there = Set.copyOf(onServer);
            waves.add(background.beside(() -> carried(lines, there)));
            return true;
        }

        private List<PlanLine> open() {
            return chosen.stream()
                    .filter(line -> !begun.contains(line.reference()))
                    .toList();
        }

        private static void awaitEnd(Future<?> wave, RuntimeException broken) {
            try {
                Wave.await(wave);
            } catch (RuntimeException another) {
                broken.addSuppressed(another);
            }
        }

        /** Hears of the end of the oldest wave; false where none is under way. */
        private boolean heard() {
            if (waves.isEmpty()) {
                return false;
            }
            Wave.await(waves.remove()).forEach((draft, verdict) -> {
                if (verdict.done()) {
                    onServer.add(draft.reference());
                }
                if (verdict instanceof Verdict.NotSent notSent && notSent.reason() == Reason.CANCELLED) {
                    cancel();
                }
            });
            return true;
        }

        /** Locks a wave, looks, announces it in the journal, sends it and writes down how each of it ended. */
        private Map<Draft, Verdict> carried(List<PlanLine> lines, Set<String> there) {
            Map<String, Draft> locked =
                    landing.lock(lines.stream().map(PlanLine::draft).toList());
            Map<String, PlanLine> byReference = new LinkedHashMap<>();
            List<Piece> pieces = new ArrayList<>();
            for (PlanLine line : lines) {
                byReference.put(line.reference(), line);
                Draft draft = locked.get(line.reference());
                if (draft != null) {
                    pieces.add(new Piece(draft, line.after()));
                } else {
                    ended.incrementAndGet();
                    outcomes.put(line.reference(), edited(line));
                }
            }
            Wave wave = new Wave(
                    delivery,
                    background,
                    new Patience(pause, this),
                    street,
                    piece -> tell(byReference.get(piece.reference())));
            wave.look(pieces, there);
            Map<Draft, Verdict> verdicts =
                    wave.send(pieces, leaving -> landing.leaving(leaving, byReference, signature));
            outcomes.putAll(landing.land(verdicts));
            return verdicts;
        }

        private UploadOutcome edited(PlanLine line) {
            return new UploadOutcome.NeedsReview(
                    stores.outbox().find(line.draft().type(), line.draft().id()).orElse(null), false);
        }

        private void tell(@Nullable PlanLine line) {
            progress.report(line == null ? "" : line.summary().title(), ended.incrementAndGet(), chosen.size());
        }

        private UploadOutcome outcome(PlanLine line) {
            boolean waits = line.after().stream()
                    .anyMatch(needed -> outcomes.containsKey(needed) && !onServer.contains(needed));
            Failure closed = waits ? null : street.closed();
            Reason reason = closed != null ? Reason.SERVER : cancelled && !waits ? Reason.CANCELLED : Reason.DEPENDS;
            return outcomes.getOrDefault(line.reference(), new UploadOutcome.NotReached(reason, closed));
        }
    }

    /**
     * Finds out on the server what became of drafts whose answer was lost, also those of an earlier run. Call it once the
     * server can be reached, and whenever an upload ended with something unknown.
     */
    public List<Settled> settle(Capabilities capabilities, Progress progress) {
        if (!underWay.tryAcquire()) {
            // An upload is at work on what looks as if it were left behind.
            return List.of();
        }
        try {
            return settled(capabilities, progress);
        } finally {
            underWay.release();
        }
    }

    private List<Settled> settled(Capabilities capabilities, Progress progress) {
        ServerHabits habits = new ServerHabits(capabilities);
        Delivery delivery = new Delivery(server, new Lookout(server, habits), habits);
        Landing landing = new Landing(stores, true);
        List<Draft> sending = stores.outbox().sending();
        List<Settled> settled = new ArrayList<>();
        for (int from = 0; from < sending.size() && !progress.cancelled(); from += MOST_SETTLED) {
            List<Draft> some = sending.subList(from, Math.min(sending.size(), from + MOST_SETTLED));
            String title = Summaries.of(
                            some.getFirst().type(),
                            some.getFirst().id(),
                            Json.object(some.getFirst().json()))
                    .title();
            progress.report(title, from, sending.size());
            Map<Draft, Verdict> verdicts = landing.neverLeft(some);
            verdicts.putAll(delivery.settle(
                    some.stream().filter(draft -> !verdicts.containsKey(draft)).toList()));
            Map<String, UploadOutcome> outcomes = landing.land(verdicts);
            some.forEach(
                    draft -> settled.add(new Settled(draft, Objects.requireNonNull(outcomes.get(draft.reference())))));
        }
        return List.copyOf(settled);
    }

    /** What became of a draft whose answer had been lost: accepted, as before (not reached), in conflict, or still unknown. */
    public record Settled(Draft draft, UploadOutcome outcome) {}
}
