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
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The lines of a plan as the search finds them: before the upload, while it runs, and how each ended. */
final class PlanList {
    private final Messages texts;
    private final ReviewFrame frame;
    private final CardList cards;
    private final OutcomeBanner outcomes;
    private final PlanSearch search;
    private final Runnable again;

    /** {@code again} reviews what an upload left. */
    PlanList(Messages texts, Background background, ReviewFrame frame, LineCard.Listener listener, Runnable again) {
        this.texts = texts;
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
        search.clear();
        cards.show(List.of(), card -> {}, (before, line) -> null, frame::waiting);
    }

    /** To be called for another plan than before. */
    void forget() {
        search.clear();
    }

    /** Lists what the search finds. */
    void list(UploadPlan plan, @Nullable Ended ended, boolean sending) {
        String typed = frame.search.getText();
        List<PlanLine> all = ended == null ? plan.lines() : ended.lines();
        List<PlanLine> found = search.find(typed, all);
        frame.found.setText(typed.isBlank() ? "" : texts.get("shell.review.found", found.size(), all.size()));
        CardList.Heads heads = ended == null ? (before, line) -> null : new EndedHeads(texts, ended, again)::between;
        cards.show(found, painter(plan, ended, sending), heads, () -> empty(typed));
    }

    private Node empty(String typed) {
        return typed.isBlank() ? frame.empty() : frame.notFound();
    }

    /** Shows the same lines as they now stand. */
    void paint(UploadPlan plan, boolean sending) {
        cards.paint(painter(plan, null, sending));
    }

    private Consumer<LineCard> painter(UploadPlan plan, @Nullable Ended ended, boolean sending) {
        if (ended != null) {
            return card -> ended(card, ended);
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
