package itb.backoffice.shell.review;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.EmptyState;
import itb.backoffice.shell.part.Gradually;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.Screen;
import itb.backoffice.shell.part.When;
import itb.backoffice.upload.Journal;
import itb.backoffice.upload.JournalEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The page of history: what went to the server, day by day and upload by upload, and the way to take it back. */
public final class HistoryView {
    /** How many lines come at a time. */
    static final int PAGE = 100;

    /** Lines of the journal and what is needed to show them. */
    private record Lines(
            List<JournalEntry> entries, Map<Long, String> places, Map<String, Journal.Size> sizes, boolean more) {}

    private final Messages texts;
    private final Background background;
    private final HistoryDesk desk;
    private final HistoryHost host;
    private final Screen screen;
    private final When when;
    private final HistoryFilterBar bar;
    private final HistoryLines lines;
    private final VBox days = new VBox(8);
    private final VBox report = new VBox();
    private final Gradually filling = new Gradually(days);
    private @Nullable LocalDate lastDay;
    private @Nullable String lastUpload;
    private List<JournalEntry> shown = List.of();

    /** The uploads that {@code desk} knows of. */
    public HistoryView(Messages texts, Background background, HistoryDesk desk, HistoryHost host) {
        this.texts = texts;
        this.background = background;
        this.desk = desk;
        this.host = host;
        when = new When(texts);
        lines = new HistoryLines(texts, background, desk, when);
        screen = new Screen("history", texts.get("shell.history.title"), texts.get("shell.history.what"));
        bar = new HistoryFilterBar(texts, when, this::refresh);
        report.getStyleClass().add("above-list");
        report.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(report.getChildren()));
        days.getStyleClass().add("screen-body");
        days.setId("historyDays");
        ScrollPane scroll = new ScrollPane(days);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        BorderPane body = new BorderPane(scroll);
        body.setTop(new VBox(bar, report));
        screen.body(body);
    }

    /** The page. */
    public Parent root() {
        return screen.root();
    }

    /** Puts the keyboard into the search field. */
    public void focus() {
        bar.focusSearch();
    }

    /** Runs {@code action} when the user leaves by Esc. */
    public void onClose(Runnable action) {
        screen.onClose(action);
    }

    /** Reads the journal again. */
    public void refresh() {
        Journal.Search wanted = bar.search();
        background.latest(this, () -> read(wanted), found -> {
            lastDay = null;
            lastUpload = null;
            shown = found.entries();
            List<Supplier<Node>> nodes = nodes(found, wanted);
            filling.show(nodes.isEmpty() ? List.of(this::empty) : nodes);
        });
    }

    /** To be called when something may have been sent: reads the journal again where it has news. */
    public void checkNew() {
        if (root().getScene() == null) {
            // Whoever opens it has it read.
            return;
        }
        Journal.Search wanted = bar.search();
        background.run(() -> desk.journal().find(wanted, PAGE), newest -> {
            boolean same = newest.size() >= shown.size()
                    && newest.subList(0, shown.size()).equals(shown)
                    && shown.isEmpty() == newest.isEmpty();
            if (!same) {
                refresh();
            }
        });
    }

    /** Reads a page that ends with the end of an upload, where it holds more than one. */
    private Lines read(Journal.Search wanted) {
        List<JournalEntry> found = desk.journal().find(wanted, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<JournalEntry> page = new ArrayList<>(found.subList(0, Math.min(PAGE, found.size())));
        if (more && !page.getFirst().upload().equals(found.getLast().upload())) {
            String cut = found.getLast().upload();
            page.removeIf(entry -> entry.upload().equals(cut));
        }
        Map<Long, String> places = new HashMap<>();
        page.forEach(entry -> places.put(entry.number(), desk.words().place(entry)));
        return new Lines(
                page,
                places,
                desk.journal().sizes(page.stream().map(JournalEntry::upload).toList()),
                more);
    }

    private List<Supplier<Node>> nodes(Lines found, Journal.Search wanted) {
        List<Supplier<Node>> nodes = new ArrayList<>();
        HistoryLine.Acts acts = new HistoryLine.Acts(
                lines::changes, entry -> undo(() -> List.of(entry), 1), entry -> host.versions(entry.reference()));
        for (JournalEntry entry : found.entries()) {
            LocalDate its = when.day(entry.started());
            if (!its.equals(lastDay)) {
                lastDay = its;
                lastUpload = null;
                nodes.add(() -> heading(its));
            }
            if (!entry.upload().equals(lastUpload)) {
                lastUpload = entry.upload();
                Journal.Size size = found.sizes().getOrDefault(entry.upload(), new Journal.Size(1, 1));
                nodes.add(() -> lines.upload(
                        entry, size, () -> undo(() -> desk.journal().upload(entry.upload()), size.there())));
            }
            String place = found.places().getOrDefault(entry.number(), "");
            nodes.add(() -> new HistoryLine(entry, place, texts, acts).root());
        }
        if (found.more()) {
            nodes.add(() -> older(wanted.after(found.entries().getLast())));
        }
        return nodes;
    }

    private Node older(Journal.Search next) {
        VBox place = new VBox();
        place.getStyleClass().add("older");
        place.getChildren().add(Buttons.plain("historyOlder", texts.get("shell.history.older"), () -> {
            place.setDisable(true);
            background.latest(this, () -> read(next), found -> {
                days.getChildren().remove(place);
                filling.add(nodes(found, next));
            });
        }));
        return place;
    }

    private void undo(Callable<List<JournalEntry>> entries, int count) {
        days.setDisable(true);
        background.run(
                texts.get("shell.history.undoing", count),
                progress -> new UndoReport(texts, desk.undo().undo(entries.call(), progress)),
                this::undone,
                () -> days.setDisable(false));
    }

    private void undone(UndoReport done) {
        host.changed();
        report.getChildren().clear();
        if (done.whole()) {
            host.review(done.drafts());
        } else {
            Node banner = done.banner(
                    drafts -> {
                        report.getChildren().clear();
                        host.review(drafts);
                    },
                    report.getChildren()::clear);
            report.getChildren().setAll(banner);
            // The button that was pressed has lost the keyboard meanwhile.
            Platform.runLater(done::focus);
        }
    }

    private Node heading(LocalDate day) {
        Label heading = Labels.heading(when.heading(day));
        heading.getStyleClass().add("day");
        return heading;
    }

    private Node empty() {
        return bar.isOpen()
                ? EmptyState.of(Feather.CLOCK, texts.get("shell.history.none"), texts.get("shell.history.none.how"))
                : EmptyState.of(
                        Feather.SEARCH, texts.get("shell.history.noMatch"), texts.get("shell.history.noMatch.how"));
    }
}
