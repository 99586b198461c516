package itb.backoffice.shell.review;

import itb.backoffice.catalogue.Summaries;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.EmptyState;
import itb.backoffice.shell.part.FailurePane;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.Screen;
import itb.backoffice.shell.part.When;
import itb.backoffice.upload.KnownVersion;
import itb.backoffice.upload.Undone;
import itb.backoffice.upload.VersionPage;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** All versions of one thing: who changed which field when, two of them side by side, and the way back to one. */
public final class VersionsView {
    private record Read(String reference, VersionPage page, List<VersionRow> rows, String title) {}

    private final Messages texts;
    private final Background background;
    private final VersionDesk desk;
    private final VersionHost host;
    private final Screen screen;
    private final ListView<VersionRow> list = new ListView<>();
    private final VersionComparison comparison;
    private final BorderPane body = new BorderPane();
    private final Label state = Labels.text("");
    private final Button older;
    private final Button restore;
    private String reference = "";
    private @Nullable VersionPage known;

    /** The versions that {@code desk} knows of. */
    public VersionsView(Messages texts, Background background, VersionDesk desk, VersionHost host) {
        this.texts = texts;
        this.background = background;
        this.desk = desk;
        this.host = host;
        When when = new When(texts);
        screen = new Screen("versions", texts.get("shell.versions.title"), "");
        screen.onClose(host::leaveVersions);
        comparison = new VersionComparison(texts, background, desk, when);
        list.setId("versionList");
        list.setAccessibleText(texts.get("shell.versions.title"));
        list.getStyleClass().add("side-list");
        list.setCellFactory(view -> new VersionCell(texts, when));
        list.getSelectionModel().selectedItemProperty().addListener((value, old, row) -> selected(row));
        older = Buttons.plain("versionsOlder", texts.get("shell.versions.older"), this::older);
        older.setMaxWidth(Double.MAX_VALUE);
        older.managedProperty().bind(older.visibleProperty());
        VBox left = new VBox(8, list, older);
        left.setPrefWidth(320);
        left.setMinWidth(240);
        left.getStyleClass().add("versions-side");
        VBox.setVgrow(list, Priority.ALWAYS);
        body.setLeft(left);
        body.setCenter(comparison.root());
        restore = Buttons.primary("versionRestore", texts.get("shell.versions.restore"), this::restore);
        state.setId("versionState");
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        HBox foot = new HBox(
                8,
                state,
                Buttons.plain("versionsBack", texts.get("shell.versions.back"), host::leaveVersions),
                restore);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("screen-foot");
        screen.foot(foot);
        screen.focusWhenShown(list);
    }

    /** The page. */
    public Parent root() {
        return screen.root();
    }

    /** Shows the versions of a thing ({@code Type/id}). */
    public void show(String shown) {
        reference = shown;
        known = null;
        list.getItems().clear();
        comparison.clear();
        older.setVisible(false);
        restore.setDisable(true);
        state.setText("");
        screen.title(texts.get("shell.versions.title"));
        screen.subtitle(texts.get("shell.versions.loading"));
        screen.body(body);
        read(shown, () -> desk.history().newest(type(shown), id(shown)));
    }

    private static String type(String reference) {
        return reference.substring(0, reference.indexOf('/'));
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }

    private void older() {
        VersionPage page = Objects.requireNonNull(known);
        older.setDisable(true);
        String shown = reference;
        read(shown, () -> desk.history().older(type(shown), id(shown), page));
    }

    private void read(String shown, Callable<VersionPage> work) {
        background.latest(
                this,
                () -> {
                    VersionPage page = work.call();
                    return new Read(shown, page, VersionRow.of(type(shown), page, desk.words()), title(shown, page));
                },
                this::show);
    }

    private static String title(String shown, VersionPage page) {
        return page.versions().stream()
                .map(KnownVersion::json)
                .filter(Objects::nonNull)
                .findFirst()
                .map(json -> Summaries.of(type(shown), id(shown), json).title())
                .orElse("");
    }

    private void show(Read read) {
        if (!read.reference().equals(reference)) {
            return;
        }
        known = read.page();
        older.setDisable(false);
        older.setVisible(read.page().next() != null);
        screen.subtitle(source(read.page()));
        if (!read.title().isEmpty()) {
            screen.title(texts.get("shell.versions.of", read.title()));
        }
        if (read.rows().isEmpty()) {
            screen.body(EmptyState.of(
                    Feather.CLOCK, texts.get("shell.versions.none"), texts.get("shell.versions.none.how")));
            return;
        }
        int at = Math.max(0, list.getSelectionModel().getSelectedIndex());
        comparison.offer(read.rows());
        list.getItems().setAll(read.rows());
        list.getSelectionModel().select(at);
        list.requestFocus();
    }

    /** Who tells, and why not the server where it could not. */
    private String source(VersionPage page) {
        var failure = page.failure();
        if (failure == null) {
            return texts.get("shell.versions.from." + page.source());
        }
        return FailurePane.sentence(failure, texts) + " " + texts.get("shell.versions.failed." + page.source());
    }

    private void selected(@Nullable VersionRow row) {
        restore.setDisable(row == null || row.newest() || row.version().deletion());
        if (row == null) {
            comparison.clear();
            return;
        }
        comparison.show(type(reference), row);
        state.setText(texts.get(
                row.version().deletion()
                        ? "shell.versions.restore.deleted"
                        : row.newest() ? "shell.versions.restore.now" : "shell.versions.restore.how"));
    }

    private void restore() {
        VersionRow row = list.getSelectionModel().getSelectedItem();
        String json = row == null ? null : row.version().json();
        if (json == null) {
            return;
        }
        String shown = reference;
        restore.setDisable(true);
        background.inOrder(this, () -> desk.undo().restore(type(shown), id(shown), json), undone -> {
            if (!shown.equals(reference)) {
                return;
            }
            restore.setDisable(false);
            String title = Summaries.of(type(shown), id(shown), json).title();
            switch (undone) {
                case Undone.Ready ready -> host.restored(shown);
                case Undone.Collides collides -> host.restored(shown);
                case Undone.AsBefore before -> state.setText(texts.get("shell.versions.restore.now"));
                case Undone.Impossible(Undone.Reason reason) ->
                    state.setText(texts.get("shell.history.undone." + reason, title));
            }
        });
    }
}
