package itb.backoffice.validation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a package holds, it is taken or refused; nothing is thrown, and what was taken can be worked with. */
class HostilePackagesTest {
    private static final int ROUNDS = Integer.getInteger("hostile.rounds", 60);

    @TempDir
    Path folder;

    @Test
    void bentDefinitionsAreTakenOrRefused() throws Exception {
        try (Database database = Database.open(folder.resolve(PackageStore.FILE), List.of(PackageStore.SCHEMA))) {
            Packages packages = new Packages(new PackageStore(database), Clock.systemUTC());
            Messages english = Messages.of(Locale.ENGLISH);
            int refused = 0;
            for (int round = 0; round < ROUNDS; round++) {
                Random random = new Random(round);
                TgzFile file = TgzFile.named("bent", "1." + round);
                Map<String, String> definitions = NewerItb.definitions();
                List<String> names = new ArrayList<>(definitions.keySet());
                String bent = names.get(random.nextInt(names.size()));
                definitions.computeIfPresent(bent, (name, text) -> bend(text, random));
                definitions.forEach(file::definition);
                ImportOutcome outcome =
                        packages.importFiles(List.of(file.write(folder.resolve("bent.tgz"))), Progress.none());
                if (outcome instanceof ImportOutcome.Imported imported) {
                    String id = imported.packages().getFirst().id().toString();
                    ProfileValidator validator = new ProfileValidator(
                            () -> english, packages.inUse(id).sources());
                    for (String sample : List.of("role", "clinic", "organisation")) {
                        validator.validate(Samples.text(sample));
                    }
                } else {
                    refused++;
                }
            }
            assertTrue(refused > 0 && refused < ROUNDS, refused + " of " + ROUNDS + " were refused");
        }
    }

    @Test
    void bentBytesAreTakenOrRefused() throws Exception {
        byte[] whole = Files.readAllBytes(NewerItb.file().write(folder.resolve("whole.tgz")));
        int taken = 0;
        for (int round = 0; round < 300; round++) {
            Random random = new Random(round);
            byte[] bent = whole.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                bent[random.nextInt(bent.length)] = (byte) random.nextInt();
            }
            try {
                PackageArchive.read(Files.write(folder.resolve("bent.tgz"), bent));
                taken++;
            } catch (Refused e) {
                assertEquals(
                        e.refusal().detail(),
                        new Refusal(e.refusal().kind(), e.refusal().detail()).detail());
            }
        }
        assertTrue(taken < 30, taken + " bent files were taken");
    }

    /** Changes one thing, anywhere. */
    private static String bend(String text, Random random) {
        ObjectNode root = Json.object(text);
        List<JsonNode> places = new ArrayList<>();
        collect(root, places);
        JsonNode place = places.get(random.nextInt(places.size()));
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(7)) {
                case 0 -> object.remove(name);
                case 1 -> object.put(name, "banana");
                case 2 -> object.put(name, -7);
                case 3 -> object.putArray(name).add("x").addObject().put("y", 1);
                case 4 -> object.putObject(name).put("z", true);
                case 5 -> object.putNull(name);
                default -> object.put("unheardOf", "x");
            }
        } else if (place instanceof ArrayNode array && !array.isEmpty()) {
            if (random.nextBoolean()) {
                array.remove(random.nextInt(array.size()));
            } else {
                array.add(array.get(random.nextInt(array.size())));
            }
        }
        return Json.write(root);
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }
}
