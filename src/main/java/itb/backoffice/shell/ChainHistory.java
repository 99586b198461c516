package itb.backoffice.shell;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.review.HistoryHost;
import itb.backoffice.shell.review.HistoryView;
import itb.backoffice.shell.review.VersionHost;
import itb.backoffice.shell.review.VersionsView;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** Ties what was to the window: the page of history, the versions of a thing, and what is taken back. */
public final class ChainHistory implements HistoryHost, VersionHost {
    private final MainWindow window;
    private final ChainActions actions;
    private final Messages messages;
    private HistoryView history;
    private VersionsView versions;

    /** In {@code window}; the screens follow, because they need this. */
    @SuppressWarnings("NullAway.Init")
    public ChainHistory(MainWindow window, ChainActions actions, Messages messages) {
        this.window = window;
        this.actions = actions;
        this.messages = messages;
    }

    /** The screens of what was. */
    public void screens(HistoryView newHistory, VersionsView newVersions) {
        history = newHistory;
        versions = newVersions;
    }

    /** The page of history. */
    Page page() {
        return new Page(
                "history",
                Feather.CLOCK,
                Bindings.createIntegerBinding(() -> -1).map(none -> none),
                this::shown,
                history::focus);
    }

    private Node shown() {
        history.refresh();
        return history.root();
    }

    /** Something may have been sent. */
    void checkNew() {
        history.checkNew();
    }

    @Override
    public void review(List<String> references) {
        actions.review(references);
    }

    @Override
    public void changed() {
        actions.changed();
    }

    @Override
    public void versions(String reference) {
        window.showScreen(versions.root());
        versions.show(reference);
    }

    @Override
    public void leaveVersions() {
        window.closeScreen();
    }

    @Override
    public void restored(String reference) {
        actions.reload(() -> {
            actions.open(reference);
            window.status().say(messages.get("shell.versions.restored"));
        });
    }
}
