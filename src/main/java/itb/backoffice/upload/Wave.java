package itb.backoffice.upload;

import itb.backoffice.connection.Failure;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Background;
import itb.backoffice.upload.UploadOutcome.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Locked drafts that go up together: in one transaction where the server takes those, the rest side by side, each after
 * what it depends on. It finds out how each ended and writes nothing down.
 */
final class Wave {
    /** How many requests are under way at the same time. */
    private static final int LANES = 4;

    /** A locked draft and what must be on the server before it. */
    record Piece(Draft draft, Set<String> after) {
        String reference() {
            return draft.reference();
        }
    }

    private final Delivery delivery;
    private final Background background;
    private final Patience patience;
    private final Street street;
    private final Consumer<Piece> onEnd;

    private final Set<String> onServer = new HashSet<>();
    private final Map<String, Look> looks = new ConcurrentHashMap<>();
    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();

    /**
     * @param street shared with the other waves of the upload
     * @param onEnd told of each piece whose end is known, on any thread
     */
    Wave(Delivery delivery, Background background, Patience patience, Street street, Consumer<Piece> onEnd) {
        this.delivery = delivery;
        this.background = background;
        this.patience = patience;
        this.street = street;
        this.onEnd = onEnd;
    }

    /**
     * Sees what the server has now, before anything is sent.
     *
     * @param before {@code Type/id} of what this upload has brought there
     */
    void look(List<Piece> pieces, Set<String> before) {
        onServer.addAll(before);
        saw(pieces, delivery.look(drafts(pieces), false));
    }

    /**
     * Sends {@code pieces}, which were looked at and come in order of dependence.
     *
     * @param leaving told of those that can go when it is their turn, before the first request leaves
     */
    Map<Draft, Verdict> send(List<Piece> pieces, Consumer<List<Draft>> leaving) {
        boolean together = delivery.habits().transactions();
        if (together) {
            street.beside(() -> {
                announce(pieces, leaving);
                new Transaction(delivery, this, patience).send(pieces);
            });
        }
        if (!ready(pieces).isEmpty()) {
            street.alone(() -> {
                if (!together) {
                    announce(pieces, leaving);
                }
                for (List<Piece> ready = ready(pieces); !ready.isEmpty(); ready = ready(pieces)) {
                    sideBySide(ready);
                }
            });
        }
        Map<Draft, Verdict> ended = new LinkedHashMap<>();
        Verdict otherwise = new Verdict.NotSent(Reason.DEPENDS, null);
        pieces.forEach(piece -> ended.put(piece.draft(), verdicts.getOrDefault(piece.reference(), otherwise)));
        return ended;
    }

    private void announce(List<Piece> pieces, Consumer<List<Draft>> leaving) {
        if (!stopped()) {
            leaving.accept(drafts(open(pieces)));
        }
    }

    /** Whether nothing more should be sent. */
    boolean stopped() {
        return street.closed() != null || patience.cancelled();
    }

    static List<Draft> drafts(List<Piece> pieces) {
        return pieces.stream().map(Piece::draft).toList();
    }

    /** Takes in what the server has now; what is not free to go has ended. Returns how many those were. */
    int saw(List<Piece> pieces, Map<String, Look> now) {
        int ended = 0;
        for (Piece piece : pieces) {
            Look look = now.getOrDefault(piece.reference(), new Look.Free(null));
            looks.put(piece.reference(), look);
            boolean goes =
                    look instanceof Look.Free || (look instanceof Look.Blind(Failure failure) && failure.passing());
            if (!goes) {
                end(piece, Delivery.unsent(look));
                ended++;
            }
        }
        return ended;
    }

    /** What was last seen of {@code piece}. */
    Look seen(Piece piece) {
        return looks.getOrDefault(piece.reference(), new Look.Free(null));
    }

    void end(Piece piece, Verdict verdict) {
        verdicts.put(piece.reference(), verdict);
        street.close(verdict.stop());
        onEnd.accept(piece);
    }

    /** Those of {@code pieces} whose end is not known and that can still go, after what depends on a failure was given up. */
    List<Piece> open(List<Piece> pieces) {
        for (Piece piece : pieces) {
            boolean lost = piece.after().stream()
                    .anyMatch(needed -> !onServer.contains(needed)
                            && (verdicts.containsKey(needed)
                                    ? !verdicts.get(needed).done()
                                    : pieces.stream()
                                                    .noneMatch(one ->
                                                            one.reference().equals(needed))
                                            && !looks.containsKey(needed)));
            if (lost && !verdicts.containsKey(piece.reference())) {
                end(piece, new Verdict.NotSent(Reason.DEPENDS, null));
            }
        }
        return pieces.stream()
                .filter(piece -> !verdicts.containsKey(piece.reference()))
                .toList();
    }

    private List<Piece> ready(List<Piece> pieces) {
        return open(pieces).stream()
                .filter(piece -> piece.after().stream().allMatch(this::there))
                .toList();
    }

    /** Whether it is on the server. */
    boolean there(String reference) {
        Verdict verdict = verdicts.get(reference);
        return onServer.contains(reference) || (verdict != null && verdict.done());
    }

    private void sideBySide(List<Piece> ready) {
        Queue<Piece> queue = new ConcurrentLinkedQueue<>(ready);
        List<Future<?>> lanes = new ArrayList<>();
        for (int lane = 1; lane < Math.min(LANES, ready.size()); lane++) {
            lanes.add(background.beside(() -> {
                drain(queue);
                return lanes;
            }));
        }
        drain(queue);
        lanes.forEach(Wave::await);
    }

    private void drain(Queue<Piece> queue) {
        for (Piece piece = queue.poll(); piece != null; piece = queue.poll()) {
            Failure stopped = street.closed();
            end(
                    piece,
                    stopped != null
                            ? Verdict.notReached(stopped)
                            : patience.cancelled()
                                    ? new Verdict.NotSent(Reason.CANCELLED, null)
                                    : delivery.deliver(piece.draft(), seen(piece), patience));
        }
    }

    /** Waits for what was started beside this. */
    static <T> T await(Future<T> beside) {
        try {
            return beside.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e);
        }
    }
}
