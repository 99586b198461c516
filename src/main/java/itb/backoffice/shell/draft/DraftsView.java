package itb.backoffice.shell.draft;

import itb.backoffice.draft.Discarded;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.EmptyState;
import itb.backoffice.shell.part.NoticeBar;
import itb.backoffice.shell.part.Screen;
import itb.backoffice.validation.Finding;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** The page of drafts: what was changed on this computer and is not on the server yet. */
public final class DraftsView {
    private final Messages texts;
    private final Background background;
    private final DraftStore drafts;
    private final DraftHost host;
    private final Screen screen;
    private final NoticeBar notice;
    private final ObservableList<DraftRow> rows = FXCollections.observableArrayList();
    private final TableView<DraftRow> table;
    private final Button review;
    private final Button discard;
    private final Button open;
    private Map<String, List<Finding>> findings = Map.of();
    private boolean shownBefore;

    /** A list of {@code drafts}; {@code host} is the window around it. */
    public DraftsView(Messages texts, Background background, DraftStore drafts, DraftHost host) {
        this.texts = texts;
        this.background = background;
        this.drafts = drafts;
        this.host = host;
        screen = new Screen("drafts", texts.get("shell.drafts.title"), texts.get("shell.drafts.what"));
        notice = new NoticeBar(texts);
        table = new DraftTable(texts).view();
        open = Buttons.plain("draftOpen", texts.get("shell.drafts.open"), this::open);
        discard = Buttons.destructive("draftDiscard", "", () -> discard(chosen()));
        review = Buttons.primary("draftReview", "", () -> host.review(chosen()));
        build();
    }

    private void build() {
        SortedList<DraftRow> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setPlaceholder(
                EmptyState.of(Feather.EDIT_3, texts.get("shell.drafts.none"), texts.get("shell.drafts.none.how")));
        table.getSelectionModel().getSelectedItems().addListener((Observable changed) -> buttons());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
        table.setContextMenu(menu());
        screen.actions(discard, open, review);
        screen.body(table);
        screen.foot(notice.root());
        buttons();
    }

    private ContextMenu menu() {
        MenuItem opening = new MenuItem(texts.get("shell.drafts.open"));
        opening.setOnAction(event -> open());
        MenuItem reviewing = new MenuItem();
        reviewing.textProperty().bind(review.textProperty());
        reviewing.setOnAction(event -> host.review(chosen()));
        MenuItem discarding = new MenuItem();
        discarding.textProperty().bind(discard.textProperty());
        discarding.setOnAction(event -> discard(chosen()));
        return new ContextMenu(opening, reviewing, discarding);
    }

    /** The page. */
    public Parent root() {
        return screen.root();
    }

    /** Runs {@code action} when the user leaves by Esc. */
    public void onClose(Runnable action) {
        screen.onClose(action);
    }

    /** Puts the focus into the table. */
    public void focus() {
        table.requestFocus();
    }

    /** Shows what validation says, by {@code Type/id}; call {@link #refresh} to see it. */
    public void findings(Map<String, List<Finding>> now) {
        findings = now;
    }

    /** Reads the drafts again; place and selection stay. */
    public void refresh() {
        Map<String, List<Finding>> known = findings;
        background.latest(
                this,
                () -> drafts.all().stream()
                        .map(draft -> DraftRow.of(draft, known.getOrDefault(draft.reference(), List.of())))
                        .sorted(Comparator.comparing(DraftRow::changed).reversed())
                        .toList(),
                this::show);
        if (!shownBefore) {
            shownBefore = true;
            background.run(drafts::lastDiscarded, last -> last.ifPresent(this::offer));
        }
    }

    private void show(List<DraftRow> now) {
        Set<String> selected = new HashSet<>(table.getSelectionModel().getSelectedItems().stream()
                .map(DraftRow::reference)
                .toList());
        rows.setAll(now.stream()
                .map(row -> host.nameOf(row.reference()).map(row::called).orElse(row))
                .toList());
        table.getSelectionModel().clearSelection();
        for (int i = 0; i < table.getItems().size(); i++) {
            if (selected.contains(table.getItems().get(i).reference())) {
                table.getSelectionModel().select(i);
            }
        }
        buttons();
    }

    private void buttons() {
        int count = chosen().size();
        boolean all = table.getSelectionModel().getSelectedItems().isEmpty();
        review.setText(texts.get(all ? "shell.drafts.reviewAll" : "shell.drafts.review", count));
        discard.setText(texts.get(all ? "shell.drafts.discardAll" : "shell.drafts.discard", count));
        review.setDisable(count == 0);
        discard.setDisable(count == 0);
        open.setDisable(table.getSelectionModel().getSelectedItems().size() != 1);
    }

    /** What is selected, or all where nothing is. */
    private List<String> chosen() {
        List<DraftRow> selected = table.getSelectionModel().getSelectedItems();
        return (selected.isEmpty() ? table.getItems() : selected)
                .stream().map(DraftRow::reference).toList();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isControlDown()) {
            open();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            discard(selected());
            event.consume();
        }
    }

    private List<String> selected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .map(DraftRow::reference)
                .toList();
    }

    private void open() {
        DraftRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            host.open(row.reference());
        }
    }

    private void discard(List<String> references) {
        if (references.isEmpty()) {
            return;
        }
        background.inOrder(this, () -> drafts.discard(references), gone -> {
            offer(gone);
            changed();
        });
    }

    private void offer(Discarded gone) {
        int count = gone.references().size();
        if (count > 0) {
            notice.show(
                    texts.get("shell.drafts.discarded", count),
                    () -> background.inOrder(this, () -> drafts.restore(gone.handle()), back -> changed()),
                    () -> {});
        }
    }

    private void changed() {
        refresh();
        host.draftsChanged();
    }
}
