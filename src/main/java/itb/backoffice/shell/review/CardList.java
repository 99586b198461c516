package itb.backoffice.shell.review;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Gradually;
import itb.backoffice.upload.PlanLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** The cards of a plan. They come a few at a time; each is painted as the review stands when it comes. */
final class CardList {
    private final Messages texts;
    private final ChangesPane changes;
    private final LineCard.Listener listener;
    private final Gradually pane;
    private final List<LineCard> cards = new ArrayList<>();
    private Consumer<LineCard> paint = card -> {};

    CardList(Pane pane, Messages texts, ChangesPane changes, LineCard.Listener listener) {
        this.pane = new Gradually(pane);
        this.texts = texts;
        this.changes = changes;
        this.listener = listener;
    }

    /** Shows {@code lines}; where there are none, {@code empty}. */
    void show(List<PlanLine> lines, Supplier<Node> empty) {
        cards.clear();
        // What was painted last is about other lines, or about how these ended the last time.
        paint = card -> {};
        pane.show(
                lines.isEmpty()
                        ? List.of(empty)
                        : lines.stream().map(this::maker).toList());
    }

    private Supplier<Node> maker(PlanLine line) {
        return () -> {
            LineCard card = new LineCard(line, texts, changes, listener);
            cards.add(card);
            paint.accept(card);
            return card.root();
        };
    }

    /** Paints every card, now and when it comes. */
    void paint(Consumer<LineCard> how) {
        paint = how;
        cards.forEach(how);
    }

    /** Puts the focus on the first line that can be left out. */
    boolean focus() {
        return cards.stream().anyMatch(LineCard::focus);
    }
}
