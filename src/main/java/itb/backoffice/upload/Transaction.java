package itb.backoffice.upload;

import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.FhirServer.Entry;
import itb.backoffice.connection.FhirServer.Written;
import itb.backoffice.draft.Draft;
import itb.backoffice.upload.Wave.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends the pieces of a wave in one transaction. Where it is refused, servers differ in what they have done by then, so
 * one looks: what is there is there, and the rest goes again, by groups that depend on one another and in the end one by
 * one, so that a bad draft stops nothing but itself.
 */
final class Transaction {
    private final Delivery delivery;
    private final Wave wave;
    private final Patience patience;

    Transaction(Delivery delivery, Wave wave, Patience patience) {
        this.delivery = delivery;
        this.wave = wave;
        this.patience = patience;
    }

    /** Sends what can go so; what is still open afterwards has to go by itself. */
    void send(List<Piece> pieces) {
        List<Piece> fit = fit(pieces);
        if (!delivery.habits().transactions() || fit.size() < 2) {
            return;
        }
        transact(fit);
        for (List<Piece> group : Groups.of(fit, Piece::reference, Piece::after)) {
            if (group.size() > 1
                    && group.size() < fit.size()
                    && delivery.habits().transactions()) {
                transact(group);
            }
        }
    }

    /** A new resource that gets its id from the server goes by itself: nothing can refer to it before it has one. */
    private List<Piece> fit(List<Piece> pieces) {
        List<Piece> open = wave.open(pieces).stream()
                .filter(piece -> piece.draft().kind() != Draft.Kind.CREATE
                        || delivery.habits().ownId(piece.draft().type()))
                .filter(piece -> wave.seen(piece) instanceof Look.Free)
                .toList();
        List<String> here = new ArrayList<>();
        List<Piece> fit = new ArrayList<>();
        for (Piece piece : open) {
            if (piece.after().stream().allMatch(needed -> here.contains(needed) || wave.there(needed))) {
                fit.add(piece);
                here.add(piece.reference());
            }
        }
        return fit;
    }

    private void transact(List<Piece> pieces) {
        for (int attempts = 1; ; attempts++) {
            List<Piece> open = fit(pieces);
            if (open.size() < 2 || wave.stopped()) {
                return;
            }
            Map<Piece, Entry> entries = new LinkedHashMap<>();
            open.forEach(piece -> entries.put(piece, entry(piece)));
            switch (delivery.transaction(List.copyOf(entries.values()))) {
                case Answer.Ok<List<Written>>(List<Written> written) -> {
                    for (int i = 0; i < open.size(); i++) {
                        Piece piece = open.get(i);
                        wave.end(piece, delivery.check(piece.draft(), (Look.Free) wave.seen(piece), written.get(i)));
                    }
                    return;
                }
                case Answer.Failed<List<Written>>(Failure failure) -> {
                    if (!goesOn(open, failure, attempts)) {
                        return;
                    }
                }
            }
        }
    }

    private Entry entry(Piece piece) {
        Draft draft = piece.draft();
        String version = ((Look.Free) wave.seen(piece)).toMatch();
        return switch (draft.kind()) {
            case CREATE -> new Entry("PUT", draft.type(), draft.id(), draft.json(), null, null);
            case UPDATE -> new Entry("PUT", draft.type(), draft.id(), draft.json(), version, null);
            case DELETE -> new Entry("DELETE", draft.type(), draft.id(), null, version, null);
        };
    }

    /** Whether to send again what is still open after a transaction ended with {@code failure}. */
    private boolean goesOn(List<Piece> open, Failure failure, int attempts) {
        switch (failure.kind()) {
            case UNKNOWN_HOST, CERTIFICATE, SIGN_IN, NO_SECRET, NOT_R4 -> {
                open.forEach(piece -> wave.end(piece, Verdict.notReached(failure)));
                return false;
            }
            default -> {
                int ended = lookAgain(open, failure);
                if (failure.kind() == Failure.Kind.NOT_FHIR) {
                    // It declares them, and answers with anything else: what is not there goes one by one.
                    delivery.habits().refusesTransactions();
                    return false;
                }
                if (Delivery.passing(failure)) {
                    if (patience.again(failure, attempts)) {
                        return true;
                    }
                    wave.open(open).forEach(piece -> wave.end(piece, Verdict.notReached(failure)));
                    return false;
                }
                if (failure.status() == 404 || failure.status() == 405 || failure.status() == 501) {
                    delivery.habits().refusesTransactions();
                }
                // Where somebody else's change was in the way, the rest may go; else one of ours is.
                return ended > 0;
            }
        }
    }

    private int lookAgain(List<Piece> open, Failure failure) {
        Map<String, Look> now = delivery.look(Wave.drafts(open), failure.maybeDone());
        int ended = 0;
        for (Piece piece : open) {
            Look look = now.getOrDefault(piece.reference(), new Look.Free(null));
            if (look instanceof Look.Blind(Failure blind)) {
                wave.end(piece, failure.maybeDone() ? new Verdict.Unknown(blind) : Verdict.notReached(blind));
                ended++;
            } else if (look instanceof Look.Free) {
                wave.saw(List.of(piece), now);
            } else {
                wave.end(piece, delivery.afterDoubt(piece.draft(), look));
                ended++;
            }
        }
        return ended;
    }
}
