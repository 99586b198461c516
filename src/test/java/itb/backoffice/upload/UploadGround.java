package itb.backoffice.upload;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.draft.OutboxStore;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What upload tests stand on: a real database file, a scripted server, and the words to set a scene. */
abstract class UploadGround {
    static final String ROLE = "PractitionerRole";
    static final Messages ENGLISH = Messages.of(Locale.ENGLISH);

    @TempDir
    Path folder;

    Instant now = Instant.parse("2026-11-23T08:00:00Z");
    final ScriptedServer server = new ScriptedServer();
    final MemoryCopy catalogue = new MemoryCopy();
    final List<Duration> waits = new ArrayList<>();
    Database database;
    DraftStore drafts;
    OutboxStore outbox;
    Journal journal;
    Upload upload;
    Undo undo;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("chain.db"), List.of(DraftStore.SCHEMA, Journal.SCHEMA));
        drafts = new DraftStore(database, () -> now);
        outbox = new OutboxStore(database, () -> now);
        journal = new Journal(database, () -> now);
        undo = new Undo(journal, drafts, outbox, catalogue);
        upload = new Upload(
                server,
                new UploadStores(outbox, catalogue, journal),
                (time, progress) -> waits.add(time),
                new Background(Runnable::run, Runnable::run, new ErrorReporter()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    void restart() {
        close();
        open();
    }

    static String role(String name, String organisation) {
        return "{\"resourceType\":\"PractitionerRole\",\"active\":true,\"practitioner\":{\"display\":\"" + name
                + "\"},\"organization\":{\"display\":\"" + organisation + "\"}}";
    }

    /** A role on the server and in the local copy. */
    StoredResource known(String id, String name) {
        StoredResource stored = Lookout.stored(server.put(ROLE, id, role(name, "Nordtann")));
        catalogue.put(List.of(stored));
        return stored;
    }

    /** A draft that gives a known role another name. */
    Draft rename(StoredResource base, String name) {
        String json = base.json()
                .replaceFirst(
                        "\"practitioner\":\\{\"display\":\"[^\"]*\"", "\"practitioner\":{\"display\":\"" + name + "\"");
        return ((EditResult.Saved) drafts.edit(EditStep.change(base, json, "practitioner"))).draft();
    }

    Draft create(String type, String id, String json) {
        var withId = Json.object(json);
        withId.put("id", id);
        return ((EditResult.Saved) drafts.edit(EditStep.create(type, id, Json.write(withId)))).draft();
    }

    UploadPlan plan() {
        ChangeWords words = new ChangeWords(ENGLISH, new Wording(ENGLISH, reference -> Optional.empty()));
        return Plans.of(
                new UploadPlanner(ENGLISH, words),
                drafts.all(),
                Map.of(),
                new UploadPlanner.Rules(server.declared(), false));
    }

    UploadResult send(UploadPlan plan) {
        return send(plan, Progress.none());
    }

    UploadResult send(UploadPlan plan, Progress progress) {
        return upload.run(plan, server.declared(), new Journal.Signature("u1", "Siv", "Test"), progress);
    }

    UploadOutcome sendOnly() {
        return send(plan()).lines().getFirst().outcome();
    }

    String onServer(String id) {
        ServerResource there = server.now(ROLE, id);
        return there == null ? "none" : there.json();
    }

    long writes() {
        return server.requests.stream()
                .filter(request -> !request.startsWith("GET") && !request.startsWith("SEARCH"))
                .count();
    }
}
