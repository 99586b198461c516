package itb.backoffice.shell.page;

import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A person or billing organisation that only the identifiers in roles tell of: its name, identifier and roles. */
final class IdentityPane extends BorderPane {
    private final ChainModel chain;
    private final Messages messages;
    private final IdentityActs acts;
    private final Label title = Labels.title("");
    private final Label identifier = Labels.hint("");
    private final Button back;
    private final Button rename;
    private final Button correct;
    private final IdentityNotices notices;
    private final RelationsView relations;
    private @Nullable String shown;

    IdentityPane(ChainModel chain, Messages messages, IdentityActs acts, Runnable toTable, RelationsView relations) {
        this.chain = chain;
        this.messages = messages;
        this.acts = acts;
        this.relations = relations;
        notices = new IdentityNotices(chain, messages, acts);
        back = Buttons.icon("identity-back", Feather.ARROW_LEFT, messages.get("shell.editor.back"), toTable);
        back.managedProperty().bind(back.visibleProperty());
        showBack(false);
        title.setId("identity-title");
        identifier.setId("identity-identifier");
        // The system is a long address of which the end tells one from another.
        identifier.setWrapText(false);
        identifier.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        VBox words = new VBox(2, title, identifier);
        words.setMinWidth(0);
        HBox head = new HBox(8, back, words);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("editor-head");
        setTop(new VBox(head, notices));
        ScrollPane scroll = new ScrollPane(relations);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-view");
        setCenter(scroll);
        rename = Buttons.plain("identity-rename", messages.get("page.act.rename"), () -> {});
        correct = Buttons.plain("identity-correct", messages.get("page.act.correct"), () -> {});
        HBox foot = new HBox(8, rename, correct);
        foot.getStyleClass().add("editor-foot");
        setBottom(foot);
        getStyleClass().add("editor-pane");
    }

    void show(Summary thing) {
        shown = thing.reference();
        title.setText(thing.title());
        identifier.setText(known(thing));
        identifier.setTooltip(new Tooltip(identifier.getText()));
        rename.setOnAction(event -> acts.rename(thing));
        correct.setOnAction(event -> acts.correct(thing));
        notices.show(thing);
        relations.show(relations.around(thing));
    }

    private String known(Summary thing) {
        String key = Party.firstKey(thing);
        if (key.isEmpty()) {
            return messages.get("page.identity.byId", thing.id());
        }
        String system = Summaries.system(key);
        return system.isEmpty()
                ? messages.get("page.identity.noSystem", Summaries.value(key))
                : messages.get("page.identity.known", Summaries.value(key), system);
    }

    /** Shows what is known now; what is gone stays until something else is chosen. */
    void reload() {
        if (shown != null) {
            chain.find(shown).ifPresent(this::show);
        }
    }

    void showBack(boolean narrow) {
        back.setVisible(narrow);
    }

    void focusFirst() {
        rename.requestFocus();
    }
}
