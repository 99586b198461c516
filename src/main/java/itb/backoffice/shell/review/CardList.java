package itb.backoffice.shell.review;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Gradually;
import itb.backoffice.upload.PlanLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The cards of a plan. They come a few at a time and, of a long plan, a page at a time as one scrolls down; each is
 * painted as the review stands when it comes.
 */
final class CardList {
    private static final int PAGE = 40;

    /** What stands between two lines, or above the first one; null for nothing. */
    interface Heads {
        @Nullable
        Node between(@Nullable PlanLine before, PlanLine line);
    }

    private final Messages texts;
    private final ChangesPane changes;
    private final LineCard.Listener listener;
    private final Gradually pane;
    private final Button more;
    private final List<LineCard> cards = new ArrayList<>();
    private Consumer<LineCard> paint = card -> {};
    private Heads heads = (before, line) -> null;
    private List<PlanLine> lines = List.of();
    private int shown;

    CardList(Pane around, Messages texts, ChangesPane changes, LineCard.Listener listener) {
        VBox list = new VBox(16);
        this.pane = new Gradually(list);
        this.texts = texts;
        this.changes = changes;
        this.listener = listener;
        more = Buttons.plain("reviewMore", "", this::more);
        more.managedProperty().bind(more.visibleProperty());
        around.getChildren().setAll(list, more);
        left();
    }

    /** Shows {@code some}, each painted by {@code how}, under {@code over}; where there are none, {@code empty}. */
    void show(List<PlanLine> some, Consumer<LineCard> how, Heads over, Supplier<Node> empty) {
        cards.clear();
        paint = how;
        heads = over;
        lines = some;
        shown = Math.min(PAGE, lines.size());
        pane.show(lines.isEmpty() ? List.of(empty) : makers(0, shown));
        left();
    }

    /** Shows the next page, where there is one. */
    void more() {
        int to = Math.min(shown + PAGE, lines.size());
        if (to > shown) {
            pane.add(makers(shown, to));
            shown = to;
            left();
        }
    }

    private void left() {
        more.setText(texts.get("shell.review.more", lines.size() - shown));
        more.setVisible(shown < lines.size());
    }

    private List<Supplier<Node>> makers(int from, int to) {
        List<Supplier<Node>> makers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            PlanLine line = lines.get(i);
            PlanLine before = i == 0 ? null : lines.get(i - 1);
            makers.add(() -> {
                LineCard card = new LineCard(line, texts, changes, listener);
                cards.add(card);
                paint.accept(card);
                Node head = heads.between(before, line);
                return head == null ? card.root() : new VBox(16, head, card.root());
            });
        }
        return makers;
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
