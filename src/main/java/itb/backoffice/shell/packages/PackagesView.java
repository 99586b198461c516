package itb.backoffice.shell.packages;

import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.NoticeBar;
import itb.backoffice.shell.part.Screen;
import itb.backoffice.validation.pack.ImportOutcome;
import itb.backoffice.validation.pack.InstalledPackage;
import itb.backoffice.validation.pack.PackageChoice;
import itb.backoffice.validation.pack.PackageId;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page of profile packages: those that come with the program, those that were imported, and the ways to get more. */
public final class PackagesView {
    private final Messages texts;
    private final Background background;
    private final PackageBook book;
    private final Screen screen;
    private final NoticeBar notice;
    private final VBox report = new VBox();
    private final VBox cards = new VBox(12);
    private final Button choose;
    private final MenuButton read;

    /** What there is on disk, as the page shows it. */
    private record Shelf(List<PackageChoice> choices, List<InstalledPackage> installed, List<Connection> connections) {
        /** Who is checked against the package that is kept under {@code key}. */
        List<String> users(String key) {
            return connections.stream()
                    .filter(one -> one.profilePackage().equals(key))
                    .map(Connection::name)
                    .toList();
        }
    }

    /** Shows what {@code book} has. */
    public PackagesView(Messages texts, Background background, PackageBook book) {
        this.texts = texts;
        this.background = background;
        this.book = book;
        screen = new Screen("packages", texts.get("shell.packages.title"), texts.get("shell.packages.about"));
        notice = new NoticeBar(texts);
        choose = Buttons.withIcon("packageImport", Feather.UPLOAD, texts.get("shell.packages.import"), this::choose);
        read = new MenuButton(texts.get("shell.packages.read"), new FontIcon(Feather.SERVER));
        read.setId("packageRead");
        read.setMinWidth(MenuButton.USE_PREF_SIZE);
        report.setId("packageReports");
        report.managedProperty().bind(Bindings.isNotEmpty(report.getChildren()));
        VBox body = new VBox(16, report, cards, Labels.hint(texts.get("shell.packages.drop")));
        body.setMaxWidth(720);
        body.getStyleClass().add("screen-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        screen.body(scroll);
        screen.actions(choose, read);
        screen.foot(notice.root());
        screen.focusWhenShown(choose);
        refresh();
    }

    /** The page. */
    public Parent root() {
        return screen.root();
    }

    /** Runs {@code action} when the user leaves by Esc or by the button. */
    public void onClose(Runnable action) {
        screen.closeButton(texts.get("shell.close"));
        screen.onClose(() -> {
            notice.close();
            // Whoever comes after this page finds on disk what was done here.
            background.inOrder(this, () -> true, done -> action.run());
        });
    }

    private void refresh() {
        background.inOrder(this, () -> new Shelf(book.choices(), book.installed(), book.connections()), this::show);
    }

    private void show(Shelf shelf) {
        List<Node> shown = new ArrayList<>();
        for (PackageChoice choice : shelf.choices()) {
            if (choice.builtIn()) {
                shown.add(PackageCard.of(choice, shelf.users(choice.key()), texts));
            }
        }
        for (InstalledPackage one : shelf.installed()) {
            shown.add(PackageCard.of(one, shelf.users(one.id().toString()), texts, this::remove));
        }
        cards.getChildren().setAll(shown);
        read.getItems().setAll(shelf.connections().stream().map(this::item).toList());
    }

    private MenuItem item(Connection connection) {
        MenuItem item = new MenuItem(connection.name());
        item.setId("packageRead-" + connection.id());
        item.setOnAction(event -> take(
                texts.get("shell.packages.reading", connection.name()),
                progress -> book.importFrom(connection, progress)));
        return item;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("shell.packages.import"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.get("shell.packages.files"), "*.tgz", "*.tar.gz"));
        List<File> chosen =
                chooser.showOpenMultipleDialog(screen.root().getScene().getWindow());
        if (chosen != null) {
            take(chosen.stream().map(File::toPath).toList());
        }
    }

    /** Imports {@code files}, and tells how it went. */
    public void take(List<Path> files) {
        take(texts.get("shell.packages.importing"), progress -> book.importFiles(files, progress));
    }

    private void take(String what, Function<Progress, ImportOutcome> work) {
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(what);
        report.getChildren().setAll(new VBox(8, Labels.text(what), bar));
        busy(true);
        background.<ImportOutcome>run(
                what,
                work::apply,
                outcome -> {
                    report.getChildren().setAll(ImportReport.of(outcome, texts));
                    refresh();
                },
                () -> {
                    busy(false);
                    report.getChildren().removeIf(VBox.class::isInstance);
                    choose.requestFocus();
                });
    }

    private void busy(boolean now) {
        choose.setDisable(now);
        read.setDisable(now);
    }

    private void remove(InstalledPackage installed) {
        PackageId id = installed.id();
        report.getChildren().clear();
        change(() -> book.remove(id));
        notice.show(
                texts.get("shell.packages.removed", PackageWords.of(id)),
                () -> change(() -> book.restore(id)),
                () -> change(() -> book.forget(id)));
        choose.requestFocus();
    }

    private void change(Runnable work) {
        background.inOrder(
                this,
                () -> {
                    work.run();
                    return true;
                },
                done -> refresh());
    }
}
