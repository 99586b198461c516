package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.validation.pack.NewerItb;
import itb.backoffice.validation.pack.TgzFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/**
 * A server that has moved on to a version of the profiles which nobody knew when this program was made: its package is
 * dropped on the window, and its rules, codes and elements are there.
 */
class NewerVersionWayTest extends WindowTest {
    private static final String ROLE = NewerItb.PORTAL + "StructureDefinition/practitioner-role-portal|1.1.0";
    private static final Connection SERVER =
            new Connection("1", "Nordtand", URI.create("http://localhost"), Environment.TEST, SignIn.NONE);

    @Test
    void aNewerVersionIsNamedDroppedTakenAndFollowed() throws IOException {
        waitForChain();
        ObjectNode role = server().usualRole();
        ObjectNode clinic =
                server().all("HealthcareService").values().iterator().next();
        server().roles()
                .values()
                .forEach(each -> elsewhere(each, now -> {
                    now.withObject("/meta").putArray("profile").add(ROLE);
                    return now;
                }));
        elsewhere(role, now -> now.without("specialty"));
        elsewhere(clinic, now -> {
            ((ArrayNode) now.path("extension"))
                    .addObject()
                    .put("url", NewerItb.ACCESS)
                    .put("valueBoolean", true);
            return now;
        });
        Connection connection = new Connection(
                SERVER.id(), SERVER.name(), URI.create(wiring.demo.baseUrl()), Environment.TEST, SignIn.NONE);
        wiring.connections.save(connection, null);
        interact(() -> app.connect(connection));
        waitUntil("the server is open", () -> words("connection").equals("Nordtand"));
        clickOn("#refresh");
        waitForChain();

        waitUntil(
                "what the server names is not here",
                () -> words("packageBanner").contains("1.1.0"));
        Drop.files(stage.getScene(), List.of(NewerItb.file().write(folder.resolve("newer.tgz"))));
        waitUntil("it is imported", () -> words("packageReport0").contains("wof-portal 1.1.0"));
        push(KeyCode.ESCAPE);
        waitFor("packageTake");
        clickOn("#packageTake");
        waitUntil(
                "the connection follows it",
                () -> wiring.connections
                        .find("1")
                        .orElseThrow()
                        .profilePackage()
                        .equals(NewerItb.ID.toString()));

        waitForChain();
        openRole(role);
        waitUntil("the new rule is told", () -> said().contains("“specialty” is missing. (was there before)"));
        clickOn("#page-chain");
        clickRow(line -> line.reference().startsWith("Organization/"));
        waitFor("tab-portal");
        clickOn("#tab-portal");
        waitFor("showClinicImage");
        ComboBox<?> picture = lookup(".form-view #showClinicImage").queryComboBox();
        assertTrue(
                picture.getItems().toString().contains("show-clinic-film"),
                () -> picture.getItems().toString());

        clickOn("#page-clinics");
        clickRow(line -> line.reference().equals(DemoHttp.reference(clinic)));
        waitFor("tab-other");
        clickOn("#tab-other");
        waitUntil("the new element is there", () -> said().stream().anyMatch(text -> text.contains("heelchair")));

        clickRow(line -> !line.reference().equals(DemoHttp.reference(clinic)));
        waitUntil("another clinic has it not", () -> said().contains(text("form.other.asked")));
        String missing = "The profile in use asks for something that is not here: “wheelchair access”.";
        waitUntil("that is told", () -> words("finding-list").contains("finding"));
        assertTrue(said().stream().anyMatch(text -> text.startsWith(missing)), () -> said().toString());
        clickOn(lookup((Node node) -> node instanceof Button button
                        && wiring.messages()
                                .get("form.other.add.accessible", "Wheelchair access")
                                .equals(button.getAccessibleText()))
                .queryButton());
        waitUntil("it is there, to be filled in", () -> stage.getScene().getFocusOwner() instanceof CheckBox);
        waitUntil("it is not missing any more", () -> said().stream().noneMatch(text -> text.startsWith(missing)));
    }

    @Test
    void whatCannotBeTakenIsRefusedInWordsAndChangesNothing() throws IOException {
        waitForChain();
        Path broken = Files.writeString(folder.resolve("broken.tgz"), "no archive");
        refused(broken, "broken.tgz");
        refused(
                TgzFile.named("evil", "1.0.0").with("../../evil.json", "{}").write(folder.resolve("evil.tgz")),
                "../../evil.json");
        assertEquals(List.of(), wiring.profiles.packages().installed());
    }

    private void refused(Path file, String word) {
        Drop.files(stage.getScene(), List.of(file));
        waitUntil(
                file + " is refused",
                () -> words("packageReport0").contains(file.getFileName().toString())
                        && words("packageReport2").equals(text("shell.packages.unchanged")));
        assertTrue(said().stream().anyMatch(text -> text.contains(word)), () -> said().toString());
        push(KeyCode.ESCAPE);
        waitFor("roles-search");
    }
}
