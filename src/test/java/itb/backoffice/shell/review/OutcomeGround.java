package itb.backoffice.shell.review;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.connection.HttpFhirServer;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.connection.Timeouts;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.draft.OutboxStore;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.JsonFile;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Parallel;
import itb.backoffice.platform.Progress;
import itb.backoffice.platform.Settings;
import itb.backoffice.shell.flow.KnownCapabilities;
import itb.backoffice.shell.flow.PlanDesk;
import itb.backoffice.shell.flow.PlanMaker;
import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.Journal;
import itb.backoffice.upload.Pause;
import itb.backoffice.upload.Upload;
import itb.backoffice.upload.UploadPlanner;
import itb.backoffice.upload.UploadStores;
import itb.backoffice.upload.Wording;
import itb.backoffice.validation.Unchecked;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** Drafts of a small chain that lives on a {@link SpoiledServer}, with everything real between them and it. */
final class OutcomeGround implements AutoCloseable {
    static final String ROLE = "PractitionerRole";

    final SpoiledServer server;
    final DraftStore drafts;
    final Upload upload;
    final ReviewDesk desk;
    private final HttpFhirServer http;
    private final Database database;
    private final CatalogueStore catalogue;

    OutcomeGround(Path folder, Messages texts) throws Exception {
        server = new SpoiledServer(folder.resolve("demo"));
        database = Database.open(
                folder.resolve("chain.db"), List.of(CatalogueStore.SCHEMA, DraftStore.SCHEMA, Journal.SCHEMA));
        catalogue = new CatalogueStore(database);
        Clock clock = Clock.systemUTC();
        drafts = new DraftStore(database, clock);
        Connection connection = new Connection("c", "Nordtand test", server.base(), Environment.TEST, SignIn.NONE);
        http = new HttpFhirServer(
                connection,
                Optional::empty,
                FhirContext::forR4Cached,
                new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(3), 5_000_000),
                clock);
        UploadStores stores =
                new UploadStores(new OutboxStore(database, clock), catalogue, new Journal(database, clock));
        Background beside = Background.threaded(Runnable::run, new ErrorReporter());
        upload = new Upload(http, stores, Pause.real(), beside);
        KnownCapabilities known = new KnownCapabilities(
                http, new JsonFile<>(folder.resolve("server.json"), new TypeReference<>() {}, aside -> {}));
        PlanMaker plans = new PlanMaker(
                drafts,
                catalogue,
                new Unchecked(),
                new UploadPlanner(texts, new ChangeWords(texts, new Wording(texts, this::title))),
                new Parallel(beside));
        desk = new PlanDesk(connection, plans, upload, known, () -> Settings.DEFAULT.withUserName("Siv Berg"));
    }

    private Optional<String> title(String reference) {
        int slash = reference.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Optional.of(catalogue.title(reference.substring(0, slash), reference.substring(slash + 1)))
                        .filter(title -> !title.isEmpty());
    }

    /** The {@code number}th resource of a type, fetched into the local copy. */
    StoredResource known(String type, int number) {
        String id = StreamSupport.stream(
                        server.get(type + "?_count=200").path("entry").spliterator(), false)
                .map(entry -> entry.path("resource").path("id").asText())
                .sorted()
                .skip(number)
                .findFirst()
                .orElseThrow();
        ServerResource there = ((Answer.Ok<ServerResource>) http.read(type, id)).value();
        StoredResource stored = new StoredResource(type, id, there.version(), there.lastUpdated(), there.text());
        catalogue.put(stored);
        return stored;
    }

    Draft change(StoredResource base, Consumer<ObjectNode> edit) {
        ObjectNode mine = Json.object(base.json());
        edit.accept(mine);
        return saved(drafts.edit(EditStep.change(base, Json.write(mine), "")));
    }

    /** A draft of a new thing that is like {@code other} but for {@code edit}. */
    Draft create(StoredResource other, String id, Consumer<ObjectNode> edit) {
        ObjectNode mine = Json.object(other.json());
        mine.put("id", id);
        ((ObjectNode) mine.path("meta")).remove(List.of("versionId", "lastUpdated"));
        edit.accept(mine);
        return saved(drafts.edit(EditStep.create(other.type(), id, Json.write(mine))));
    }

    Draft delete(StoredResource base) {
        return saved(drafts.edit(EditStep.delete(base)));
    }

    private static Draft saved(EditResult result) {
        return ((EditResult.Saved) result).draft();
    }

    List<String> all() {
        return drafts.all().stream().map(Draft::reference).toList();
    }

    /** Asks the server what became of drafts whose answer was lost. */
    List<Upload.Settled> settle() {
        return http.capabilities() instanceof Answer.Ok<Capabilities> known
                ? upload.settle(known.value(), Progress.none())
                : List.of();
    }

    @Override
    public void close() {
        http.close();
        database.close();
        server.close();
    }
}
