package itb.backoffice.validation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.Samples;
import itb.backoffice.validation.pack.ImportOutcome.Imported;
import itb.backoffice.validation.pack.Refusal.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesTest {
    private static final String SETTINGS = NewerItb.PORTAL + "StructureDefinition/organization-settings";

    @TempDir
    Path folder;

    private Database database;
    private Packages packages;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("data").resolve(PackageStore.FILE), List.of(PackageStore.SCHEMA));
        packages = new Packages(new PackageStore(database), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNewerVersionOfItbWorksWithoutANewProgram() throws IOException {
        Imported imported = assertInstanceOf(Imported.class, take(NewerItb.file(), "wof-portal-1.1.0.tgz"));
        assertEquals(NewerItb.ID, imported.packages().getFirst().id());
        assertEquals("wof-portal-1.1.0.tgz", imported.packages().getFirst().from());
        assertEquals(List.of(), imported.absent());

        ProfileValidator now = validator("");
        ProfileValidator newer = validator(NewerItb.ID.toString());

        // A new required element.
        String general = Samples.changed("role", json -> json.remove("specialty"));
        assertEquals(List.of(), errors(now, general));
        assertEquals(List.of("required:PractitionerRole.specialty"), errors(newer, general));
        assertEquals(List.of(), errors(newer, Samples.text("role")));

        // A new required extension, with its type.
        String clinic = Samples.text("clinic");
        assertEquals(List.of(), errors(now, clinic));
        assertEquals(
                1, errors(newer, clinic).size(), () -> errors(newer, clinic).toString());
        assertTrue(errors(newer, clinic).getFirst().startsWith("required:HealthcareService.extension"));
        assertEquals(List.of(), errors(newer, withAccess("valueBoolean")));
        assertFalse(errors(newer, withAccess("valueString")).isEmpty());

        // A new allowed code.
        String organisation = withClinicPicture("show-clinic-film");
        assertFalse(errors(now, organisation).isEmpty());
        assertEquals(List.of(), errors(newer, organisation));
        assertFalse(errors(newer, withClinicPicture("show-nothing")).isEmpty());
    }

    private static String withAccess(String value) {
        return Samples.changed("clinic", json -> {
            var access = ((ArrayNode) json.path("extension")).addObject().put("url", NewerItb.ACCESS);
            if (value.equals("valueBoolean")) {
                access.put(value, true);
            } else {
                access.put(value, "yes");
            }
        });
    }

    private static String withClinicPicture(String code) {
        return Samples.changed("organisation", json -> {
            json.remove("extension");
            var setting = json.putArray("extension").addObject().put("url", SETTINGS);
            setting.putArray("extension")
                    .addObject()
                    .put("url", "showClinicImage")
                    .put("valueCode", code);
        });
    }

    @Test
    void whatWasImportedIsThereAfterARestart() throws IOException {
        take(NewerItb.file(), "a.tgz");
        database.close();
        open();
        assertEquals(NewerItb.ID, packages.inUse(NewerItb.ID.toString()).id());
        assertFalse(packages.inUse(NewerItb.ID.toString()).missing());
        assertEquals(
                List.of("", "itb.backoffice.profiles#1.0.0", "wof-portal#1.1.0"),
                packages.choices().stream().map(PackageChoice::key).toList());
    }

    @Test
    void aPackageThatIsNotThereIsStoodInForAndSaidToBeMissing() {
        PackageInUse inUse = packages.inUse("wof-portal#9.9.9");
        assertTrue(inUse.missing());
        assertEquals("1.0.1", inUse.id().version());
        assertFalse(packages.inUse("").missing());
        assertEquals(
                "1.0.0", packages.inUse("itb.backoffice.profiles#1.0.0").id().version());
    }

    @Test
    void aRemovalCanBeTakenBackUntilItIsForgotten() throws IOException {
        take(NewerItb.file(), "a.tgz");
        packages.remove(NewerItb.ID);
        assertEquals(List.of(), packages.installed());
        assertTrue(packages.inUse(NewerItb.ID.toString()).missing());
        packages.restore(NewerItb.ID);
        assertFalse(packages.inUse(NewerItb.ID.toString()).missing());
        packages.forget(NewerItb.ID);
        assertEquals(1, packages.installed().size(), "it had come back");
        packages.remove(NewerItb.ID);
        packages.forget(NewerItb.ID);
        packages.restore(NewerItb.ID);
        assertEquals(List.of(), packages.installed());
    }

    @Test
    void aRemovalThatWasNeverSettledIsSettledAtTheNextStart() throws IOException {
        take(NewerItb.file(), "a.tgz");
        packages.remove(NewerItb.ID);
        new PackageStore(database).forgetRemoved();
        packages.restore(NewerItb.ID);
        assertEquals(List.of(), packages.installed());
    }

    @Test
    void theSamePackageAgainTakesTheOldOnesPlace() throws IOException {
        take(NewerItb.file(), "a.tgz");
        String before = validator(NewerItb.ID.toString()).stamp();
        Map<String, String> other = NewerItb.definitions();
        other.remove("StructureDefinition-extConsentToMarketing");
        TgzFile again = TgzFile.named(NewerItb.ID.name(), NewerItb.ID.version());
        other.forEach(again::definition);
        take(again, "b.tgz");
        assertEquals(1, packages.installed().size());
        assertEquals("b.tgz", packages.installed().getFirst().from());
        assertNotEquals(before, validator(NewerItb.ID.toString()).stamp(), "what was checked is checked anew");
    }

    @Test
    void whatAPackageNeedsIsTakenFromBesideIt() throws IOException {
        TgzFile base = TgzFile.named("wof-base", "1.1.0");
        TgzFile portal = new TgzFile().with("package/package.json", """
                {"name":"wof-portal","version":"1.1.0","fhirVersions":["4.0.1"],
                "dependencies":{"hl7.fhir.r4.core":"4.0.1","wof-base":"1.1.x","hl7.terminology":"6.0.0"}}""");
        NewerItb.definitions()
                .forEach((name, json) -> (name.contains("wof-base") ? base : portal).definition(name, json));
        Path file = portal.write(folder.resolve("portal.tgz"));

        ImportOutcome.Refused alone = assertInstanceOf(ImportOutcome.Refused.class, take(file));
        assertEquals(Kind.BASE_MISSING, alone.refusal().kind());
        assertEquals("portal.tgz", alone.source());
        assertEquals(List.of(), packages.installed(), "nothing changes");

        base.write(folder.resolve("wof-base-1.1.0.tgz"));
        Imported both = assertInstanceOf(Imported.class, take(file));
        assertEquals(
                List.of("wof-portal#1.1.0", "wof-base#1.1.0"),
                both.packages().stream().map(one -> one.id().toString()).toList());
        assertEquals(List.of(new PackageId("hl7.terminology", "6.0.0")), both.absent());
        assertEquals(
                List.of("required:PractitionerRole.specialty"),
                errors(validator("wof-portal#1.1.0"), Samples.changed("role", json -> json.remove("specialty"))));
    }

    @Test
    void oneOfSeveralFilesThatIsRefusedKeepsAllOut() throws IOException {
        Path good = NewerItb.file().write(folder.resolve("good.tgz"));
        Path bad = TgzFile.named("bad", "1.0.0").write(folder.resolve("bad.tgz"));
        ImportOutcome.Refused refused = assertInstanceOf(
                ImportOutcome.Refused.class, packages.importFiles(List.of(good, bad), Progress.none()));
        assertEquals("bad.tgz", refused.source());
        assertEquals(Kind.EMPTY, refused.refusal().kind());
        assertEquals(List.of(), packages.installed());
    }

    @Test
    void profilesThatCannotBeWorkedWithAreRefused() throws IOException {
        String base = "http://hl7.org/fhir/StructureDefinition/PractitionerRole";
        assertEquals(Kind.BAD_DEFINITION, refused(profile("a", base).replace("\"type\":\"PractitionerRole\",", "")));
        assertEquals(Kind.OTHER_FHIR, refused(profile("a", base).replace("4.0.1", "5.0.0")));
        assertEquals(Kind.BASE_MISSING, refused(profile("a", "https://a.test/none")));
        assertEquals(Kind.BAD_PROFILE, refused(profile("a", "https://a.test/a")), "builds on itself");
        assertEquals(
                Kind.BAD_PROFILE,
                refused(profile("a", "https://a.test/b"), profile("b", "https://a.test/a")),
                "each builds on the other");
        assertEquals(
                Kind.BAD_PROFILE,
                refused(profile("a", base).replace("PractitionerRole.code", "PractitionerRole.colour")),
                "a rule for nothing");
        assertEquals(
                Kind.BASE_MISSING,
                refused(profile("a", base)
                        .replace(
                                "\"max\":\"1\"",
                                "\"type\":[{\"code\":\"Extension\",\"profile\":[\"https://a.test/x\"]}]")));
    }

    private static String profile(String id, String base) {
        return """
                {"resourceType":"StructureDefinition","id":"%s","url":"https://a.test/%s","name":"A","status":"draft",
                "fhirVersion":"4.0.1","kind":"resource","abstract":false,"type":"PractitionerRole",
                "baseDefinition":"%s","derivation":"constraint","differential":{"element":[
                {"id":"PractitionerRole.code","path":"PractitionerRole.code","max":"1"}]}}""".formatted(id, id, base);
    }

    private Kind refused(String... definitions) throws IOException {
        TgzFile file = TgzFile.named("a.test", "1.0.0");
        int number = 0;
        for (String definition : definitions) {
            file.definition("StructureDefinition-" + number++, definition);
        }
        ImportOutcome outcome = take(file, "refused.tgz");
        assertEquals(List.of(), packages.installed());
        return assertInstanceOf(ImportOutcome.Refused.class, outcome).refusal().kind();
    }

    @Test
    void everyReasonHasItsSentenceInEveryLanguage() {
        for (Locale language : Messages.LANGUAGES) {
            Messages messages = Messages.of(language);
            for (Kind kind : Kind.values()) {
                assertFalse(new Refusal(kind, "x").sentence(messages).isBlank());
            }
        }
    }

    private ImportOutcome take(TgzFile file, String name) throws IOException {
        return take(file.write(folder.resolve(name)));
    }

    private ImportOutcome take(Path file) {
        return packages.importFiles(List.of(file), Progress.none());
    }

    private ProfileValidator validator(String chosen) {
        Messages english = Messages.of(Locale.ENGLISH);
        return new ProfileValidator(() -> english, packages.inUse(chosen).sources());
    }

    private static List<String> errors(ProfileValidator validator, String json) {
        return validator.validate(json).stream()
                .filter(finding -> finding.severity().isError())
                .map(Finding::rule)
                .toList();
    }
}
