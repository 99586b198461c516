package itb.backoffice.cli;

import ca.uhn.fhir.context.FhirContext;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.Download;
import itb.backoffice.catalogue.DownloadOutcome;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.HttpFhirServer;
import itb.backoffice.connection.Timeouts;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.draft.OutboxStore;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.Database.Durability;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Parallel;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.flow.PlanMaker;
import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.Conflicts;
import itb.backoffice.upload.Journal;
import itb.backoffice.upload.Pause;
import itb.backoffice.upload.Undo;
import itb.backoffice.upload.Upload;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadPlanner;
import itb.backoffice.upload.UploadResult;
import itb.backoffice.upload.UploadStores;
import itb.backoffice.upload.Wording;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Validator;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The program without its window: what belongs to one open server, made of the same parts as there. For the console and
 * for tests; nobody signs in. Every call waits.
 */
public final class Office implements AutoCloseable {
    private final Connection connection;
    private final Validator validator;
    private final FhirServer server;
    private final Database work;
    private final Database copy;
    private final Database past;
    private final CatalogueStore catalogue;
    private final DraftStore drafts;
    private final Conflicts conflicts;
    private final ChangeWords words;
    private final Download download;
    private final PlanMaker plans;
    private final Upload upload;
    private final Journal journal;
    private final Undo undo;

    /**
     * Where an office stands and whom it speaks to.
     *
     * @param folder for its stores
     * @param secret what signs it in; empty where nobody signs in
     * @param journal the folder of the connection whose history tells what this office sends, where that is not its own
     */
    public record Place(
            Path folder, Connection connection, Supplier<Optional<String>> secret, Optional<Path> journal) {}

    /** Opens, or makes, the stores in {@code folder} for {@code connection}, where nobody signs in. */
    public Office(Path folder, Connection connection, Messages messages, Validator validator, Background background) {
        this(new Place(folder, connection, Optional::empty, Optional.empty()), messages, validator, background);
    }

    /** Opens, or makes, the stores of {@code place}. */
    public Office(Place place, Messages messages, Validator validator, Background background) {
        Path folder = place.folder();
        this.connection = place.connection();
        this.validator = validator;
        server = client(connection, place.secret());
        copy = Database.open(folder.resolve("catalogue.db"), List.of(CatalogueStore.SCHEMA), Durability.KILL);
        work = Database.open(folder.resolve("work.db"), List.of(DraftStore.SCHEMA, Journal.SCHEMA));
        Clock clock = Clock.systemUTC();
        catalogue = new CatalogueStore(copy);
        drafts = new DraftStore(work, clock);
        OutboxStore outbox = new OutboxStore(work, clock);
        conflicts = new Conflicts(outbox, catalogue);
        download = new Download(server, catalogue, background, messages);
        words = new ChangeWords(messages, new Wording(messages, this::nameOf));
        plans = new PlanMaker(
                drafts, catalogue, validator, new UploadPlanner(messages, words), new Parallel(background));
        past = place.journal()
                .map(other -> Database.open(other.resolve("work.db"), List.of(DraftStore.SCHEMA, Journal.SCHEMA)))
                .orElse(work);
        journal = new Journal(past, clock);
        upload = new Upload(server, new UploadStores(outbox, catalogue, journal), Pause.real(), background);
        undo = new Undo(journal, drafts, outbox, catalogue);
    }

    /** Another client of the same server, which knows nothing of this program's stores. */
    static FhirServer client(Connection connection) {
        return client(connection, Optional::empty);
    }

    private static FhirServer client(Connection connection, Supplier<Optional<String>> secret) {
        return new HttpFhirServer(connection, secret, FhirContext::forR4Cached, Timeouts.DEFAULT, Clock.systemUTC());
    }

    private Optional<String> nameOf(String reference) {
        String[] parts = reference.split("/", 2);
        return parts.length < 2
                ? Optional.empty()
                : catalogue
                        .get(parts[0], parts[1])
                        .map(stored -> Summaries.of(stored.type(), stored.id(), stored.json())
                                .title());
    }

    /** What the server says it can do. */
    public Answer<Capabilities> capabilities() {
        return server.capabilities();
    }

    /** Everything the first time, later only what changed and what was deleted. */
    public DownloadOutcome download() {
        return download.run(Progress.none());
    }

    /** The local copy. */
    public CatalogueStore catalogue() {
        return catalogue;
    }

    /** The drafts. */
    public DraftStore drafts() {
        return drafts;
    }

    /** What is wrong with a draft, marked as new or as there before. */
    public List<Finding> check(Draft draft) {
        return validator.validate(draft.json(), draft.baseJson());
    }

    /** What is wrong with a resource. */
    List<Finding> check(StoredResource resource) {
        return validator.validate(resource.json());
    }

    /** How changes are told in words. */
    public ChangeWords words() {
        return words;
    }

    /** The way out of a conflict. */
    public Conflicts conflicts() {
        return conflicts;
    }

    /** What was uploaded, when and by whom. */
    public Journal journal() {
        return journal;
    }

    /** The way back from what was uploaded. */
    public Undo undo() {
        return undo;
    }

    /** What an upload of these drafts ({@code Type/id}) would do. */
    public UploadPlan plan(List<String> references, Capabilities capabilities) {
        return plan(references, capabilities, false);
    }

    /** The same; {@code strict} lets errors from before stop a line as well. */
    public UploadPlan plan(List<String> references, Capabilities capabilities, boolean strict) {
        return plans.plan(references, capabilities, strict, Progress.none());
    }

    /** Sends a plan in the name of the system's user. */
    public UploadResult upload(UploadPlan plan, Capabilities capabilities) {
        return upload(plan, capabilities, System.getProperty("user.name", "?"));
    }

    /** Sends a plan in the name of {@code who}. */
    public UploadResult upload(UploadPlan plan, Capabilities capabilities, String who) {
        var signature = new Journal.Signature(UUID.randomUUID().toString(), who, connection.name());
        return upload.run(plan, capabilities, signature, Progress.none());
    }

    /** Finds out what became of drafts whose answer was lost. */
    public List<Upload.Settled> settle(Capabilities capabilities) {
        return upload.settle(capabilities, Progress.none());
    }

    @Override
    public void close() {
        try (server;
                copy;
                work) {
            if (past != work) {
                past.close();
            }
        }
    }
}
