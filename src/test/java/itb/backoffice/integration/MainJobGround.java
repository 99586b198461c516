package itb.backoffice.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.cli.Office;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.demo.chain.ChainGenerator;
import itb.backoffice.demo.chain.ChainSize;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.form.Elements;
import itb.backoffice.form.type.RoleForm;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.validation.ProfileValidator;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the main job's tests stand on: a server with a chain on it, the program without its window, somebody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MainJobGround {
    static final String ROLE = "PractitionerRole";
    static final String TEXT = "extension[" + RoleForm.DESCRIPTION_URL + "].valueString";
    /** More roles than HAPI gives on one page. */
    static final ChainSize SIZE = new ChainSize(8);

    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);

    private final ErrorReporter errors = new ErrorReporter();
    private final Background background = Background.threaded(Runnable::run, errors);
    private final ProfileValidator validator = new ProfileValidator(ENGLISH);

    /** What was put on the server, as it was sent. */
    final List<ObjectNode> chain = new ChainGenerator(4711, SIZE).resources().toList();

    URI base;
    PlainClient other;

    @TempDir
    Path folder;

    /** Starts an empty server, or finds a running one; its FHIR base. */
    abstract URI serve() throws Exception;

    @BeforeAll
    void seed() throws Exception {
        base = serve();
        other = new PlainClient(base);
        List<String> refused =
                chain.stream().map(other::refusal).filter(said -> said != null).toList();
        assertEquals(List.of(), refused, "the server takes the whole chain");
    }

    @AfterAll
    void stopBackground() {
        background.close();
    }

    /** The program at this server; opened again on the same folder it goes on where it stopped. */
    Office office() {
        return office(base);
    }

    Office office(URI address) {
        Connection connection = new Connection("it", "Test", address, Environment.TEST, SignIn.NONE);
        return new Office(folder, connection, ENGLISH, validator, background);
    }

    static Capabilities declared(Office office) {
        return ((Answer.Ok<Capabilities>) office.capabilities()).value();
    }

    /** The id of the chain's {@code number}th role that presents itself; each test takes its own. */
    String role(int number) {
        return chain.stream()
                .filter(one -> one.path("resourceType").asText().equals(ROLE))
                .filter(one -> !Elements.text(one, TEXT).isEmpty() && one.has("contained"))
                .skip(number)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    /** Changes a role's presentation as a draft. */
    static Draft present(Office office, String id, String text) {
        StoredResource stored = office.catalogue().get(ROLE, id).orElseThrow();
        String json = Json.write(with(Json.object(stored.json()), text));
        return ((EditResult.Saved) office.drafts().edit(EditStep.change(stored, json, "description"))).draft();
    }

    /** Reviews and sends what is a draft. */
    static UploadOutcome send(Office office, Draft draft, Capabilities capabilities) {
        var plan = office.plan(List.of(draft.reference()), capabilities);
        return office.upload(plan, capabilities).lines().getFirst().outcome();
    }

    /** A copy of {@code role} with this presentation. */
    static ObjectNode with(ObjectNode role, String text) {
        ObjectNode copy = role.deepCopy();
        Elements.set(copy, TEXT, TextNode.valueOf(text));
        return copy;
    }

    static ObjectNode withoutMeta(ObjectNode resource) {
        ObjectNode copy = resource.deepCopy();
        copy.remove("meta");
        return copy;
    }

    ObjectNode onServer(String id) {
        return other.get(ROLE + "/" + id);
    }

    static String version(ObjectNode resource) {
        return resource.path("meta").path("versionId").asText();
    }
}
