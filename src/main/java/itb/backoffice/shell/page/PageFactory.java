package itb.backoffice.shell.page;

import itb.backoffice.catalogue.Offer;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.form.editor.Editors;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.chain.OffersModel;
import itb.backoffice.shell.edit.BulkEdit;
import itb.backoffice.shell.edit.DraftDesk;
import itb.backoffice.shell.page.LineFilter.Only;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** Makes the page of any kind of thing. */
public final class PageFactory {
    /** What pages ask of the window. */
    public interface Host extends ResourcePage.EditorFactory {
        /** Open a thing on its own page. */
        void open(String reference);

        /** Open a thing on its own page, with the keyboard in the field that {@code path} belongs to. */
        void edit(String reference, String path);

        /** A thing was opened on its page. */
        void opened(String reference);

        /** Show some of a kind in their table. */
        void showAll(Kind kind, Only only);

        /** Show the offers that a thing is part of. */
        void showOffers(Summary part);

        /** Show what a thing was before. */
        void versions(String reference);

        /** Put a card over the window. */
        void ask(Parent card);

        /** Take the card away. */
        void answered();

        /** Tell what was done, with the way back. */
        void tell(String done, Runnable undo);

        /** What was told last was taken back. */
        void takenBack();

        /** Tell what was done. */
        void tell(String done);

        /** Fetch what the server has. */
        void fetch();

        /** Whether that is under way. */
        ObservableBooleanValue fetching();

        /** Drafts were made: whoever shows them reads them again, and then runs {@code then}. */
        void draftsChanged(Runnable then);
    }

    private final ChainModel chain;
    private final Messages messages;
    private final TableMemory memory;
    private final Host host;
    private final Background background;
    private OffersModel offers;
    private DraftDesk desk;
    private Bulk bulk;
    private Permissions permissions;
    private Editors editors;
    private TableFile file;

    /** Pages over {@code chain}; what edits it follows. */
    @SuppressWarnings("NullAway.Init")
    public PageFactory(ChainModel chain, Messages messages, TableMemory memory, Host host, Background background) {
        this.chain = chain;
        this.messages = messages;
        this.memory = memory;
        this.host = host;
        this.background = background;
    }

    /** What opens and edits things. */
    public void editing(
            DraftDesk newDesk, BulkEdit newBulk, Permissions newPermissions, Editors newEditors, TableFile newFile) {
        desk = newDesk;
        bulk = new Bulk(newBulk, chain, messages, host);
        permissions = newPermissions;
        editors = newEditors;
        file = newFile;
        chain.loadedProperty().addListener((property, old, now) -> permissions.refresh());
    }

    /** What of the chain patients are offered. */
    public void offering(OffersModel newOffers) {
        offers = newOffers;
    }

    /** Makes the page of {@code listing}. */
    public ResourcePage make(Listing listing) {
        ResourceView view = new ResourceView(listing, chain, messages, memory, background);
        IdentityActs identities = new IdentityActs(listing.kind(), chain, messages, bulk, host);
        ResourcePage page = new ResourcePage(
                chain, desk, view, new IdentityPane(chain, messages, identities, view::focusTable, relations()), host);
        IdentityNotices notices = listing.kind().isIdentity() ? new IdentityNotices(chain, messages, identities) : null;
        page.relations(new RelationsPane(relations()), notices);
        offers.revisionProperty().addListener((property, old, now) -> page.showRelations());
        Activation activation = new Activation(chain, messages, bulk, host, permissions);
        PageActs acts = new PageActs(listing, chain, messages, desk, activation);
        page.guard(activation::keepsBack);
        acts.onVersions(host::versions);
        page.onNew(() -> acts.create(page));
        page.onOpen(host::opened);
        page.onUndo(bulk::undo);
        List<Act> all = new ArrayList<>(listing.kind().isIdentity() ? identities.all() : List.of());
        all.addAll(acts.all(page, view));
        if (listing.isOrdered()) {
            all.addAll(new Ordering(view.table(), () -> view.sortBy("order"), messages, bulk, host::tell).acts());
        }
        if (!listing.kind().isIdentity()) {
            all.add(together(listing.kind()));
        }
        all.add(PageActs.selectAll(view.table(), messages, host::tell));
        all.add(export(listing, view.table()));
        view.offer(all, List.of(acts.newButton(page)), page::selected);
        view.whenEmpty(new EmptyTable(listing, chain, messages, host.fetching(), host::fetch)::nothing);
        host.fetching().addListener((property, old, now) -> view.showEmpty());
        return page;
    }

    /** Makes the page of what the server offers; {@code whole} reads one of them. */
    public OfferPage offers(LongFunction<Optional<Map.Entry<Offer, String>>> whole) {
        ResourceView view = new ResourceView(Listing.OFFERS, offers, messages, memory, background);
        OfferPane pane = new OfferPane(chain, messages, background, whole, host::open);
        OfferPage page = new OfferPage(offers, chain, messages, view, pane);
        page.onOpen(host::opened);
        List<Act> all = new ArrayList<>();
        all.add(new Act(
                "details",
                Feather.INFO,
                KeyCombination.valueOf("F2"),
                false,
                any -> messages.get("page.act.details"),
                lines -> lines.size() == 1,
                any -> page.details()));
        all.addAll(PageActs.copying(view, messages));
        all.add(PageActs.selectAll(view.table(), messages, host::tell));
        all.add(export(Listing.OFFERS, view.table()));
        view.offer(all, List.of(), page::selected);
        return page;
    }

    private Act together(Kind kind) {
        EditTogether together = new EditTogether(new Relatives(chain, messages), messages, editors, bulk, host);
        return new Act(
                "together",
                Feather.LAYERS,
                null,
                false,
                any -> messages.get("page.act.together"),
                lines -> together.possible(kind, lines),
                lines -> desk.open(
                        kind.type(),
                        lines.getFirst().id(),
                        opened -> opened.ifPresent(first -> together.ask(kind, lines, first))));
    }

    private Act export(Listing listing, LineTable table) {
        return new Act(
                "export",
                Feather.DOWNLOAD,
                null,
                false,
                any -> messages.get("page.act.export"),
                any -> !table.getItems().isEmpty(),
                any -> file.export(
                        messages.get("shell.page." + listing.key()),
                        table.texts(table.getItems()),
                        table.getScene().getWindow(),
                        name -> host.tell(
                                name.isEmpty()
                                        ? messages.get("page.done.notExported")
                                        : messages.get("page.done.exported", name))));
    }

    private RelationsView relations() {
        return new RelationsView(chain, messages, host::open, host::showAll)
                .offers(reference -> offers.count(reference), host::showOffers);
    }
}
