package itb.backoffice.shell.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Parallel;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.check.FindingsModel;
import itb.backoffice.validation.CheckStore;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Validator;
import itb.backoffice.validation.chain.ChainCheck;
import itb.backoffice.validation.chain.KnownChain;
import itb.backoffice.validation.shape.Shapes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of the whole chain beside the user's work: what comes late, what is typed meanwhile, and stopping it. */
class CatalogueCheckTest {
    private static final Messages TEXTS = Messages.of(Locale.ENGLISH);

    /** Work that waits until the test wants it done. */
    private static final class Held implements Executor {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public void execute(Runnable work) {
            waiting.add(work);
        }

        void next() {
            waiting.remove().run();
        }

        void rest() {
            while (!waiting.isEmpty()) {
                next();
            }
        }
    }

    /** Finds nothing by itself; does something else at each look. */
    private record Watched(Runnable look) implements Validator {
        @Override
        public List<Finding> validate(String json) {
            look.run();
            return List.of();
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

    @TempDir
    Path folder;

    private final ErrorReporter errors = new ErrorReporter();
    private final Held held = new Held();
    private final Background window = new Background(held, Runnable::run, errors);
    private final Background threads = Background.threaded(Runnable::run, errors);
    private final KnownChain known = new KnownChain();
    private Database database;
    private CatalogueStore catalogue;
    private CheckStore checks;
    private DraftStore drafts;
    private ChainModel chain;
    private FindingsModel findings;

    @BeforeEach
    void open() {
        database = Database.open(
                folder.resolve("chain.db"), List.of(CatalogueStore.SCHEMA, CheckStore.SCHEMA, DraftStore.SCHEMA));
        catalogue = new CatalogueStore(database);
        checks = new CheckStore(database);
        drafts = new DraftStore(database, Clock.systemUTC());
        chain = new ChainModel(catalogue, drafts, checks, window, TEXTS);
        findings = new FindingsModel(chain, known);
    }

    @AfterEach
    void close() {
        threads.close();
        database.close();
    }

    private CatalogueCheck check(Runnable look) {
        ChainCheck check = new ChainCheck(catalogue, checks, new Watched(look), new Parallel(threads, 1), () -> TEXTS);
        return new CatalogueCheck(check, drafts, known, findings, TEXTS);
    }

    private void clinic(String id, String slug) {
        catalogue.put(new StoredResource("HealthcareService", id, "1", Instant.EPOCH, """
                {"resourceType":"HealthcareService","id":"%s","meta":{"versionId":"1"},"active":true,"name":"%s",
                "extension":[{"url":"https://x.test/ext-clinic-info","extension":[{"url":"urlPlaceholder","valueString":"%s"}]}]}
                """.formatted(id, id, slug)));
    }

    @Test
    void aPartThatComesAfterTheWholeDoesNotHideWhatTheWholeFound() {
        clinic("a", "same");
        clinic("b", "same");
        check(() -> {}).start(window);
        held.next();
        assertEquals(2, findings.countProperty().get());
        held.rest();
        assertEquals(2, findings.countProperty().get());
    }

    @Test
    void whatIsTypedWhileTheCheckRunsCounts() {
        clinic("a", "same");
        clinic("b", "same");
        CatalogueCheck first = check(() -> {});
        first.start(window);
        held.rest();
        clinic("c", "other");
        // Somebody gives one of the two another address before the check has come to its end.
        check(() -> {
                    chain.draftChanged("HealthcareService", "a", typed("a"));
                    chain.found("HealthcareService/a", List.of());
                })
                .start(window);
        held.rest();
        assertEquals(1, findings.countProperty().get());
        assertNull(findings.runningProperty().get());
    }

    private Draft typed(String id) {
        StoredResource base = catalogue.get("HealthcareService", id).orElseThrow();
        var saved =
                (EditResult.Saved) drafts.edit(EditStep.change(base, base.json().replace("same", "mine"), ""));
        return saved.draft();
    }

    @Test
    void whatIsOnlyLookedAtWhileTheCheckRunsIsJudgedBesideAllOthersAllTheSame() {
        clinic("a", "same");
        clinic("b", "same");
        check(() -> chain.found("HealthcareService/a", List.of())).start(window);
        held.rest();
        assertEquals(2, findings.countProperty().get());
    }

    @Test
    void itStopsAtOnceKeepsWhatItFoundAndGoesOnFromThere() {
        for (int i = 0; i < 200; i++) {
            clinic("c" + i, "same");
        }
        AtomicInteger looks = new AtomicInteger();
        CatalogueCheck check = check(() -> {
            if (looks.incrementAndGet() == 60) {
                Objects.requireNonNull(findings.runningProperty().get()).cancel();
            }
        });
        check.start(window);
        held.rest();
        assertNull(findings.runningProperty().get());
        int looked = looks.get();
        assertTrue(looked < 70, () -> "looked at " + looked);
        assertTrue(
                checks.results().size() >= 50, () -> "kept " + checks.results().size());
        int kept = checks.results().size();
        check.start(window);
        held.rest();
        assertEquals(200 - kept, looks.get() - looked);
        assertEquals(200, findings.countProperty().get());
    }
}
