package itb.backoffice.shell.find;

import atlantafx.base.controls.CustomTextField;
import itb.backoffice.catalogue.SearchIndex;
import itb.backoffice.catalogue.SearchIndex.Entry;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.page.Relatives;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.Screen;
import itb.backoffice.shell.part.Soon;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Search over everything: a field and what fits, best first; opened by Ctrl+K, left by Esc. */
public final class FindView {
    private static final int MOST = 50;
    private static final double WIDTH = 640;
    private static final double HEIGHT = 440;

    private final Messages texts;
    private final FindModel model;
    private final Consumer<String> open;
    private final Runnable close;
    private final VBox root = new VBox(8);
    private final CustomTextField field = new CustomTextField();
    private final ListView<Entry> list = new ListView<>();
    private final Label count = Labels.hint("");
    private String searched = "";
    private final ChangeListener<SearchIndex> fresh = (property, old, now) -> search();

    /**
     * @param open opens what was found
     * @param close takes the view off the window
     */
    public FindView(ChainModel chain, FindModel model, Messages texts, Consumer<String> open, Runnable close) {
        this.texts = texts;
        this.model = model;
        this.open = open;
        this.close = close;
        field.setId("find-field");
        field.setPromptText(texts.get("find.prompt"));
        field.setAccessibleText(texts.get("find.prompt"));
        field.setLeft(new FontIcon(Feather.SEARCH));
        // However fast somebody types or whatever they paste, the window keeps up.
        Soon soon = new Soon(this::search);
        field.textProperty().addListener((property, old, typed) -> soon.please());
        list.setId("find-list");
        list.setAccessibleText(texts.get("find.found"));
        list.setFocusTraversable(false);
        list.setPrefHeight(HEIGHT);
        Relatives names = new Relatives(chain, texts);
        list.setCellFactory(any -> new FindCell(chain, names, texts));
        list.setOnMouseClicked(event -> choose());
        list.setPlaceholder(Labels.text(texts.get("find.hint")));
        count.setId("find-count");
        root.getChildren().setAll(field, list, count);
        root.setId("find");
        root.getStyleClass().add("card");
        root.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        root.setPrefWidth(WIDTH);
        Screen.dress(root);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.sceneProperty().addListener((property, old, scene) -> {
            if (scene == null) {
                model.indexProperty().removeListener(fresh);
            }
        });
    }

    /** The card. */
    public Parent root() {
        return root;
    }

    /** Begins a search, with what was typed last selected. */
    public void begin() {
        model.indexProperty().addListener(fresh);
        model.refresh();
        search();
        field.requestFocus();
        field.selectAll();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close.run();
            case ENTER -> choose();
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(8);
            case PAGE_UP -> move(-8);
            default -> {
                if (!(event.getCode() == KeyCode.K && event.isShortcutDown())) {
                    return;
                }
                field.selectAll();
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = list.getItems().size() - 1;
        if (last >= 0) {
            int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, last);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 4));
        }
    }

    private void choose() {
        if (!typed().equals(searched)) {
            search();
        }
        Entry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            open.accept(chosen.reference());
        }
    }

    private String typed() {
        return field.getText() == null ? "" : field.getText().strip();
    }

    private void search() {
        String typed = typed();
        searched = typed;
        list.getItems().setAll(model.indexProperty().get().find(typed, MOST));
        list.getSelectionModel().selectFirst();
        int found = list.getItems().size();
        ((Label) list.getPlaceholder())
                .setText(texts.get(typed.isEmpty() ? "find.hint" : model.isEmpty() ? "find.wait" : "find.nothing"));
        count.setText(typed.isEmpty() ? texts.get("find.keys") : texts.get("find.count", found));
    }
}
