package itb.backoffice.validation.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Parallel;
import itb.backoffice.platform.Progress;
import itb.backoffice.validation.CheckStore;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Finding.Origin;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.Validator;
import itb.backoffice.validation.engine.BuiltInPackage;
import itb.backoffice.validation.shape.Shapes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of a whole chain over a real catalogue, with the real validator. */
class ChainCheckTest {
    private static final Messages TEXTS = Messages.of(Locale.ENGLISH);
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    /** The real rules; keeps in mind what it was asked to look at. */
    private static final class Asked implements Validator {
        private final Validator rules;
        private final Queue<String> ids = new ConcurrentLinkedQueue<>();

        Asked(Validator rules) {
            this.rules = rules;
        }

        @Override
        public List<Finding> validate(String json) {
            ids.add(Json.object(json).path("id").asText());
            return rules.validate(json);
        }

        @Override
        public List<Finding> validate(String mine, @Nullable String base) {
            ids.add(Json.object(mine).path("id").asText() + " as drafted");
            return rules.validate(mine, base);
        }

        @Override
        public String stamp() {
            return rules.stamp();
        }

        @Override
        public void warmUp() {
            rules.warmUp();
        }

        @Override
        public Shapes shapes() {
            return rules.shapes();
        }

        List<String> since() {
            List<String> all = ids.stream().sorted().toList();
            ids.clear();
            return all;
        }
    }

    private static final Asked RULES = new Asked(new ProfileValidator(TEXTS));

    @TempDir
    Path folder;

    private Background background;
    private Database database;
    private CatalogueStore catalogue;
    private CheckStore checks;

    @BeforeEach
    void open() {
        background = Background.threaded(Runnable::run, new ErrorReporter());
        database = Database.open(folder.resolve("chain.db"), List.of(CatalogueStore.SCHEMA, CheckStore.SCHEMA));
        catalogue = new CatalogueStore(database);
        checks = new CheckStore(database);
        RULES.since();
    }

    @AfterEach
    void close() {
        background.close();
        database.close();
    }

    private static String clinic(String id, String version, String slug) {
        return """
                {"resourceType":"HealthcareService","id":"%s","meta":{"versionId":"%s","profile":["https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/healthcare-service-portal"]},
                "extension":[{"url":"https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/ext-clinic-info",
                "extension":[{"url":"hasExternalBooking","valueBoolean":false},{"url":"urlPlaceholder","valueString":"%s"}]}],
                "active":true,"name":"Clinic %s","location":[{"reference":"#place"}],
                "contained":[{"resourceType":"Location","id":"place","physicalType":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/location-physical-type","code":"si"}]}}]}
                """.formatted(id, version, slug, id);
    }

    private void keep(String json) {
        ObjectNode tree = Json.object(json);
        catalogue.put(new StoredResource(
                tree.path("resourceType").asText(),
                tree.path("id").asText(),
                tree.at("/meta/versionId").asText(),
                NOW,
                json));
    }

    private ChainVerdict run(Validator rules, List<Edited> edits, Set<String> deleted, Progress progress) {
        return new ChainCheck(catalogue, checks, rules, new Parallel(background, 2), () -> TEXTS)
                .run(edits, deleted, found -> {}, progress);
    }

    private ChainVerdict run(Edited... edits) {
        return run(RULES, List.of(edits), Set.of(), Progress.none());
    }

    private static List<String> said(ChainVerdict verdict, String reference) {
        return verdict.judged().get(reference).findings().stream()
                .filter(Finding::isWorthTelling)
                .map(Finding::message)
                .toList();
    }

    @Test
    void onlyWhatChangedIsLookedAtAgain() {
        keep(clinic("a", "1", "a"));
        keep(clinic("b", "1", "b"));
        run();
        assertEquals(List.of("a", "b"), RULES.since());
        run();
        assertEquals(List.of(), RULES.since());
        keep(clinic("b", "2", "b2"));
        ChainVerdict verdict = run();
        assertEquals(List.of("b"), RULES.since());
        assertEquals(2, verdict.judged().size(), "what was known counts too");
    }

    @Test
    void whatWasFoundOutlivesTheProgram() {
        keep(clinic("a", "1", "a").replace("\"active\":true,", ""));
        List<String> said = said(run(), "HealthcareService/a");
        assertEquals(List.of("Say whether patients can find the clinic."), said);
        close();
        open();
        assertEquals(said, said(run(), "HealthcareService/a"));
        assertEquals(List.of(), RULES.since());
        assertEquals(Map.of("HealthcareService/a", new CheckStore.Checked(1, 0)), checks.all());
    }

    @Test
    void anotherPackageOfProfilesMakesWhatWasFoundStale() {
        keep(clinic("a", "1", "a").replace(",{\"url\":\"urlPlaceholder\",\"valueString\":\"a\"}", ""));
        assertEquals(List.of("The clinic needs a short name for its web address."), said(run(), "HealthcareService/a"));
        RULES.since();
        // In April 2026 the short name was not yet asked for.
        BuiltInPackage april = BuiltInPackage.all().stream()
                .filter(each -> each.version().equals("1.0.0"))
                .findFirst()
                .orElseThrow();
        Asked older = new Asked(new ProfileValidator(() -> TEXTS, List.of(april)));
        ChainVerdict verdict = run(older, List.of(), Set.of(), Progress.none());
        assertEquals(List.of("a"), older.since());
        assertEquals(List.of(), said(verdict, "HealthcareService/a"));
    }

    private static Asked asked(String program, Locale language, int limitKilobytes) {
        Messages words = Messages.of(language);
        return new Asked(new ChainValidator(
                RULES.rules, new ResourceRules(() -> limitKilobytes), () -> Chain.EMPTY, () -> words, program));
    }

    @Test
    void anotherVersionOfTheProgramAnotherLanguageOrLimitMakesWhatWasFoundStale() {
        keep(clinic("a", "1", "a"));
        run(asked("1.0", Locale.ENGLISH, 100), List.of(), Set.of(), Progress.none());
        Asked same = asked("1.0", Locale.ENGLISH, 100);
        run(same, List.of(), Set.of(), Progress.none());
        assertEquals(List.of(), same.since(), "nothing has changed");
        for (Asked other : List.of(
                asked("1.1", Locale.ENGLISH, 100),
                asked("1.1", Locale.of("sv"), 100),
                asked("1.1", Locale.of("sv"), 200))) {
            run(other, List.of(), Set.of(), Progress.none());
            assertEquals(List.of("a"), other.since());
            run(other, List.of(), Set.of(), Progress.none());
            assertEquals(List.of(), other.since(), "it is known now");
        }
    }

    @Test
    void aDraftIsJudgedInPlaceOfTheServersCopyAndSaysWhatIsNew() {
        String base = clinic("a", "1", "a").replace("\"active\":true,", "");
        keep(base);
        keep(clinic("b", "1", "b"));
        run();
        RULES.since();
        Edited edited =
                new Edited("HealthcareService/a", base.replace("\"valueString\":\"a\"", "\"valueString\":\"b\""), base);
        ChainVerdict verdict = run(edited);
        assertEquals(List.of("a as drafted"), RULES.since());
        Judged judged = verdict.judged().get("HealthcareService/a");
        assertTrue(judged.draft());
        Map<Origin, List<String>> origins = new java.util.EnumMap<>(Origin.class);
        judged.findings().stream()
                .filter(Finding::isWorthTelling)
                .forEach(finding -> origins.computeIfAbsent(finding.origin(), key -> new ArrayList<>())
                        .add(finding.message()));
        assertEquals(
                Map.of(
                        Origin.BEFORE, List.of("Say whether patients can find the clinic."),
                        Origin.NEW,
                                List.of("Clinic b uses the same short name for its web address."
                                        + " Patients can reach only one of the two.")),
                origins);
        run(edited);
        assertEquals(List.of(), RULES.since(), "an untouched draft is not looked at again");
        run();
        assertEquals(List.of("a"), RULES.since(), "without the draft the server's copy counts again");
    }

    @Test
    void whatADraftDeletesAndWhatIsGoneIsForgotten() {
        keep(clinic("a", "1", "same"));
        keep(clinic("b", "1", "same"));
        assertEquals(1, said(run(), "HealthcareService/b").size());
        ChainVerdict without = run(RULES, List.of(), Set.of("HealthcareService/a"), Progress.none());
        assertEquals(Set.of("HealthcareService/b"), without.judged().keySet());
        assertEquals(List.of(), said(without, "HealthcareService/b"));
        catalogue.remove("HealthcareService", "b");
        run(RULES, List.of(), Set.of("HealthcareService/a"), Progress.none());
        assertEquals(Map.of(), checks.all());
    }

    @Test
    void whatWasFoundBeforeItWasStoppedIsKept() {
        for (int i = 0; i < 60; i++) {
            keep(clinic("c" + i, "1", "c" + i));
        }
        Progress stopping = new Progress() {
            private volatile boolean stopped;

            @Override
            public void report(String text, long done, long total) {
                stopped = done >= 10;
            }

            @Override
            public boolean cancelled() {
                return stopped;
            }
        };
        assertThrows(CancellationException.class, () -> run(RULES, List.of(), Set.of(), stopping));
        int kept = checks.all().size();
        assertTrue(kept >= 10 && kept < 60, () -> "kept " + kept);
        RULES.since();
        run();
        assertEquals(60 - kept, RULES.since().size(), "the rest follows");
    }

    /** Texts with pictures must not pile up: thirty of two megabytes each are more than what may be held. */
    @Test
    void itHoldsNoMoreThanAFewTextsAtATime() {
        String picture = "AAAA".repeat(500_000);
        for (int i = 0; i < 30; i++) {
            keep(clinic("p" + i, "1", "p" + i)
                    .replace(
                            "\"active\":true,",
                            "\"active\":true,\"photo\":{\"contentType\":\"image/png\",\"data\":\"" + picture + "\"},"));
        }
        run(RULES, List.of(), Set.of(), Progress.none());
        long before = held();
        ChainVerdict verdict = run(RULES, List.of(), Set.of(), Progress.none());
        long more = held() - before;
        assertEquals(30, verdict.judged().size());
        assertTrue(more < 10_000_000, () -> more / 1_000_000 + " MB held by the verdict");
    }

    private static long held() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
