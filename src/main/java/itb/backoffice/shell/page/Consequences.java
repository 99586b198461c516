package itb.backoffice.shell.page;

import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.part.Labels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** What hangs on things that are about to be hidden or deleted, by number and by name. */
final class Consequences {
    private static final int MOST = 200;
    private static final double HEIGHT = 200;

    private final Relatives relatives;
    private final Messages messages;

    Consequences(Relatives relatives, Messages messages) {
        this.relatives = relatives;
        this.messages = messages;
    }

    /** Whether nothing hangs on them. */
    boolean none(Collection<Summary> things) {
        return relatives.users(things).isEmpty();
    }

    /** What hangs on them, for a card; {@code key} says what it means for these. */
    List<Node> nodes(Collection<Summary> things, String key) {
        Map<Kind, List<Summary>> users = relatives.users(things);
        VBox names = new VBox(4);
        users.forEach((kind, list) -> {
            names.getChildren().add(Labels.strong(relatives.number(kind, list.size())));
            relatives.sorted(list).stream()
                    .limit(MOST)
                    .map(relatives::name)
                    .map(Labels::text)
                    .forEach(names.getChildren()::add);
            if (list.size() > MOST) {
                names.getChildren().add(Labels.hint(messages.get("page.question.more", list.size() - MOST)));
            }
        });
        ScrollPane scroll = new ScrollPane(names);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HEIGHT);
        scroll.setFocusTraversable(false);
        scroll.setId("question-affected");
        return new ArrayList<>(List.of(Labels.text(messages.get(key)), scroll));
    }
}
