package itb.backoffice;

import com.fasterxml.jackson.core.type.TypeReference;
import itb.backoffice.catalogue.Download;
import itb.backoffice.catalogue.OfferDownload;
import itb.backoffice.catalogue.OfferOutcome;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.HttpFhirServer;
import itb.backoffice.form.editor.Editors;
import itb.backoffice.form.type.ProfiledForms;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.JsonFile;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Parallel;
import itb.backoffice.shell.ChainActions;
import itb.backoffice.shell.ChainFindings;
import itb.backoffice.shell.ChainHistory;
import itb.backoffice.shell.ChainPages;
import itb.backoffice.shell.MainWindow;
import itb.backoffice.shell.PageHost;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.KnownChoices;
import itb.backoffice.shell.chain.OffersModel;
import itb.backoffice.shell.check.FindingsModel;
import itb.backoffice.shell.draft.DraftsView;
import itb.backoffice.shell.edit.BulkEdit;
import itb.backoffice.shell.edit.BulkWork;
import itb.backoffice.shell.edit.DraftCheck;
import itb.backoffice.shell.edit.DraftDesk;
import itb.backoffice.shell.edit.EditorPane;
import itb.backoffice.shell.edit.Workbench;
import itb.backoffice.shell.find.FindModel;
import itb.backoffice.shell.find.FindView;
import itb.backoffice.shell.flow.CatalogueCheck;
import itb.backoffice.shell.flow.KnownCapabilities;
import itb.backoffice.shell.flow.PlanDesk;
import itb.backoffice.shell.flow.PlanMaker;
import itb.backoffice.shell.flow.Refresh;
import itb.backoffice.shell.flow.StoredConflictDesk;
import itb.backoffice.shell.page.PageFactory;
import itb.backoffice.shell.page.Permissions;
import itb.backoffice.shell.page.TableFile;
import itb.backoffice.shell.review.ConflictTools;
import itb.backoffice.shell.review.ConflictView;
import itb.backoffice.shell.review.HistoryDesk;
import itb.backoffice.shell.review.HistoryView;
import itb.backoffice.shell.review.ReviewView;
import itb.backoffice.shell.review.VersionDesk;
import itb.backoffice.shell.review.VersionsView;
import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.Conflicts;
import itb.backoffice.upload.Pause;
import itb.backoffice.upload.ResourceHistory;
import itb.backoffice.upload.Undo;
import itb.backoffice.upload.Upload;
import itb.backoffice.upload.UploadPlanner;
import itb.backoffice.upload.UploadStores;
import itb.backoffice.upload.Wording;
import itb.backoffice.validation.Validator;
import itb.backoffice.validation.chain.Chain;
import itb.backoffice.validation.chain.ChainCheck;
import itb.backoffice.validation.chain.ChainValidator;
import itb.backoffice.validation.chain.KnownChain;
import itb.backoffice.validation.chain.ResourceRules;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Constructs what belongs to one open server: its stores, models, flows and screens. */
final class ChainWiring implements AutoCloseable {
    private final Background background;
    private final ChainStores stores;
    private final HttpFhirServer server;
    private final ChainActions actions;
    private final ChainModel chain;
    private final KnownCapabilities capabilities;
    private final FindView find;
    private final MainWindow window;

    /** For the FX thread: {@code stores} were opened before, off it. */
    ChainWiring(Wiring wiring, Connection connection, ChainStores stores, Validator profiles, MainWindow window) {
        this.stores = stores;
        this.window = window;
        this.background = wiring.background.part();
        this.server = wiring.server(connection);
        Messages texts = wiring.messages();
        KnownChain known = new KnownChain();
        ResourceRules rules = new ResourceRules(() -> wiring.settings().photoLimitKilobytes());
        Validator validator = new ChainValidator(profiles, rules, known::view, () -> texts);
        chain = new ChainModel(stores.catalogue(), stores.drafts(), stores.checks(), background, texts);

        ChangeWords words = words(texts);
        capabilities = new KnownCapabilities(
                server,
                new JsonFile<>(
                        wiring.folders.connection(connection.id()).resolve("server.json"),
                        new TypeReference<>() {},
                        aside -> {}));
        UploadStores uploads = new UploadStores(stores.outbox(), stores.catalogue(), stores.journal());
        Upload upload = new Upload(server, uploads, Pause.real(), background);
        PlanMaker plans = new PlanMaker(
                stores.drafts(),
                stores.catalogue(),
                validator,
                new UploadPlanner(texts, words),
                new Parallel(background));
        Refresh refresh = new Refresh(
                new Download(server, stores.catalogue(), background, texts), upload, capabilities, background, texts);
        DraftCheck draftCheck = new DraftCheck(validator, known, chain, background);
        DraftDesk desk = new DraftDesk(stores.catalogue(), stores.drafts(), chain, background, draftCheck);
        BulkEdit bulk =
                new BulkEdit(new BulkWork(stores.catalogue(), stores.drafts()), chain, background, draftCheck, texts);
        ChainFindings findings = findings(profiles, rules, known, new Workbench(desk, bulk), texts);
        Editors editors = new Editors(
                texts,
                background,
                new KnownChoices(chain, texts),
                () -> wiring.settings().photoLimitKilobytes(),
                validator.shapes());
        actions = new ChainActions(window, chain, texts);
        FindModel finder = new FindModel(chain, background);
        chain.loadedProperty().addListener((property, old, now) -> finder.refresh());
        PageHost host = new PageHost(window, actions);
        OffersModel offers = offers(texts);
        PageFactory factory = new PageFactory(chain, texts, wiring.tables, host, background);
        factory.editing(
                desk, bulk, new Permissions(background, capabilities::kept), editors, new TableFile(texts, background));
        factory.offering(offers);
        ChainPages pages = new ChainPages(chain, factory, offers, () -> factory.offers(stores.offers()::whole));
        host.pages(pages, asked -> new EditorPane(desk, editors, texts, asked));
        DraftsView drafts = new DraftsView(texts, background, stores.drafts(), actions);
        ReviewView review = new ReviewView(
                texts,
                background,
                new PlanDesk(connection, plans, upload, capabilities, wiring::settings),
                actions,
                actions::resolve);
        ConflictView conflict = new ConflictView(
                texts,
                background,
                new StoredConflictDesk(new Conflicts(stores.outbox(), stores.catalogue()), stores.drafts()),
                new ConflictTools(words, editors, new ProfiledForms(validator)),
                actions::resolved);
        find = new FindView(chain, finder, texts, actions::open, window.over()::hide);
        actions.screens(host, drafts, review, conflict, history(words, texts));
        refresh.onSettled(review::settled);
        actions.work(stores.drafts(), refresh, findings, background);
        actions.offers(offers);
        actions.beforeRefresh(connection.isDemo() ? wiring.demo::start : () -> {});
    }

    /** By itself each resource is judged as if it were alone; then all of them beside one another. */
    private ChainFindings findings(
            Validator profiles, ResourceRules rules, KnownChain known, Workbench bench, Messages texts) {
        ChainCheck check = new ChainCheck(
                stores.catalogue(),
                stores.checks(),
                new ChainValidator(profiles, rules, () -> Chain.EMPTY, () -> texts),
                new Parallel(background),
                () -> texts);
        FindingsModel model = new FindingsModel(chain, known);
        return new ChainFindings(
                model, new CatalogueCheck(check, stores.drafts(), known, model, texts), bench, background, texts);
    }

    private OffersModel offers(Messages texts) {
        OfferDownload download = new OfferDownload(server, stores.offers(), stores.catalogue(), background, texts);
        return new OffersModel(
                stores.offers(),
                stores.catalogue(),
                progress -> switch (capabilities.known()) {
                    case Answer.Ok<Capabilities>(Capabilities known) -> download.run(known, progress);
                    case Answer.Failed<Capabilities>(Failure failure) -> new OfferOutcome.Failed(failure);
                },
                background,
                texts);
    }

    private ChainHistory history(ChangeWords words, Messages texts) {
        Undo undo = new Undo(stores.journal(), stores.drafts(), stores.outbox(), stores.catalogue());
        ResourceHistory versions =
                new ResourceHistory(server, capabilities::kept, stores.journal(), stores.catalogue());
        ChainHistory history = new ChainHistory(window, actions, texts);
        history.screens(
                new HistoryView(texts, background, new HistoryDesk(stores.journal(), undo, words), history),
                new VersionsView(texts, background, new VersionDesk(versions, undo, words), history));
        return history;
    }

    private ChangeWords words(Messages texts) {
        return new ChangeWords(texts, new Wording(texts, this::nameOf));
    }

    /** The name of a resource, for sentences; asked off the FX thread. */
    private Optional<String> nameOf(String reference) {
        int slash = reference.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String type = reference.substring(0, slash);
        String id = reference.substring(slash + 1);
        return stores.drafts()
                .get(type, id)
                .map(draft -> Summaries.of(type, id, draft.json()))
                .map(this::title)
                .or(() -> stored(type, id));
    }

    private Optional<String> stored(String type, String id) {
        String title = stores.catalogue().title(type, id);
        return title.isEmpty() || !title.equals(id)
                ? Optional.of(title).filter(known -> !known.isEmpty())
                : stores.catalogue()
                        .get(type, id)
                        .map(stored -> Summaries.of(type, id, stored.text()))
                        .map(this::title);
    }

    /** A role that does not say whose it is has the name of the person it refers to. */
    private String title(Summary thing) {
        boolean nameless = thing.title().equals(thing.id()) && thing.type().equals("PractitionerRole");
        Stream<String> refers =
                nameless ? Arrays.stream(thing.fact(Summaries.REFERS).split("\\s+")) : Stream.empty();
        return refers.filter(target -> target.startsWith("Practitioner/"))
                .flatMap(target -> nameOf(target).stream())
                .findFirst()
                .orElse(thing.title());
    }

    /**
     * Weighs what the server names of profiles after every look at it, and tells {@code then} the result.
     *
     * @return does the same at any other time
     */
    <T> Runnable onNamed(Function<Set<String>, T> weigh, Consumer<T> then) {
        Runnable now = () -> {
            if (chain.fetched() != null) {
                List<Summary> few = NamedProfiles.TYPES.stream()
                        .flatMap(type -> chain.summaries(type).stream().limit(NamedProfiles.OF_EACH))
                        .toList();
                background.latest("profiles", () -> weigh.apply(named(few)), then);
            }
        };
        chain.loadedProperty().addListener((value, was, is) -> now.run());
        return now;
    }

    private Set<String> named(List<Summary> few) {
        Set<String> named = new HashSet<>();
        capabilities.kept().ifPresent(allowed -> named.addAll(NamedProfiles.declared(allowed)));
        for (Summary one : few) {
            stores.catalogue()
                    .get(one.type(), one.id())
                    .ifPresent(resource -> named.addAll(NamedProfiles.in(resource.json())));
        }
        return named;
    }

    /** What the window's buttons do while this server is open. */
    ChainActions actions() {
        return actions;
    }

    /** Opens the search over everything. */
    void search() {
        window.over().show(find.root());
        find.begin();
    }

    /** What is known of the chain. */
    ChainModel chain() {
        return chain;
    }

    /** The window shows another server from now on: what still runs here shows nothing there. For the FX thread. */
    void leave() {
        background.silence();
    }

    /** Ends what runs for this server, then closes its files. Waits for edits to reach the disk. */
    @Override
    public void close() {
        background.close();
        server.close();
        stores.close();
    }
}
