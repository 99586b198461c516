package itb.backoffice.shell.page;

import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Spellings;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is odd about a person or billing organisation: roles that write the name otherwise, and others who may be the same. */
final class IdentityNotices extends VBox {
    /** More of nearly the same name are a common name and no mistake. */
    private static final int MOST = 3;

    private final ChainModel chain;
    private final Messages messages;
    private final IdentityActs acts;

    IdentityNotices(ChainModel chain, Messages messages, IdentityActs acts) {
        this.chain = chain;
        this.messages = messages;
        this.acts = acts;
    }

    /** Shows what is odd about {@code thing}. */
    void show(Summary thing) {
        getChildren().clear();
        Spellings spellings = chain.spellings(thing);
        if (spellings.differ()) {
            add(
                    messages.get("page.identity.differ", spellings.counts().size()),
                    Buttons.plain(
                            "identity-one-name", messages.get("page.identity.oneName"), () -> acts.rename(thing)));
        } else if (spellings
                .mostUsed()
                .filter(name -> !name.equals(thing.title()))
                .isPresent()) {
            add(
                    messages.get("page.identity.rolesSay", spellings.mostUsed().orElse("")),
                    Buttons.plain(
                            "identity-one-name", messages.get("page.identity.inRoles"), () -> acts.rename(thing)));
        }
        List<Summary> others = acts.others(thing);
        for (Summary other : others.subList(0, Math.min(MOST, others.size()))) {
            add(
                    messages.get("page.identity.other", other.title(), Summaries.value(Party.firstKey(other))),
                    Buttons.plain("identity-merge", messages.get("page.act.merge"), () -> acts.merge(thing, other)));
        }
    }

    private void add(String sentence, Button button) {
        Label words = Labels.text(sentence);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Node icon = new FontIcon(Feather.ALERT_TRIANGLE);
        HBox line = new HBox(icon, words, button);
        line.getStyleClass().addAll("banner", "warning");
        getChildren().add(line);
    }
}
