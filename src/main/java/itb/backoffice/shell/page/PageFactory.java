package itb.backoffice.shell.page;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.edit.BulkEdit;
import itb.backoffice.shell.edit.DraftDesk;
import itb.backoffice.shell.page.LineFilter.Only;
import java.util.List;

/** Makes the page of any kind of thing. */
public final class PageFactory {
    /** What pages ask of the window. */
    public interface Host extends ResourcePage.EditorFactory {
        /** Open a thing on its own page. */
        void open(String reference);

        /** Show some of a kind in their table. */
        void showAll(Kind kind, Only only);

        /** Drafts were made: whoever shows them reads them again. */
        void draftsChanged();
    }

    private final ChainModel chain;
    private final Messages messages;
    private final TableMemory memory;
    private final Host host;
    private DraftDesk desk;
    private BulkEdit bulk;

    /** Pages over {@code chain}; what edits it follows. */
    @SuppressWarnings("NullAway.Init")
    public PageFactory(ChainModel chain, Messages messages, TableMemory memory, Host host) {
        this.chain = chain;
        this.messages = messages;
        this.memory = memory;
        this.host = host;
    }

    /** What opens and edits things. */
    public void editing(DraftDesk newDesk, BulkEdit newBulk) {
        desk = newDesk;
        bulk = newBulk;
    }

    /** Makes the page of {@code listing}. */
    public ResourcePage make(Listing listing) {
        ResourceView view = new ResourceView(listing, chain, messages, memory);
        ResourcePage page = new ResourcePage(
                chain, desk, view, new IdentityPane(chain, messages, view::focusTable, relations()), host);
        page.relations(new RelationsPane(relations()));
        PageActs acts =
                new PageActs(listing, chain, messages, desk, new Activation(messages, bulk, host::draftsChanged));
        page.onNew(() -> acts.create(page));
        view.offer(acts.all(page, view), List.of(acts.newButton(page)), page::selected);
        return page;
    }

    private RelationsView relations() {
        return new RelationsView(chain, messages, host::open, host::showAll);
    }
}
