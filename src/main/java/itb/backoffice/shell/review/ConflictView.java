package itb.backoffice.shell.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.draft.Choice;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.EditResult;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.EmptyState;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.Screen;
import itb.backoffice.shell.part.When;
import itb.backoffice.shell.review.ChangesPane.Sides;
import itb.backoffice.upload.FieldChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The resolution of one conflict: base, mine and theirs, a choice for each field. Nothing is sent from here. */
public final class ConflictView {
    private final Messages texts;
    private final Background background;
    private final ConflictDesk desk;
    private final ConflictTools tools;
    private final Runnable onDone;
    private final Screen screen;
    private final ChangesPane changes;
    private final When when;
    private final VBox body = new VBox(16);
    private final Label state = Labels.text("");
    private final HBox foot = new HBox(8);
    private final List<ConflictRowView> rows = new ArrayList<>();
    private @Nullable ConflictCase shown;

    /**
     * @param onDone runs when the conflict was resolved or left; the draft may be another, or gone
     */
    public ConflictView(
            Messages texts, Background background, ConflictDesk desk, ConflictTools tools, Runnable onDone) {
        this.texts = texts;
        this.background = background;
        this.desk = desk;
        this.tools = tools;
        this.onDone = onDone;
        screen = new Screen("conflict", texts.get("shell.conflict.title"), texts.get("shell.conflict.what"));
        changes = new ChangesPane(texts, background);
        when = new When(texts);
        body.getStyleClass().add("screen-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        state.setId("conflictState");
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("screen-foot");
        screen.body(scroll);
        screen.foot(foot);
        screen.focusWhenShown(scroll);
        screen.onClose(onDone);
    }

    /** The page. */
    public Parent root() {
        return screen.root();
    }

    /** Shows the conflict of a draft ({@code Type/id}); where it is the one that was left, with what was chosen then. */
    public void show(String reference) {
        ConflictCase before = shown;
        if (before == null || !before.conflict().draft().reference().equals(reference)) {
            clear();
        }
        background.latest(
                this,
                () -> desk.find(reference).map(conflict -> ConflictCase.of(conflict, tools.words(), tools.forms())),
                found -> found.ifPresentOrElse(this::show, this::gone));
    }

    private void clear() {
        shown = null;
        rows.clear();
        body.getChildren().clear();
        foot.getChildren().clear();
    }

    private void gone() {
        clear();
        body.getChildren()
                .setAll(EmptyState.of(
                        Feather.CHECK_CIRCLE, texts.get("shell.conflict.gone"), texts.get("shell.conflict.gone.how")));
        foot.getChildren().setAll(state, back());
    }

    private void show(ConflictCase found) {
        ConflictCase before = shown;
        if (before != null && before.conflict().equals(found.conflict())) {
            focus();
            return;
        }
        clear();
        shown = found;
        Draft draft = found.conflict().draft();
        ConflictWords said = new ConflictWords(draft, texts, when);
        if (found.conflict().theirs() == null) {
            screen.subtitle(said.get("deletedThere", found.title()));
            group(said.get("myChanges"), found.mine());
            decide(found, said.get("createAgain"), said.get("discard"));
        } else if (draft.kind() == Draft.Kind.DELETE) {
            screen.subtitle(said.get("iDelete", found.title()));
            group(said.get("theirChanges"), found.merged());
            decide(found, said.get("deleteAnyway"), said.get("discard"));
        } else {
            screen.subtitle(said.get("both", found.title()));
            ConflictRowView.Look look = new ConflictRowView.Look(changes, tools.editors());
            for (ConflictRow row : found.rows()) {
                ConflictRowView view = new ConflictRowView(rows.size(), row, said, look, this::chosen);
                rows.add(view);
                body.getChildren().add(view.root());
            }
            group(said.get("merged"), found.merged());
            group(said.get("kept"), found.mine());
            Button apply = Buttons.primary("conflictApply", texts.get("shell.conflict.apply"), () -> apply(found));
            foot.getChildren().setAll(state, back(), apply);
            chosen();
        }
        focus();
    }

    private void focus() {
        if (rows.isEmpty()) {
            foot.getChildren().get(1).requestFocus();
        } else {
            rows.getFirst().focus();
        }
    }

    private void group(String heading, List<FieldChange> list) {
        if (!list.isEmpty()) {
            VBox card = new VBox(12, Labels.heading(heading), changes.of(list, Sides.BOTH));
            card.getStyleClass().addAll("card", "quiet");
            body.getChildren().add(card);
        }
    }

    private void decide(ConflictCase found, String mine, String letGo) {
        Button keep = Buttons.primary("conflictKeepMine", mine, () -> finish(() -> desk.keepMine(found.conflict())));
        Button discard = Buttons.destructive(
                "conflictDiscard",
                letGo,
                () -> finish(() -> {
                    desk.discard(found.conflict());
                    return new EditResult.NoDraft();
                }));
        state.setText(texts.get("shell.conflict.nothingSent"));
        foot.getChildren().setAll(state, back(), discard, keep);
    }

    private Node back() {
        return Buttons.plain("conflictBack", texts.get("shell.conflict.back"), onDone);
    }

    private void chosen() {
        long open = rows.stream().filter(row -> row.choice().isEmpty()).count();
        state.setText(texts.get(open == 0 ? "shell.conflict.nothingSent" : "shell.conflict.open", open));
        foot.getChildren().getLast().setDisable(open > 0);
    }

    private void apply(ConflictCase found) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        rows.forEach(row -> row.choice().ifPresent(choice -> choices.put(row.path(), choice)));
        List<ObjectNode> edits =
                rows.stream().flatMap(row -> row.edit().stream()).toList();
        finish(() -> desk.resolve(found.conflict(), choices, edits));
    }

    private void finish(Callable<EditResult> work) {
        foot.setDisable(true);
        background.inOrder(this, work, result -> {
            foot.setDisable(false);
            switch (result) {
                case EditResult.Saved saved -> onDone.run();
                case EditResult.NoDraft none -> onDone.run();
                case EditResult.Nothing nothing -> onDone.run();
                case EditResult.Sending sending -> state.setText(texts.get("shell.conflict.isSending"));
            }
        });
    }
}
