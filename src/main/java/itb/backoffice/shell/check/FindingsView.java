package itb.backoffice.shell.check;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.Job;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.WholeFile;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.EmptyState;
import itb.backoffice.shell.part.Screen;
import itb.backoffice.shell.part.When;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The page of findings: what there is to correct in the whole chain and in the drafts. */
public final class FindingsView {
    private final FindingsModel model;
    private final Messages texts;
    private final Background background;
    private final FindingsHost host;
    private final Screen screen;
    private final FindingFilterBar bar;
    private final FindingTable table;
    private final CheckProgress progress;
    private final BorderPane body = new BorderPane();
    private final Button again;
    private final Button export;
    private Function<String, Optional<Path>> chooser = this::choose;
    private List<FindingRow> shown = List.of();

    /** A page over {@code model}; {@code host} is the window around it. */
    public FindingsView(FindingsModel model, Messages texts, Background background, FindingsHost host) {
        this.model = model;
        this.texts = texts;
        this.background = background;
        this.host = host;
        screen = new Screen("findings", texts.get("shell.check.page"), texts.get("shell.check.what"));
        bar = new FindingFilterBar(texts, this::refresh);
        table = new FindingTable(
                texts,
                row -> host.open(row.reference(), row.finding()),
                row -> host.mend(row.reference(), row.finding()));
        progress = new CheckProgress(texts);
        again = Buttons.withIcon("findingCheck", Feather.REFRESH_CW, texts.get("shell.check.again"), host::check);
        export = Buttons.withIcon("findingExport", Feather.DOWNLOAD, texts.get("shell.check.export"), this::export);
        screen.actions(export, again);
        VBox top = new VBox(16, progress.root(), bar);
        top.getStyleClass().add("finding-bar");
        body.setTop(top);
        body.setCenter(table.view());
        screen.body(body);
        model.revisionProperty().addListener((property, old, now) -> refresh());
        model.runningProperty().addListener((property, old, job) -> running(job));
        background.watch(job -> progress.changed(job, model.runningProperty().get()));
        running(model.runningProperty().get());
        refresh();
    }

    /** The page. */
    public Parent root() {
        return screen.root();
    }

    /** Puts the keyboard into the search field. */
    public void focus() {
        bar.focusSearch();
    }

    /** Asks {@code where} for the file to export to, given a name to begin with. */
    void exportTo(Function<String, Optional<Path>> where) {
        chooser = where;
    }

    private void running(@Nullable Job job) {
        progress.show(job);
        again.setDisable(job != null);
        refresh();
    }

    private void refresh() {
        List<FindingRow> all = model.all();
        FindingFilter filter = bar.filter();
        FindingGroup.By by = bar.by();
        background.latest(
                this,
                () -> FindingGroup.of(all.stream().filter(filter.compiled()).toList(), by, texts),
                groups -> show(groups, by, all));
    }

    private void show(List<FindingGroup> groups, FindingGroup.By by, List<FindingRow> all) {
        shown = groups.stream().flatMap(group -> group.rows().stream()).toList();
        export.setDisable(shown.isEmpty());
        table.show(groups, by != FindingGroup.By.NONE);
        table.view().setPlaceholder(placeholder(all));
        screen.subtitle(subtitle());
    }

    private String subtitle() {
        if (model.checkedAt() == null) {
            return texts.get("shell.check.what");
        }
        long errors =
                shown.stream().filter(row -> row.finding().severity().isError()).count();
        String counted = texts.get("shell.check.counted", errors, shown.size() - errors, model.things());
        return counted + " " + texts.get("shell.check.checked", new When(texts).shortly(model.checkedAt()));
    }

    private Node placeholder(List<FindingRow> all) {
        if (!bar.filter().isOpen() && !all.isEmpty()) {
            return EmptyState.of(
                    Feather.FILTER,
                    texts.get("shell.check.noMatch"),
                    texts.get("shell.check.noMatch.how"),
                    Buttons.plain("findingShowAll", texts.get("shell.check.showAll"), bar::clear));
        }
        if (model.runningProperty().get() != null) {
            return EmptyState.of(
                    Feather.LOADER, texts.get("shell.check.running"), texts.get("shell.check.running.how"));
        }
        return model.checkedAt() == null
                ? EmptyState.of(
                        Feather.CHECK_SQUARE,
                        texts.get("shell.check.never"),
                        texts.get("shell.check.never.how"),
                        Buttons.plain("findingCheckNow", texts.get("shell.check.again"), host::check))
                : EmptyState.of(Feather.CHECK_CIRCLE, texts.get("shell.check.none"), texts.get("shell.check.none.how"));
    }

    private void export() {
        List<FindingRow> rows = shown;
        chooser.apply(texts.get("shell.check.file"))
                .ifPresent(file -> background.run(
                        () -> written(file, rows),
                        written -> progress.say(
                                written
                                        ? texts.get(
                                                "shell.check.exported",
                                                rows.size(),
                                                file.getFileName().toString())
                                        : texts.get("page.done.notExported"))));
    }

    private boolean written(Path file, List<FindingRow> rows) {
        try {
            WholeFile.write(file, FindingExport.csv(rows, texts));
            return true;
        } catch (IOException cannotBeWritten) {
            return false;
        }
    }

    private Optional<Path> choose(String name) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(texts.get("shell.check.export"));
        dialog.setInitialFileName(name);
        dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        return Optional.ofNullable(dialog.showSaveDialog(root().getScene().getWindow()))
                .map(java.io.File::toPath);
    }
}
