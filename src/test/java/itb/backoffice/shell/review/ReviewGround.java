package itb.backoffice.shell.review;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.LocalCopy;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.draft.OutboxStore;
import itb.backoffice.form.editor.Editors;
import itb.backoffice.form.type.ProfiledForms;
import itb.backoffice.form.type.RoleForm;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.JsonFile;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Settings;
import itb.backoffice.shell.flow.KnownCapabilities;
import itb.backoffice.shell.flow.PlanDesk;
import itb.backoffice.shell.flow.PlanMaker;
import itb.backoffice.shell.flow.StoredConflictDesk;
import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.Conflicts;
import itb.backoffice.upload.Journal;
import itb.backoffice.upload.Pause;
import itb.backoffice.upload.ResourceHistory;
import itb.backoffice.upload.Undo;
import itb.backoffice.upload.Upload;
import itb.backoffice.upload.UploadPlanner;
import itb.backoffice.upload.UploadStores;
import itb.backoffice.upload.Wording;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.Validator;
import itb.backoffice.validation.shape.Shapes;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Drafts, uploads and journal on a real database file, against a server in memory. */
public final class ReviewGround implements AutoCloseable {
    public static final String ROLE = "PractitionerRole";

    final ServerInMemory server = new ServerInMemory();
    public final Map<String, List<Finding>> findings = new ConcurrentHashMap<>();
    public final DraftStore drafts;
    public final Journal journal;
    public final ChangeWords words;
    private final CatalogueStore catalogue;
    private final Database database;
    private final Messages texts;
    private final Path folder;
    private final LocalCopy copy;
    private final Upload upload;
    private final Conflicts conflicts;
    private final OutboxStore outbox;
    private final Shapes shapes;
    final Asked host = new Asked();

    /** What the history asked of the window. */
    static final class Asked implements HistoryHost {
        final List<String> reviewed = new CopyOnWriteArrayList<>();
        final List<String> versions = new CopyOnWriteArrayList<>();

        @Override
        public void review(List<String> references) {
            reviewed.addAll(references);
        }

        @Override
        public void versions(String reference) {
            versions.add(reference);
        }

        @Override
        public void changed() {}
    }

    public ReviewGround(Path folder, Messages texts, InstantSource clock) {
        this.texts = texts;
        this.folder = folder;
        shapes = new ProfileValidator(texts).shapes();
        database = Database.open(
                folder.resolve("chain.db"), List.of(CatalogueStore.SCHEMA, DraftStore.SCHEMA, Journal.SCHEMA));
        catalogue = new CatalogueStore(database);
        drafts = new DraftStore(database, clock);
        journal = new Journal(database, clock);
        Map<String, String> clinics = Map.of(
                "HealthcareService/sandvika", "Nordtand Sandvika", "HealthcareService/bergen", "Nordtand Bergen");
        words = new ChangeWords(texts, new Wording(texts, reference -> Optional.ofNullable(clinics.get(reference))));
        copy = new Copy(catalogue);
        outbox = new OutboxStore(database, clock);
        upload = new Upload(
                server,
                new UploadStores(outbox, copy, journal),
                Pause.real(),
                new Background(Runnable::run, Runnable::run, new ErrorReporter()));
        conflicts = new Conflicts(outbox, copy);
    }

    private record Copy(CatalogueStore catalogue) implements LocalCopy {
        @Override
        public Optional<StoredResource> get(String type, String id) {
            return catalogue.get(type, id);
        }

        @Override
        public void put(Collection<StoredResource> resources) {
            catalogue.putAll(resources);
        }

        @Override
        public void remove(String type, Collection<String> ids) {
            ids.forEach(id -> catalogue.remove(type, id));
        }
    }

    public ReviewDesk desk(Environment environment) {
        PlanMaker plans = new PlanMaker(drafts, copy, new Scripted(), new UploadPlanner(texts, words));
        KnownCapabilities known = new KnownCapabilities(
                server, new JsonFile<>(folder.resolve("capabilities.json"), new TypeReference<>() {}, aside -> {}));
        Connection connection = new Connection(
                "c",
                environment == Environment.TEST ? "Nordtand test" : "Nordtand",
                URI.create("https://itb.example/fhir"),
                environment,
                SignIn.NONE);
        return new PlanDesk(connection, plans, upload, known, () -> Settings.DEFAULT.withUserName("Siv Berg"));
    }

    HistoryDesk history() {
        return new HistoryDesk(journal, new Undo(journal, drafts, outbox, copy), words);
    }

    VersionDesk versions() {
        return new VersionDesk(
                new ResourceHistory(server, Optional::empty, journal, copy),
                new Undo(journal, drafts, outbox, copy),
                words);
    }

    public ConflictDesk conflicts() {
        return new StoredConflictDesk(conflicts, drafts);
    }

    /** The forms of conflicts ask the real profiles. */
    ConflictTools tools(Background background) {
        return new ConflictTools(
                words,
                new Editors(texts, background, (type, field) -> List.of(), () -> 400, shapes),
                new ProfiledForms(new Scripted()));
    }

    private final class Scripted implements Validator {
        @Override
        public List<Finding> validate(String json) {
            return validate(json, null);
        }

        @Override
        public List<Finding> validate(String mine, @Nullable String base) {
            return findings.getOrDefault(Json.object(mine).path("id").asText(), List.of());
        }

        @Override
        public void warmUp() {}

        @Override
        public Shapes shapes() {
            return shapes;
        }
    }

    /** A role as a server has it. */
    public static ObjectNode role(String id, String person, String clinic, String text) {
        ObjectNode json = Json.object();
        json.put("resourceType", ROLE).put("id", id).put("active", true);
        json.putObject("practitioner")
                .put("display", person)
                .putObject("identifier")
                .put("value", "p-" + id);
        json.putObject("organization")
                .put("display", "Nordtand AS")
                .putObject("identifier")
                .put("value", "o1");
        json.putArray("healthcareService")
                .addObject()
                .put("reference", "HealthcareService/" + clinic)
                .put("display", clinic);
        json.putArray("code").addObject().put("text", "Tannlege");
        json.putArray("extension")
                .addObject()
                .put("url", RoleForm.DESCRIPTION_URL)
                .put("valueString", text);
        return json;
    }

    public static void describe(ObjectNode role, String text) {
        ((ObjectNode) role.get("extension").get(0)).put("valueString", text);
    }

    public static void move(ObjectNode role, String clinic) {
        ((ObjectNode) role.get("healthcareService").get(0)).put("reference", "HealthcareService/" + clinic);
    }

    public static void photo(ObjectNode role, byte[] png) {
        role.withArray("/extension")
                .addObject()
                .put("url", RoleForm.PHOTO_URL)
                .putObject("valueReference")
                .put("reference", "#photo");
        role.withArray("/contained")
                .addObject()
                .put("resourceType", "Binary")
                .put("id", "photo")
                .put("contentType", "image/png")
                .put("data", Base64.getEncoder().encodeToString(png));
    }

    /** A role on the server and in the local copy. */
    public StoredResource known(ObjectNode role) {
        ServerResource there = server.put(ROLE, role.path("id").asText(), Json.write(role));
        StoredResource stored = new StoredResource(ROLE, there.id(), there.version(), null, there.json());
        catalogue.put(stored);
        return stored;
    }

    /** A draft that changes a known role. */
    public Draft change(StoredResource base, Consumer<ObjectNode> edit) {
        ObjectNode mine = Json.object(base.json());
        edit.accept(mine);
        return saved(drafts.edit(EditStep.change(base, Json.write(mine), "")));
    }

    public Draft create(ObjectNode role) {
        return saved(drafts.edit(EditStep.create(ROLE, role.path("id").asText(), Json.write(role))));
    }

    public Draft delete(StoredResource base) {
        return saved(drafts.edit(EditStep.delete(base)));
    }

    private static Draft saved(EditResult result) {
        return ((EditResult.Saved) result).draft();
    }

    /** Somebody else edits a role on the server. */
    public void elsewhere(String id, Consumer<ObjectNode> edit) {
        ObjectNode json = onServer(id);
        edit.accept(json);
        server.put(ROLE, id, Json.write(json));
    }

    /** The local copy learns what the server has. */
    void fetched(String id) {
        ServerResource there = server.now.get(ROLE + "/" + id);
        catalogue.put(new StoredResource(ROLE, id, there.version(), null, there.json()));
    }

    public void refuse(itb.backoffice.connection.Failure failure) {
        server.refusals.add(failure);
    }

    ObjectNode onServer(String id) {
        return Json.object(server.now.get(ROLE + "/" + id).json());
    }

    static String text(ObjectNode role) {
        return role.path("extension").path(0).path("valueString").asText();
    }

    @Override
    public void close() {
        database.close();
    }
}
