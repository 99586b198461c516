package itb.backoffice.shell.review;

import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.EmptyState;
import itb.backoffice.shell.part.Gradually;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.Screen;
import itb.backoffice.shell.part.When;
import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.Journal;
import itb.backoffice.upload.JournalEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of history: what went to the server, day by day, with before and after in words. */
public final class HistoryView {
    private static final int MOST = 200;

    private final Messages texts;
    private final Background background;
    private final Journal journal;
    private final ChangeWords words;
    private final Screen screen;
    private final When when;
    private final TextField search = new TextField();
    private final VBox days = new VBox(8);
    private final Gradually filling = new Gradually(days);

    /** The uploads in {@code journal}; {@code words} puts values into words. */
    public HistoryView(Messages texts, Background background, Journal journal, ChangeWords words) {
        this.texts = texts;
        this.background = background;
        this.journal = journal;
        this.words = words;
        when = new When(texts);
        screen = new Screen("history", texts.get("shell.history.title"), texts.get("shell.history.what"));
        search.setId("historySearch");
        search.setPromptText(texts.get("shell.history.search"));
        search.setAccessibleText(texts.get("shell.history.search"));
        search.setPrefWidth(280);
        search.textProperty().addListener((value, old, now) -> refresh());
        days.getStyleClass().add("screen-body");
        days.setId("historyDays");
        ScrollPane scroll = new ScrollPane(days);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        screen.actions(search);
        screen.body(scroll);
    }

    /** The page. */
    public Parent root() {
        return screen.root();
    }

    /** Runs {@code action} when the user leaves by Esc. */
    public void onClose(Runnable action) {
        screen.onClose(action);
    }

    /** Reads the journal again. */
    public void refresh() {
        String wanted = search.getText().strip();
        background.latest(
                this,
                () -> journal.find(new Journal.Search(wanted.isEmpty() ? null : wanted, null, null), MOST),
                entries -> show(entries, !wanted.isEmpty()));
    }

    private void show(List<JournalEntry> entries, boolean filtered) {
        List<Supplier<Node>> nodes = new ArrayList<>();
        LocalDate day = null;
        for (JournalEntry entry : entries) {
            LocalDate its = when.day(entry.started());
            if (!its.equals(day)) {
                day = its;
                nodes.add(() -> heading(its));
            }
            nodes.add(() -> new HistoryCard(entry, texts, when, this::changes).root());
        }
        if (nodes.isEmpty()) {
            nodes.add(() -> empty(filtered));
        } else if (entries.size() == MOST) {
            nodes.add(() -> Labels.hint(texts.get("shell.history.more", MOST)));
        }
        filling.show(nodes);
    }

    private Node heading(LocalDate day) {
        Label heading = Labels.heading(when.heading(day));
        heading.getStyleClass().add("day");
        return heading;
    }

    private Node empty(boolean filtered) {
        return filtered
                ? EmptyState.of(
                        Feather.SEARCH, texts.get("shell.history.noMatch"), texts.get("shell.history.noMatch.how"))
                : EmptyState.of(Feather.CLOCK, texts.get("shell.history.none"), texts.get("shell.history.none.how"));
    }

    private void changes(JournalEntry entry, VBox into) {
        background.run(
                () -> {
                    String before = entry.before();
                    String after = entry.after();
                    return words.between(
                            entry.type(),
                            before == null ? null : Json.object(before),
                            after == null ? Json.object() : Json.object(after));
                },
                changes -> into.getChildren()
                        .setAll(
                                changes.isEmpty()
                                        ? Labels.hint(texts.get("shell.history.same"))
                                        : new ChangesPane(texts, background).of(changes, sides(entry.kind()))));
    }

    private static ChangesPane.Sides sides(Draft.Kind kind) {
        return switch (kind) {
            case CREATE -> ChangesPane.Sides.NEW;
            case UPDATE -> ChangesPane.Sides.BOTH;
            case DELETE -> ChangesPane.Sides.OLD;
        };
    }
}
