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
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A person or billing organisation that only the identifiers in roles tell of: its name, identifier and roles. */
final class IdentityPane extends BorderPane {
    private final ChainModel chain;
    private final Label title = Labels.title("");
    private final Label identifier = new Label();
    private final Button back;
    private final RelationsView relations;
    private @Nullable String shown;

    IdentityPane(ChainModel chain, Messages messages, Runnable toTable, RelationsView relations) {
        this.chain = chain;
        this.relations = relations;
        back = Buttons.icon("identity-back", Feather.ARROW_LEFT, messages.get("shell.editor.back"), toTable);
        back.managedProperty().bind(back.visibleProperty());
        showBack(false);
        title.setId("identity-title");
        identifier.getStyleClass().add("text-muted");
        identifier.setId("identity-identifier");
        HBox head = new HBox(8, back, new VBox(2, title, identifier));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("editor-head");
        setTop(head);
        ScrollPane scroll = new ScrollPane(relations);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-view");
        setCenter(scroll);
        getStyleClass().add("editor-pane");
    }

    void show(Summary thing) {
        shown = thing.reference();
        title.setText(thing.title());
        identifier.setText(thing.fact(Summaries.IDENTIFIERS).replace('|', ' '));
        relations.show(thing);
    }

    /** Shows what is known now. */
    void reload() {
        if (shown != null) {
            chain.find(shown).ifPresent(this::show);
        }
    }

    void showBack(boolean narrow) {
        back.setVisible(narrow);
    }

    void focusFirst() {
        relations.requestFocus();
    }
}
