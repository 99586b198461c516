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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain as the tables show it: who belongs to whom, also while somebody types. */
class ChainModelTest {
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
        chain = new ChainModel(
                catalogue,
                drafts,
                new CheckStore(copy),
                new Background(Runnable::run, Runnable::run, new ErrorReporter()),
                Messages.of(Locale.ENGLISH));
        put("Location", "east", "\"name\":\"East\"");
        put("HealthcareService", "c1", """
                "name":"Sandvika","location":[{"reference":"#a"}],
                "contained":[{"resourceType":"Location","id":"a","partOf":{"reference":"Location/east"}}]""");
        role("r1", "505", "Kari Berg");
        role("r2", "505", "Kari Bergh");
        role("r3", "506", "Lars Dahl");
    }

    @AfterEach
    void close() {
        copy.close();
        work.close();
    }

    private void put(String type, String id, String rest) {
        catalogue.put(new StoredResource(
                type, id, "1", null, "{\"resourceType\":\"" + type + "\",\"id\":\"" + id + "\"," + rest + "}"));
    }

    @Test
    void whomRolesKnowByAnIdThatTheServerDoesNotShowIsListedAndFoundInTheirRoles() {
        for (String id : List.of("r7", "r8")) {
            put("PractitionerRole", id, """
                    "practitioner":{"reference":"Practitioner/77","display":"Nils Moe"},
                    "organization":{"reference":"Organization/88","display":"Moe AS"}""");
        }
        chain.load(() -> {});
        assertEquals(
                List.of("Kari Bergh", "Lars Dahl", "Nils Moe"),
                chain.lines(Kind.PEOPLE).stream()
                        .map(line -> line.row().text("name").text())
                        .sorted()
                        .toList());
        assertEquals(Set.of("PractitionerRole/r7", "PractitionerRole/r8"), chain.sources("person/Practitioner/77"));
        assertEquals(Set.of("PractitionerRole/r7", "PractitionerRole/r8"), chain.sources("biller/Organization/88"));
        assertTrue(chain.targets(chain.find("PractitionerRole/r7").orElseThrow())
                .containsAll(Set.of("person/Practitioner/77", "biller/Organization/88")));

        put("Practitioner", "77", "\"name\":[{\"text\":\"Nils Moe\"}]");
        chain.load(() -> {});
        assertTrue(chain.find("person/Practitioner/77").isEmpty());
        assertEquals(2, chain.sources("Practitioner/77").size());
    }

    private static String roleJson(String id, String value, String name) {
        return """
                {"resourceType":"PractitionerRole","id":"%s","active":true,
                 "practitioner":{"identifier":{"system":"s","value":"%s"},"display":"%s"},
                 "organization":{"identifier":{"system":"o","value":"1"},"display":"Tann AS"},
                 "healthcareService":[{"reference":"HealthcareService/c1"}]}""".formatted(id, value, name);
    }

    private void role(String id, String value, String name) {
        catalogue.put(new StoredResource("PractitionerRole", id, "1", null, roleJson(id, value, name)));
    }

    private Row row(Kind kind, String reference) {
        return chain.lines(kind).stream()
                .filter(line -> line.reference().equals(reference))
                .map(Line::row)
                .findFirst()
                .orElseThrow();
    }

    private void edit(String type, String id, String json) {
        StoredResource base = catalogue.get(type, id).orElseThrow();
        Draft draft = ((EditResult.Saved) drafts.edit(EditStep.change(base, json, "x"))).draft();
        chain.draftChanged(type, id, draft);
    }

    @Test
    void peopleOfIdentifiersHaveOneLineEachWithTheirRolesAndSpellings() {
        chain.load(() -> {});
        assertEquals(2, chain.lines(Kind.PEOPLE).size());
        Row kari = row(Kind.PEOPLE, "person/s|505");
        assertEquals("2", kari.text("roles").text());
        assertEquals("1", kari.text("clinics").text());
        assertEquals("2", kari.text("spellings").text());
        assertEquals("505", kari.text("identifier").text());
        assertEquals("3", row(Kind.BILLING, "biller/o|1").text("roles").text());
    }

    @Test
    void aPersonWithAResourceIsListedOnceWithAllRoles() {
        put(
                "Practitioner",
                "p1",
                "\"identifier\":[{\"system\":\"s\",\"value\":\"505\"}],\"name\":[{\"text\":\"Kari Berg\"}]");
        put("Practitioner", "p2", "\"name\":[{\"text\":\"New here\"}]");
        chain.load(() -> {});
        assertEquals(
                Set.of("Practitioner/p1", "Practitioner/p2", "person/s|506"),
                Set.copyOf(
                        chain.lines(Kind.PEOPLE).stream().map(Line::reference).toList()));
        assertEquals("2", row(Kind.PEOPLE, "Practitioner/p1").text("roles").text());
        assertTrue(
                chain.targets(chain.find("PractitionerRole/r1").orElseThrow()).contains("Practitioner/p1"));
    }

    @Test
    void aNewNameIsSeenWhereverTheThingIsNamed() {
        chain.load(() -> {});
        Line role = chain.roles().getFirst();
        assertEquals("East", role.row().text("area").text());
        edit("Location", "east", "{\"resourceType\":\"Location\",\"id\":\"east\",\"name\":\"Far east\"}");
        assertEquals(
                "Far east",
                row(Kind.CLINICS, "HealthcareService/c1").text("area").text());
        assertEquals("Far east", role.row().text("area").text(), "the line is the same, what it shows is new");
        assertEquals(
                "3", row(Kind.CLINICS, "HealthcareService/c1").text("roles").text());
    }

    @Test
    void aCorrectedIdentifierMovesTheRoleToThatPerson() {
        chain.load(() -> {});
        edit("PractitionerRole", "r3", roleJson("r3", "505", "Kari Berg"));
        assertEquals(
                List.of("person/s|505"),
                chain.lines(Kind.PEOPLE).stream().map(Line::reference).toList());
        assertEquals("3", row(Kind.PEOPLE, "person/s|505").text("roles").text());
        chain.draftChanged("PractitionerRole", "r3", null);
        assertEquals(2, chain.lines(Kind.PEOPLE).size(), "discarded, it is as before");
    }

    @Test
    void whatRefersToAClinicIsKnownByName() {
        chain.load(() -> {});
        assertEquals(
                Set.of("PractitionerRole/r1", "PractitionerRole/r2", "PractitionerRole/r3"),
                chain.sources("HealthcareService/c1"));
        assertEquals(Set.of("HealthcareService/c1"), chain.sources("Location/east"));
    }

    @Test
    void whatHasNoNameIsCalledByWhatItIs() {
        put("HealthcareService", "c2", "\"name\":\" \"");
        put("Organization", "b", """
                "meta":{"profile":["x/billing-organization-portal"]}""");
        put("PractitionerRole", "r9", "\"healthcareService\":[{\"reference\":\"HealthcareService/c2\"}]");
        drafts.edit(EditStep.create("Location", "l", "{\"resourceType\":\"Location\",\"id\":\"l\"}"));
        chain.load(() -> {});
        assertEquals("Clinic without a name", first("HealthcareService/c2", Kind.CLINICS));
        assertEquals("Billing organisation without a name", first("Organization/b", Kind.BILLING));
        assertEquals("Role without a practitioner", first("PractitionerRole/r9", Kind.ROLES));
        assertEquals("New area", first("Location/l", Kind.AREAS));
        assertEquals(
                "Clinic without a name",
                line("PractitionerRole/r9", Kind.ROLES).row().text("clinic").text());
    }

    @Test
    void hoursStandAsTheCountryWritesThemAndSortAsTheyCome() {
        String open =
                "\"name\":\"x\",\"availableTime\":[{\"availableStartTime\":\"%s\",\"availableEndTime\":\"16:00:00\"}]";
        put("HealthcareService", "h1", open.formatted("10:00:00"));
        put("HealthcareService", "h2", open.formatted("07:30:00"));
        put("HealthcareService", "h3", "\"name\":\"x\",\"availableTime\":[{\"allDay\":true}]");
        chain = new ChainModel(
                catalogue,
                drafts,
                new CheckStore(copy),
                new Background(Runnable::run, Runnable::run, new ErrorReporter()),
                Messages.of(Locale.US));
        chain.load(() -> {});
        var late = line("HealthcareService/h1", Kind.CLINICS).row().text("opening");
        var early = line("HealthcareService/h2", Kind.CLINICS).row().text("opening");
        assertEquals("7:30 AM–4:00 PM", early.text().replace('\u202f', ' '));
        assertTrue(early.compareTo(late) < 0, "half past seven before ten");
        assertEquals(
                "All day",
                line("HealthcareService/h3", Kind.CLINICS).row().text("opening").text());
    }

    private Line line(String reference, Kind kind) {
        return chain.lines(kind).stream()
                .filter(line -> line.reference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private String first(String reference, Kind kind) {
        return line(reference, kind).row().texts().getFirst().text();
    }
}
