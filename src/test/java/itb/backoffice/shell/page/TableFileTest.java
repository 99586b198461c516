package itb.backoffice.shell.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.validation.CheckStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table shows as a file: its filter, its order, its columns, and texts that no spreadsheet runs or tears apart. */
class TableFileTest extends ScreenTest {
    @TempDir
    Path folder;

    private Database copy;
    private Database work;
    private CatalogueStore catalogue;
    private ChainModel chain;
    private ResourceView view;

    @Override
    protected Parent screen() {
        copy = Database.open(folder.resolve("c.db"), List.of(CatalogueStore.SCHEMA, CheckStore.SCHEMA));
        work = Database.open(folder.resolve("w.db"), List.of(DraftStore.SCHEMA));
        catalogue = new CatalogueStore(copy);
        chain = new ChainModel(
                catalogue, new DraftStore(work, Clock.systemUTC()), new CheckStore(copy), background, TEXTS);
        view = new ResourceView(
                Listing.of(Kind.TREATMENTS), chain, TEXTS, new TableMemory(Map.of(), looks -> {}), background);
        view.offer(List.of(), List.of(), reference -> {});
        return view;
    }

    @BeforeEach
    void fill() {
        treatment("a", "Whitening \\\"Bright\\\"", "w1", "active");
        treatment("b", "Check-up\\nand X-ray", "c1", "active");
        treatment("c", "=HYPERLINK(1)", "=1+1", "active");
        treatment("d", "Implant", "i1", "retired");
        AtomicBoolean there = new AtomicBoolean();
        interact(() -> chain.load(() -> there.set(true)));
        waitUntil(there::get);
    }

    private void treatment(String id, String title, String code, String status) {
        catalogue.put(new StoredResource(
                "ActivityDefinition",
                id,
                "1",
                null,
                "{\"resourceType\":\"ActivityDefinition\",\"id\":\"" + id + "\",\"title\":\"" + title
                        + "\",\"status\":\"" + status + "\",\"code\":{\"coding\":[{\"code\":\"" + code + "\"}]}}"));
    }

    @AfterEach
    void close() {
        background.close();
        copy.close();
        work.close();
    }

    private LineTexts shown() {
        return view.table().texts(view.table().getItems());
    }

    @Test
    void whatIsShownIsWritten() throws IOException {
        interact(() -> {
            view.table()
                    .getColumns()
                    .forEach(column -> column.setVisible(List.of("name", "code").contains(column.getId())));
            view.show(new LineFilter("", Map.of(), null, LineFilter.Status.ACTIVE, false, false));
            view.sortBy("code");
        });
        waitUntil(() -> view.table().getItems().getFirst().id().equals("c"));
        Path file = folder.resolve("treatments.csv");
        assertEquals("treatments.csv", TableFile.write(file, shown(), Locale.UK, Progress.none()));
        assertEquals(
                "\uFEFFName,Code\r\n'=HYPERLINK(1),'=1+1\r\n\"Check-up\nand X-ray\",c1\r\n"
                        + "\"Whitening \"\"Bright\"\"\",w1\r\n",
                Files.readString(file));
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidAndOneThatIsStoppedLeavesTheOldOne() throws IOException {
        assertEquals(
                "", TableFile.write(folder.resolve("nowhere").resolve("x.csv"), shown(), Locale.UK, Progress.none()));
        Path file = Files.writeString(folder.resolve("old.csv"), "old");
        Progress stopped = new Progress() {
            @Override
            public void report(String text, long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> TableFile.write(file, shown(), Locale.UK, stopped));
        assertEquals("old", Files.readString(file));
        assertFalse(Files.exists(folder.resolve("old.csv.part")));
    }
}
