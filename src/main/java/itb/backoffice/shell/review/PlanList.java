package itb.backoffice.shell.review;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.Standing;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The lines of a plan as the search finds them: before the upload, while it runs, and how each ended. */
final class PlanList {
    private final Messages texts;
    private final ReviewFrame frame;
    private final CardList cards;
    private final OutcomeBanner outcomes;
    private final Background background;
    private final Runnable again;
    private PlanSearch search;
    private UploadPlan plan = new UploadPlan(List.of(), "");
    private @Nullable Ended ended;
    private boolean sending;
    private List<PlanLine> shown = List.of();
    private int asked;

    /** {@code again} reviews what an upload left. */
    PlanList(Messages texts, Background background, ReviewFrame frame, LineCard.Listener listener, Runnable again) {
        this.texts = texts;
        this.background = background;
        this.frame = frame;
        this.again = again;
        ChangesPane changes = new ChangesPane(texts, background);
        cards = new CardList(frame.lines, texts, changes, listener);
        outcomes = new OutcomeBanner(texts, changes);
        search = new PlanSearch(texts);
        frame.onEnd(cards::more);
    }

    /** Puts the focus on the first line that can be left out. */
    boolean focus() {
        return cards.focus();
    }

    /** Shows nothing but that it is on its way. */
    void waiting() {
        forget();
        asked++;
        cards.show(List.of(), card -> {}, (before, line) -> null, frame::waiting);
    }

    /** To be called for another plan than before: its words are others. */
    void forget() {
        search = new PlanSearch(texts);
    }

    /** What the list holds: all lines, or those that were found. */
    List<PlanLine> shown() {
        return shown;
    }

    /** Lists what the search finds of {@code of}, which ended as {@code end}, where it did. */
    void list(UploadPlan of, @Nullable Ended end, boolean isSending) {
        plan = of;
        ended = end;
        sending = isSending;
        String typed = frame.search.getText();
        List<PlanLine> all = end == null ? of.lines() : end.lines();
        int mine = ++asked;
        if (typed.isBlank()) {
            frame.found.setText("");
            show(all, frame::empty);
            return;
        }
        // The first letter has the words of thousands of lines put together.
        PlanSearch in = search;
        background.latest(this, () -> in.find(typed, all), found -> {
            if (mine == asked) {
                frame.found.setText(texts.get("shell.review.found", found.size(), all.size()));
                show(found, frame::notFound);
            }
        });
    }

    private void show(List<PlanLine> some, Supplier<Node> empty) {
        Ended over = ended;
        shown = some;
        CardList.Heads heads = over == null ? (before, line) -> null : new EndedHeads(texts, over, again)::between;
        cards.show(some, painter(), heads, empty);
        choosing();
    }

    private void choosing() {
        if (ended == null) {
            Set<String> references = shown.stream().map(PlanLine::reference).collect(Collectors.toSet());
            frame.choosing(
                    plan.lines().stream()
                            .filter(line -> references.contains(line.reference()))
                            .toList(),
                    shown.size() < plan.lines().size());
        }
    }

    /** Shows the same lines as they now stand. */
    void paint(UploadPlan now, boolean isSending) {
        plan = now;
        sending = isSending;
        cards.paint(painter());
        choosing();
    }

    private Consumer<LineCard> painter() {
        Ended over = ended;
        if (over != null) {
            return card -> ended(card, over);
        }
        Standing standing = plan.standing();
        if (sending) {
            return card -> card.sending(standing.goes(card.line()));
        }
        Map<String, PlanLine> lines = new HashMap<>();
        plan.lines().forEach(line -> lines.put(line.reference(), line));
        return card -> {
            PlanLine line = lines.get(card.line().reference());
            if (line != null) {
                card.plan(line, standing);
            }
        };
    }

    private void ended(LineCard card, Ended ended) {
        UploadOutcome end = ended.of(card.line());
        if (end == null) {
            card.stayed(card.line().obstacle() != null);
        } else {
            card.ended(end, outcomes);
        }
    }
}
