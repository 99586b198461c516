package itb.backoffice.shell.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import itb.backoffice.validation.CheckStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However things are edited, the tables show line by line what they would show if all were read anew: also people with odd
 * identifiers or none, clinics that are gone, and what is only a draft.
 */
class SameLinesTest {
    private static final int ROUNDS = 400;
    private static final List<String> PEOPLE = List.of(
            "{\"identifier\":{\"system\":\"urn:a\",\"value\":\"1\"},\"display\":\"Kari Berg\"}",
            "{\"identifier\":{\"system\":\"urn:a\",\"value\":\"1\"},\"display\":\"Åse Dahl\"}",
            "{\"identifier\":{\"system\":\"urn:a\",\"value\":\"2\"},\"display\":\"Kari Berg\"}",
            "{\"identifier\":{\"value\":\"1\"},\"display\":\"No system\"}",
            "{\"identifier\":{\"system\":\"urn:a\"},\"display\":\"No value\"}",
            "{\"identifier\":{\"system\":\"urn:a\",\"value\":\"x|y\"},\"display\":\"A bar\"}",
            "{\"identifier\":{\"system\":\"urn:a\",\"value\":\"3\"}}",
            "{\"reference\":\"Practitioner/p1\"}",
            "{\"reference\":\"Practitioner/p2\",\"identifier\":{\"system\":\"urn:a\",\"value\":\"2\"},\"display\":\"Both\"}",
            "{\"reference\":\"Practitioner/never\",\"display\":\"Unseen\"}",
            "{\"display\":\"Only a name \uD83D\uDE00 \\\"quoted\\\"\"}",
            "\"no object\"",
            "[]",
            "null");
    private static final List<String> BILLERS = List.of(
            "{\"identifier\":{\"system\":\"urn:b\",\"value\":\"1\"},\"display\":\"Nord AS\"}",
            "{\"identifier\":{\"system\":\"urn:b\",\"value\":\"1\"},\"display\":\"Nord A/S\"}",
            "{\"reference\":\"Organization/o1\"}",
            "{\"identifier\":{\"system\":\"urn:b\",\"value\":\"9\"},\"display\":\"Sør\"}",
            "{}");

    @TempDir
    Path folder;

    private Database copy;
    private Database work;
    private CatalogueStore catalogue;
    private DraftStore drafts;
    private ChainModel chain;

    @BeforeEach
    void open() {
        copy = Database.open(folder.resolve("c.db"), List.of(CatalogueStore.SCHEMA, CheckStore.SCHEMA));
        work = Database.open(folder.resolve("w.db"), List.of(DraftStore.SCHEMA));
        catalogue = new CatalogueStore(copy);
        drafts = new DraftStore(work, Clock.systemUTC());
        chain = model();
    }

    @AfterEach
    void close() {
        copy.close();
        work.close();
    }

    private ChainModel model() {
        return new ChainModel(
                catalogue,
                drafts,
                new CheckStore(copy),
                new Background(Runnable::run, Runnable::run, new ErrorReporter()),
                Messages.of(Locale.ENGLISH));
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** A thing of any kind; little enough of each that they meet. */
    private static Map.Entry<String, String> thing(Random random) {
        String id = Integer.toString(random.nextInt(4));
        return switch (random.nextInt(6)) {
            case 0 -> entry("Practitioner/p" + id, """
                        "identifier":[{"system":"urn:a","value":"%s"}],"name":[{"text":"Own name %s"}]""".formatted(random.nextInt(4), random.nextInt(3)));
            case 1 -> entry("Organization/o" + id, """
                        "identifier":[{"system":"urn:b/billingorganization","value":"1"},{"system":"urn:b","value":"%s"}],
                        "name":"Own AS %s" """.formatted(random.nextInt(3), random.nextInt(3)));
            case 2 ->
                entry("HealthcareService/c" + id, """
                        "name":"Clinic %s","active":%s,"location":[{"reference":"#a"}],
                        "contained":[{"resourceType":"Location","id":"a","partOf":{"reference":"Location/l%s"}}]""".formatted(
                                random.nextInt(3), random.nextBoolean(), random.nextInt(3)));
            case 3 -> entry("Location/l" + id, "\"name\":\"" + (random.nextBoolean() ? "" : "Area " + id) + "\"");
            default ->
                entry("PractitionerRole/r" + random.nextInt(8), """
                        "active":%s,"practitioner":%s,"organization":%s,
                        "healthcareService":[{"reference":"HealthcareService/c%s","display":"As it was"}]""".formatted(
                                random.nextBoolean(), pick(random, PEOPLE), pick(random, BILLERS), random.nextInt(6)));
        };
    }

    private static Map.Entry<String, String> entry(String reference, String rest) {
        int slash = reference.indexOf('/');
        return Map.entry(
                reference,
                "{\"resourceType\":\"" + reference.substring(0, slash) + "\",\"id\":\"" + reference.substring(slash + 1)
                        + "\"," + rest + "}");
    }

    @Test
    void theTablesAreAlwaysAsIfAllWereReadAnew() {
        Random random = new Random(5);
        for (int i = 0; i < 12; i++) {
            Map.Entry<String, String> some = thing(random);
            int slash = some.getKey().indexOf('/');
            catalogue.put(new StoredResource(
                    some.getKey().substring(0, slash), some.getKey().substring(slash + 1), "1", null, some.getValue()));
        }
        chain.load(() -> {});
        List<String> done = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Map.Entry<String, String> some = thing(random);
            String type = some.getKey().substring(0, some.getKey().indexOf('/'));
            String id = some.getKey().substring(type.length() + 1);
            Draft before = drafts.get(type, id).orElse(null);
            if (before != null && random.nextInt(3) == 0) {
                drafts.discard(List.of(some.getKey()));
                chain.draftChanged(type, id, null);
                done.add("discarded " + some.getKey());
            } else {
                done.add(some.getValue());
                chain.draftChanged(type, id, edited(type, id, before, some.getValue()));
            }
            ChainModel anew = model();
            anew.load(() -> {});
            for (Kind kind : Kind.values()) {
                int now = round;
                assertEquals(
                        lines(anew, kind),
                        lines(chain, kind),
                        () -> kind + " after " + done.subList(Math.max(0, now - 3), now + 1));
            }
        }
        assertTrue(chain.lines(Kind.PEOPLE).size() > 2);
    }

    private Draft edited(String type, String id, Draft before, String json) {
        EditStep step = before != null
                ? EditStep.change(before, json, "")
                : catalogue
                        .get(type, id)
                        .map(base -> EditStep.change(base, json, ""))
                        .orElseGet(() -> EditStep.create(type, id, json));
        return drafts.edit(step) instanceof EditResult.Saved saved
                ? saved.draft()
                : drafts.get(type, id).orElse(null);
    }

    private static Map<String, String> lines(ChainModel model, Kind kind) {
        Map<String, String> lines = new TreeMap<>();
        for (Line line : model.lines(kind)) {
            lines.put(line.reference(), line.row().texts() + " " + line.row().active());
        }
        return lines;
    }
}
