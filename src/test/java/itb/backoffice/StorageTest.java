package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.AppFolders;
import itb.backoffice.platform.FolderLock;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.StorageTrouble;
import itb.backoffice.shell.help.StartTroubleView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** What the user sees and keeps when the disk, or the folder of the data, does not do its part. */
class StorageTest extends WindowTest {
    @Test
    void whatTheDiskDoesNotTakeStaysInTheFormUntilItDoes() throws Exception {
        waitForChain();
        ObjectNode role = server().usualRole();
        openRole(role);
        append("description", " One.");
        waitForDraft();
        Path work = new AppFolders(folder)
                .connection(itb.backoffice.connection.Connection.DEMO_ID)
                .resolve(ChainStores.WORK);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + work)) {
            other.createStatement().execute("begin exclusive");
            append("description", " Two.");
            waitUntil("it says that this is not on the disk", () -> there("draft-save-again"));
            assertEquals("", saved(), "it does not claim that it was saved");
            assertTrue(said().contains(text("shell.error.BUSY")), "the sentence says what is in the way: " + said());
            assertEquals(DemoHttp.presentation(role) + " One. Two.", words("description"));
            other.createStatement().execute("rollback");
        }
        clickOn("#draft-save-again");
        waitUntil("it is saved now", () -> !there("draft-save-again"));
        waitForDraft();
        errors.forEach(report ->
                assertEquals(Optional.of(StorageTrouble.BUSY), StorageTrouble.of(report.error()), report.code()));
        errors.clear();
        close();
        interact(this::open);
        waitForChain();
        openRole(role);
        assertEquals(DemoHttp.presentation(role) + " One. Two.", words("description"));
    }

    @Test
    void whatCannotBeOpenedCanBeTriedAgainWithoutANewStart() throws Exception {
        waitForChain();
        ObjectNode role = server().usualRole();
        openRole(role);
        append("description", " Kept.");
        waitForDraft();
        close();
        Path work = new AppFolders(folder)
                .connection(itb.backoffice.connection.Connection.DEMO_ID)
                .resolve(ChainStores.WORK);
        Path aside = Files.move(work, folder.resolve("aside.db"));
        Files.writeString(work, "This is a letter, not a database. ".repeat(500));

        interact(this::open);
        waitFor("openAgain");
        assertTrue(said().contains(text("shell.error.DAMAGED")), "the reason stands above: " + said());
        errors.forEach(report ->
                assertEquals(Optional.of(StorageTrouble.DAMAGED), StorageTrouble.of(report.error()), report.code()));
        errors.clear();
        Files.move(aside, work, StandardCopyOption.REPLACE_EXISTING);
        clickOn("#openAgain");
        waitForChain();
        openRole(role);
        assertEquals(DemoHttp.presentation(role) + " Kept.", words("description"));
    }

    @Test
    void aSecondCopyOfTheProgramSaysWhyItDoesNotOpen() {
        AppFolders shared = new AppFolders(folder.resolve("shared"));
        try (FolderLock first = FolderLock.take(shared.data()).orElseThrow()) {
            StartTrouble trouble = StartTrouble.takingOf(shared).orElseThrow();
            boolean[] closed = new boolean[1];
            interact(() -> {
                Stage small = new Stage();
                small.setScene(new Scene(StartTroubleView.root(
                        trouble.heading(), trouble.sentence(), Messages.of(Locale.ENGLISH), () -> {
                            closed[0] = true;
                            small.close();
                        })));
                small.show();
            });
            waitUntil("the reason is there", () -> said(trouble.heading()) && said(trouble.sentence()));
            clickOn("#startTroubleClose");
            waitUntil("it is closed", () -> closed[0]);
        }
    }

    private boolean said(String sentence) {
        return !lookup(sentence).queryAll().isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        StartTrouble trouble =
                StartTrouble.takingOf(new AppFolders(file.resolve("data"))).orElseThrow();
        assertTrue(trouble.sentence().contains(file.resolve("data").toString()), trouble.sentence());
        assertFalse(trouble.heading().isBlank());
    }
}
