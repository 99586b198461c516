package itb.backoffice.shell.connection;

import atlantafx.base.theme.Styles;
import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.EmptyState;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.NoticeBar;
import itb.backoffice.shell.part.Screen;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The page of connections: the list, and beside it the one that is looked at. What was typed and not saved stays in
 * this view when it is left, so keep one view for the life of the window.
 */
public final class ConnectionsView {
    private final Messages texts;
    private final ConnectionsModel model;
    private final Consumer<Connection> onUse;
    private final Screen screen;
    private final ListView<ConnectionEdit> list = new ListView<>();
    private final ConnectionForm form;
    private final ConnectionProbe probe;
    private final NoticeBar notice;
    private final VBox removal = new VBox();
    private final Button add;
    private final Button save;
    private final Button revert;
    private final Button use;
    private final Button remove;
    private final ScrollPane detail;
    private @Nullable ConnectionEdit looking;

    /** {@code onUse} is told which connection the user wants to work on. */
    public ConnectionsView(Messages texts, Background background, ConnectionBook book, Consumer<Connection> onUse) {
        this.texts = texts;
        this.onUse = onUse;
        model = new ConnectionsModel(background, book);
        form = new ConnectionForm(texts);
        probe = new ConnectionProbe(texts, background, book, form.profiles()::advise);
        notice = new NoticeBar(texts);
        screen = new Screen("connections", texts.get("shell.connections.title"), texts.get("shell.connections.what"));
        save = Buttons.plain("connectionSave", texts.get("shell.connections.save"), () -> save(saved -> {}));
        add = Buttons.withIcon("connectionAdd", Feather.PLUS, texts.get("shell.connections.add"), this::add);
        revert = Buttons.plain("connectionRevert", texts.get("shell.connections.revert"), this::revert);
        use = Buttons.primary("connectionUse", texts.get("shell.connections.use"), () -> save(onUse));
        remove = Buttons.destructive("connectionRemove", texts.get("shell.connections.remove"), this::askRemove);
        detail = new ScrollPane(detail());
        build();
    }

    private void build() {
        list.setId("connectionList");
        list.setAccessibleText(texts.get("shell.connections.title"));
        list.setItems(model.shown());
        list.setCellFactory(view -> new ConnectionCell(texts, model::open, model::unsaved));
        list.setPrefWidth(336);
        list.setMinWidth(280);
        list.getStyleClass().add("side-list");
        list.getSelectionModel().selectedItemProperty().addListener((value, old, now) -> look(now));
        detail.setFitToWidth(true);
        detail.getStyleClass().add("edge-to-edge");
        VBox none = EmptyState.of(
                Feather.SERVER, texts.get("shell.connections.none"), texts.get("shell.connections.none.how"));
        none.visibleProperty().bind(detail.visibleProperty().not());
        StackPane right = new StackPane(none, detail);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox body = new HBox(list, right);
        screen.body(body);
        screen.actions(add);
        screen.foot(notice.root());
        screen.focusWhenShown(list);
        form.onChange(this::typed);
        look(null);
    }

    private VBox detail() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button test = Buttons.withIcon(
                "connectionTestRun", Feather.ACTIVITY, texts.get("shell.connections.test"), this::test);
        HBox buttons = new HBox(8, use, save, test, revert, space, remove);
        buttons.setAlignment(Pos.CENTER_LEFT);
        removal.setId("connectionRemoval");
        removal.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(removal.getChildren()));
        VBox result = new VBox(16, form.profiles().advice(), probe.root());
        result.heightProperty().addListener((height, was, is) -> {
            if (is.doubleValue() > was.doubleValue()) {
                Platform.runLater(() -> show(result));
            }
        });
        VBox detail = new VBox(24, form.root(), buttons, removal, result);
        detail.setMaxWidth(720);
        detail.getStyleClass().add("screen-body");
        return detail;
    }

    /** Scrolls to what a test brought, where it lies below the edge. */
    private void show(VBox result) {
        detail.layout();
        double room = detail.getContent().getLayoutBounds().getHeight()
                - detail.getViewportBounds().getHeight();
        if (room > 0) {
            detail.setVvalue(Math.clamp((result.getBoundsInParent().getMinY() - 24) / room, 0, 1));
        }
    }

    /** The page. */
    public Parent root() {
        return screen.root();
    }

    /** Runs {@code action} when the user leaves by Esc; nothing typed is lost by it. */
    public void onClose(Runnable action) {
        screen.closeButton(texts.get("shell.close"));
        screen.onClose(() -> {
            notice.close();
            action.run();
        });
    }

    /** Runs {@code action} when the user wants to see the packages of profiles. */
    public void onPackages(Runnable action) {
        form.profiles().onManage(action);
        screen.actions(
                Buttons.withIcon("connectionsPackages", Feather.PACKAGE, texts.get("shell.packages.title"), action),
                add);
    }

    /** Reads the connections again; {@code openId} is the one that is worked on, empty for none. */
    public void refresh(String openId) {
        model.choices(form.profiles()::choices);
        model.load(() -> {
            model.open(openId);
            ConnectionEdit seen = looking;
            select(seen == null ? openId : seen.id());
            if (seen != null) {
                buttons(seen);
            }
        });
    }

    private void select(String id) {
        model.shown().stream()
                .filter(edit -> edit.id().equals(id))
                .findFirst()
                .or(() -> model.shown().stream().findFirst())
                .ifPresent(edit -> list.getSelectionModel().select(edit));
    }

    private void look(@Nullable ConnectionEdit edit) {
        if (edit == null) {
            if (model.shown().isEmpty()) {
                looking = null;
                detail.setVisible(false);
            }
            return;
        }
        boolean other = looking == null || !looking.id().equals(edit.id());
        looking = edit;
        detail.setVisible(true);
        if (other || !edit.equals(form.edit())) {
            form.show(edit, () -> otherNames(edit.id()));
        }
        if (other) {
            removal.getChildren().clear();
            probe.clear();
            detail.setVvalue(0);
        }
        buttons(edit);
    }

    private void buttons(ConnectionEdit edit) {
        boolean unsaved = model.unsaved(edit);
        // What is changed on the connection in use must reach the window too, so there it is "save and use" alone.
        save.setDisable(!unsaved);
        save.setVisible(!model.open(edit));
        save.setManaged(!model.open(edit));
        revert.setVisible(unsaved);
        use.setText(texts.get(unsaved ? "shell.connections.saveAndUse" : "shell.connections.use"));
        use.setDisable(!unsaved && model.open(edit));
        remove.setVisible(model.kept(edit) && !edit.id().equals(Connection.DEMO_ID));
    }

    private List<String> otherNames(String id) {
        return model.shown().stream()
                .filter(edit -> !edit.id().equals(id))
                .map(ConnectionEdit::name)
                .toList();
    }

    private void typed(ConnectionEdit edit) {
        looking = edit;
        model.replace(edit);
        select(edit.id());
        buttons(edit);
    }

    private void add() {
        ConnectionEdit blank = ConnectionEdit.blank();
        model.shown().add(blank);
        list.getSelectionModel().select(blank);
        form.focus();
    }

    private void save(Consumer<Connection> then) {
        ConnectionEdit edit = looking;
        if (edit == null || !form.check()) {
            return;
        }
        if (!model.unsaved(edit)) {
            then.accept(edit.connection());
            return;
        }
        model.save(edit, () -> {
            select(edit.id());
            then.accept(edit.connection());
        });
    }

    private void test() {
        ConnectionEdit edit = looking;
        if (edit != null && form.check()) {
            probe.start(edit.connection(), edit.newSecret());
        }
    }

    private void revert() {
        ConnectionEdit edit = looking;
        if (edit != null) {
            model.revert(edit);
            select(edit.id());
        }
    }

    private void askRemove() {
        ConnectionEdit edit = looking;
        if (edit != null && model.open(edit)) {
            Label inUse = Labels.text(texts.get("shell.connections.remove.inUse"));
            inUse.setId("connectionInUse");
            inUse.setMaxWidth(Double.MAX_VALUE);
            inUse.getStyleClass().addAll("banner", Styles.WARNING);
            removal.getChildren().setAll(inUse);
        } else if (edit != null) {
            model.countDrafts(edit, drafts -> {
                if (drafts == 0) {
                    remove(edit, 0);
                } else {
                    confirmRemove(edit, drafts);
                }
            });
        }
    }

    private void confirmRemove(ConnectionEdit edit, int drafts) {
        HBox buttons = new HBox(
                8,
                Buttons.destructive(
                        "connectionRemoveSure",
                        texts.get("shell.connections.remove.sure", drafts),
                        () -> remove(edit, drafts)),
                Buttons.plain(
                        "connectionRemoveKeep",
                        texts.get("shell.connections.remove.keep"),
                        () -> removal.getChildren().clear()));
        VBox question =
                new VBox(12, Labels.text(texts.get("shell.connections.remove.lost", edit.name(), drafts)), buttons);
        question.getStyleClass().addAll("banner", Styles.WARNING);
        removal.getChildren().setAll(question);
        buttons.getChildren().getFirst().requestFocus();
    }

    private void remove(ConnectionEdit edit, int drafts) {
        removal.getChildren().clear();
        model.remove(edit);
        notice.show(
                texts.get("shell.connections.removed", edit.name(), drafts),
                () -> model.restore(edit, () -> select(edit.id())),
                () -> model.forget(edit));
    }
}
