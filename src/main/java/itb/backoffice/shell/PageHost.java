package itb.backoffice.shell;

import itb.backoffice.catalogue.Summary;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.edit.EditorPane;
import itb.backoffice.shell.page.LineFilter;
import itb.backoffice.shell.page.LineFilter.Only;
import itb.backoffice.shell.page.Listing;
import itb.backoffice.shell.page.PageFactory;
import java.util.function.Function;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** What the pages of the chain ask of the window: to open one another. */
public final class PageHost implements PageFactory.Host {
    private final MainWindow window;
    private final ChainActions actions;
    private ChainPages pages;
    private Function<EditorPane.Actions, EditorPane> editors;

    /** A host in {@code window}; the pages follow, because they need it. */
    @SuppressWarnings("NullAway.Init")
    public PageHost(MainWindow window, ChainActions actions) {
        this.window = window;
        this.actions = actions;
    }

    /** The pages, and how the pane with a form is made, of which every page has one. */
    public void pages(ChainPages newPages, Function<EditorPane.Actions, EditorPane> newEditors) {
        pages = newPages;
        editors = newEditors;
    }

    /** The pages of the chain. */
    ChainPages pages() {
        return pages;
    }

    @Override
    public void open(String reference) {
        open(reference, null);
    }

    /**
     * Opens a thing, with the keyboard in the field that {@code path} belongs to, among the other data where none does, or in
     * the first field for null.
     */
    void open(String reference, @Nullable String path) {
        pages.kindOf(reference).ifPresent(kind -> {
            if (window.current().filter(page -> page.key().equals(key(kind))).isPresent()) {
                window.history().jump();
            }
            choosePage(kind);
            pages.page(kind).show(reference, LineFilter.ALL, path);
        });
    }

    @Override
    public void edit(String reference, String path) {
        open(reference, path);
    }

    @Override
    public void showAll(Kind kind, Only only) {
        choosePage(kind);
        pages.page(kind).show(LineFilter.of(only));
    }

    @Override
    public void showOffers(Summary part) {
        window.choosePage("offers");
        pages.offerPage().showOf(part);
    }

    private void choosePage(Kind kind) {
        window.choosePage(key(kind));
    }

    private static String key(Kind kind) {
        return Listing.of(kind).key();
    }

    @Override
    public void opened(String reference) {
        window.history().opened(reference);
    }

    @Override
    public void versions(String reference) {
        actions.versions(reference);
    }

    @Override
    public void ask(Parent card) {
        window.over().show(card);
    }

    @Override
    public void answered() {
        window.over().hide();
    }

    @Override
    public void tell(String done, Runnable undo) {
        window.notice().show(done, undo, () -> {});
    }

    @Override
    public void takenBack() {
        window.notice().close();
    }

    @Override
    public void tell(String done) {
        window.status().say(done);
    }

    @Override
    public void fetch() {
        actions.refresh();
    }

    @Override
    public ObservableBooleanValue fetching() {
        return actions.fetching();
    }

    @Override
    public void draftsChanged(Runnable then) {
        actions.reload(then);
    }

    @Override
    public EditorPane make(Runnable back) {
        return editors.apply(new FormActions(actions, back));
    }
}
