package itb.backoffice.shell.edit;

import itb.backoffice.catalogue.Names;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.draft.Draft;
import itb.backoffice.form.editor.Editors;
import itb.backoffice.form.editor.FormView;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.EmptyState;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pane on the right: the form of the open resource, its findings, its draft and the way to the review. */
public final class EditorPane extends BorderPane {
    /** What the pane asks of the window. */
    public interface Actions {
        /** Look at this draft before it is sent. */
        void review(Draft draft);

        /** Put this draft away. */
        void discard(Draft draft);

        /** Decide between my version and somebody else's. */
        void resolve(Draft draft);

        /** Show what this thing ({@code Type/id}) was before, and who changed it. */
        void versions(String reference);

        /** Go back to the table, where the pane covers it. */
        void back();
    }

    /** The keys that lead to the versions of what is open, here and in tables. */
    public static final KeyCombination VERSIONS = KeyCombination.valueOf("Shortcut+Shift+H");

    /** Two lines: a long name is worth more than half of one. */
    private static final double TITLE_HEIGHT = 56;
    /** After so long somebody wonders whether anything is happening. */
    private static final Duration LATE = Duration.millis(300);

    private final DraftDesk desk;
    private final Editors editors;
    private final Messages messages;
    private final Names names;
    private final Actions actions;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final Label saved = new Label();
    private final Button undo = icon(Feather.CORNER_UP_LEFT, "undo");
    private final Button redo = icon(Feather.CORNER_UP_RIGHT, "redo");
    private final Button versions = icon(Feather.CLOCK, "editor-versions");
    private final Button back = icon(Feather.ARROW_LEFT, "editor-back");
    private final Button discard = new Button();
    private final Button review = new Button();
    private final VBox notices = new VBox();
    private final PauseTransition late = new PauseTransition(LATE);
    private final ChangeListener<@Nullable Draft> draftListener = (property, old, draft) -> showDraft();
    private final ChangeListener<Boolean> unsavedListener = (property, old, unsaved) -> showDraft();
    private @Nullable OpenResource open;
    private @Nullable FormView form;
    private @Nullable Node below;

    /** An empty pane. */
    public EditorPane(DraftDesk desk, Editors editors, Messages messages, Actions actions) {
        this.desk = desk;
        this.editors = editors;
        this.messages = messages;
        this.names = new Names(messages);
        this.actions = actions;
        getStyleClass().add("editor-pane");
        name(undo, "shell.editor.undo", event -> with(desk::undo));
        name(redo, "shell.editor.redo", event -> with(desk::redo));
        name(versions, "shell.editor.versions", event -> versions());
        name(back, "shell.editor.back", event -> actions.back());
        back.setVisible(false);
        back.managedProperty().bind(back.visibleProperty());
        discard.setId("draft-discard");
        discard.setText(messages.get("shell.editor.discard"));
        discard.setOnAction(event -> withDraft(actions::discard));
        review.setId("draft-review");
        review.setText(messages.get("shell.editor.review"));
        review.setGraphic(new FontIcon(Feather.ARROW_RIGHT));
        review.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        review.getStyleClass().add("accent");
        review.setOnAction(event -> withDraft(actions::review));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (VERSIONS.match(event) && open != null) {
                event.consume();
                versions();
            }
        });
        late.setOnFinished(event -> empty(Feather.LOADER, "shell.editor.opening"));
        close();
    }

    private void versions() {
        with(resource -> actions.versions(resource.reference()));
    }

    private static Button icon(Feather icon, String id) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat");
        return button;
    }

    private void name(Button button, String key, javafx.event.EventHandler<javafx.event.ActionEvent> action) {
        button.setAccessibleText(messages.get(key));
        button.setTooltip(new Tooltip(messages.get(key)));
        button.setOnAction(action);
    }

    private void with(Consumer<OpenResource> action) {
        if (open != null) {
            action.accept(open);
        }
    }

    private void withDraft(Consumer<Draft> action) {
        with(resource -> {
            Draft draft = resource.draftProperty().get();
            if (draft != null) {
                action.accept(draft);
            }
        });
    }

    /** Shows nothing but what could be shown. */
    public void close() {
        late.stop();
        empty(Feather.EDIT_3, "shell.editor.empty");
    }

    /** Something else will be shown; where that takes long, this pane says so instead of showing what was there before. */
    public void opening() {
        late.playFromStart();
    }

    private void empty(Feather icon, String key) {
        forget();
        setTop(null);
        setBottom(null);
        setCenter(EmptyState.of(icon, messages.get(key), messages.get(key + ".next")));
    }

    private void forget() {
        if (open != null) {
            open.draftProperty().removeListener(draftListener);
            open.unsavedProperty().removeListener(unsavedListener);
        }
        open = null;
        form = null;
    }

    /** Shows the form of {@code resource}. */
    public void show(OpenResource resource) {
        late.stop();
        forget();
        open = resource;
        FormView view = new FormView(resource.form(), editors, messages);
        form = view;
        FindingList findings = new FindingList(resource, messages, view::focusField);
        setTop(new VBox(head(), notices, findings));
        setCenter(new BorderPane(view, null, null, below, null));
        setBottom(foot());
        undo.disableProperty().bind(resource.canUndoProperty().not());
        redo.disableProperty().bind(resource.canRedoProperty().not());
        resource.draftProperty().addListener(draftListener);
        resource.unsavedProperty().addListener(unsavedListener);
        resource.form().resourceProperty().addListener((property, old, now) -> showTitle());
        showTitle();
        showDraft();
    }

    /** Shows {@code node} between the form and the foot, for every resource. */
    public void below(Node node) {
        below = node;
    }

    /** The resource that is shown, or null. */
    public @Nullable OpenResource open() {
        return open;
    }

    /** Shows a button that leads back to the table, for windows too narrow for both. */
    public void showBack(boolean narrow) {
        back.setVisible(narrow);
    }

    /** Puts the keyboard into the first field, or into the field {@code key}. */
    public void focus(@Nullable String key) {
        if (form != null) {
            if (key == null) {
                form.focusFirst();
            } else {
                form.focusField(key);
            }
        }
    }

    private Node head() {
        title.getStyleClass().setAll("label", "page-title");
        title.setId("editor-title");
        title.setWrapText(true);
        title.setMaxHeight(TITLE_HEIGHT);
        subtitle.getStyleClass().setAll("label", "text-muted");
        VBox words = new VBox(2, title, subtitle);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(8, back, words, versions, undo, redo);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("editor-head");
        return head;
    }

    private Node foot() {
        saved.getStyleClass().setAll("label", "text-muted", "hint");
        saved.setId("draft-saved");
        saved.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (Button button : new Button[] {discard, review}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox foot = new HBox(8, saved, space, discard, review);
        foot.getStyleClass().add("editor-foot");
        return foot;
    }

    private void showTitle() {
        with(resource -> {
            Summary summary = desk.summary(resource);
            title.setText(resource.base() == null ? names.ofNew(summary) : names.of(summary));
            subtitle.setText(summary.fact(Summaries.CLINIC));
            subtitle.setManaged(!subtitle.getText().isEmpty());
        });
    }

    private void showDraft() {
        with(resource -> {
            Draft draft = resource.draftProperty().get();
            discard.setVisible(draft != null);
            review.setVisible(draft != null);
            boolean unsaved = resource.unsavedProperty().get();
            saved.setText(
                    unsaved
                            ? ""
                            : draft == null
                                    ? messages.get("shell.editor.unchanged")
                                    : messages.get(
                                            "shell.editor.saved",
                                            DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                                    .withLocale(messages.locale())
                                                    .withZone(ZoneId.systemDefault())
                                                    .format(draft.changed())));
            notices.getChildren().clear();
            if (unsaved) {
                notices.getChildren().add(DraftNotice.unsaved(messages, () -> desk.saveAgain(resource)));
            }
            if (draft != null) {
                DraftNotice.of(draft, messages, () -> actions.resolve(draft)).ifPresent(notices.getChildren()::add);
            }
        });
    }
}
