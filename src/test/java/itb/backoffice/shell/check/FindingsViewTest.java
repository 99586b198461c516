package itb.backoffice.shell.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Parallel;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.flow.CatalogueCheck;
import itb.backoffice.validation.CheckStore;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Validator;
import itb.backoffice.validation.chain.ChainCheck;
import itb.backoffice.validation.chain.KnownChain;
import itb.backoffice.validation.shape.Shapes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javafx.scene.Parent;
import javafx.scene.control.TreeTableView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of findings while the check runs, and what is taken out of it. */
class FindingsViewTest extends ScreenTest {
    private static final int CLINICS = 120;

    @TempDir
    static Path folder;

    /** As many looks as the test allows. */
    private final Semaphore looks = new Semaphore(0);

    private final Database database = Database.open(
            folder.resolve(System.nanoTime() + ".db"),
            List.of(CatalogueStore.SCHEMA, CheckStore.SCHEMA, DraftStore.SCHEMA));
    private FindingsView view;

    /** Finds the same two things in everything, one look at a time. */
    private final class Patient implements Validator {
        @Override
        public List<Finding> validate(String json) {
            looks.acquireUninterruptibly();
            String id = Json.object(json).path("id").asText();
            return List.of(
                    finding(Finding.Severity.ERROR, "=Name; \"" + id + "\" is wrong"),
                    finding(Finding.Severity.WARNING, "Name could be better"));
        }

        private static Finding finding(Finding.Severity severity, String message) {
            return new Finding(
                    severity, "HealthcareService.name", message, severity + ":name", "technical", Finding.Origin.NEW);
        }

        @Override
        public List<Finding> validate(String mine, @Nullable String base) {
            return validate(mine);
        }

        @Override
        public void warmUp() {
            // There is nothing to load.
        }

        @Override
        public Shapes shapes() {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    protected Parent screen() {
        CatalogueStore catalogue = new CatalogueStore(database);
        CheckStore checks = new CheckStore(database);
        DraftStore drafts = new DraftStore(database, Clock.systemUTC());
        for (int i = 0; i < CLINICS; i++) {
            catalogue.put(new StoredResource("HealthcareService", "c" + i, "1", Instant.EPOCH, """
                    {"resourceType":"HealthcareService","id":"c%d","meta":{"versionId":"1"},"active":true,"name":"Clinic %d"}
                    """.formatted(i, i)));
        }
        KnownChain known = new KnownChain();
        FindingsModel model = new FindingsModel(new ChainModel(catalogue, drafts, checks, background, TEXTS), known);
        // One at a time: results count in order, and one that is kept waiting would hold up whichever came after it.
        ChainCheck chain = new ChainCheck(catalogue, checks, new Patient(), new Parallel(background, 1), () -> TEXTS);
        CatalogueCheck check = new CatalogueCheck(chain, drafts, known, model, TEXTS);
        view = new FindingsView(model, TEXTS, background, new FindingsHost() {
            @Override
            public void open(String reference, Finding finding) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void mend(String reference, Finding finding) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void check() {
                check.start(background);
            }
        });
        return view.root();
    }

    @AfterEach
    void close() {
        looks.release(CLINICS);
        background.close();
        database.close();
    }

    private int rows() {
        TreeTableView<FindingLine> table = lookup("#findingTable").query();
        return table.getRoot().getChildren().stream()
                .mapToInt(group -> group.getChildren().size())
                .sum();
    }

    @Test
    void theCheckShowsHowFarItIsAndStopsWithoutLosingWhatItFound() {
        assertTrue(said().contains(TEXTS.get("shell.check.never")));
        clickOn("#findingCheck");
        waitFor("findingStop");
        looks.release(60);
        waitUntil(() -> words("findingProgress").matches("Checking the chain, \\d+ of 120"));
        waitUntil(() -> rows() == 100);
        assertTrue(lookup("#findingCheck").query().isDisabled());
        clickOn("#findingStop");
        waitUntil(() -> words("findingProgress").equals(TEXTS.get("shell.status.stopping")));
        looks.release(2);
        waitUntil(() -> !there("findingStop"));
        waitUntil(() -> rows() >= 120 && rows() < 240);
        assertFalse(lookup("#findingCheck").query().isDisabled());

        clickOn("#findingCheck");
        looks.release(CLINICS);
        waitUntil(() -> rows() == 240 && !there("findingStop"));
        assertTrue(words("findingsSubtitle").startsWith("120 errors and 120 warnings in 120 things."));
    }

    @Test
    void whatIsShownIsWrittenForSpreadsheets() throws IOException {
        looks.release(CLINICS);
        clickOn("#findingCheck");
        waitUntil(() -> rows() == 240 && !there("findingStop"));
        clickOn("#finding-search").write("clinic 99");
        waitUntil(() -> rows() == 2);
        Path file = folder.resolve("out.csv");
        view.exportTo(name -> {
            assertEquals("findings.csv", name);
            return Optional.of(file);
        });
        clickOn("#findingExport");
        waitUntil(() -> there("findingProgress") && words("findingProgress").contains("out.csv"));
        List<String> lines =
                Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        assertEquals(3, lines.size(), lines::toString);
        assertTrue(lines.getFirst().startsWith("\uFEFF"), lines.getFirst());
        assertTrue(lines.get(1).contains("c99") && lines.get(1).contains("ERROR:name"), lines.get(1));
        assertFalse(lines.get(1).contains(",=") || lines.get(1).contains("\"="), "a formula would be run");
    }

    @Test
    void whereTheFileCannotBeWrittenItSaysSo() {
        looks.release(CLINICS);
        clickOn("#findingCheck");
        waitUntil(() -> rows() == 240 && !there("findingStop"));
        view.exportTo(name -> Optional.of(folder.resolve("nowhere").resolve(name)));
        clickOn("#findingExport");
        waitUntil(() -> said().contains(TEXTS.get("page.done.notExported")));
    }
}
