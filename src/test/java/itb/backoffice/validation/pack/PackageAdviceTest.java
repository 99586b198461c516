package itb.backoffice.validation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import itb.backoffice.platform.Database;
import itb.backoffice.platform.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server's own words decide which package is proposed for it. */
class PackageAdviceTest {
    private static final String ROLE = NewerItb.PORTAL + "StructureDefinition/practitioner-role-portal";
    private static final String CLINIC = NewerItb.PORTAL + "StructureDefinition/healthcare-service-portal";
    private static final String OLD = "itb.backoffice.profiles#1.0.0";

    @TempDir
    Path folder;

    private Database database;
    private Packages packages;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve(PackageStore.FILE), List.of(PackageStore.SCHEMA));
        packages = new Packages(new PackageStore(database), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void importNewer() throws IOException {
        packages.importFiles(List.of(NewerItb.file().write(folder.resolve("newer.tgz"))), Progress.none());
    }

    @Test
    void aServerThatNamesNothingGetsNoAdvice() {
        assertInstanceOf(PackageAdvice.Unknown.class, packages.advise(List.of(), ""));
        assertInstanceOf(
                PackageAdvice.Unknown.class,
                packages.advise(List.of("http://hl7.org/fhir/StructureDefinition/PractitionerRole"), ""));
    }

    @Test
    void profilesWithoutAVersionSayNothingAgainstTheChosenPackage() throws IOException {
        importNewer();
        for (String chosen : List.of("", OLD, NewerItb.ID.toString())) {
            assertInstanceOf(PackageAdvice.Fits.class, packages.advise(List.of(ROLE, CLINIC), chosen));
        }
    }

    @Test
    void theVersionThatTheServerNamesDecides() throws IOException {
        assertInstanceOf(PackageAdvice.Fits.class, packages.advise(List.of(ROLE + "|1.0.1", CLINIC), ""));
        PackageAdvice.Take older =
                assertInstanceOf(PackageAdvice.Take.class, packages.advise(List.of(ROLE + "|1.0.0", CLINIC), ""));
        assertEquals(OLD, older.choice().key());
        assertEquals(new PackageAdvice.NotHere("1.1.0"), packages.advise(List.of(ROLE + "|1.1.0", CLINIC), ""));
        importNewer();
        PackageAdvice.Take newer =
                assertInstanceOf(PackageAdvice.Take.class, packages.advise(List.of(ROLE + "|1.1.0", CLINIC), ""));
        assertEquals(NewerItb.ID.toString(), newer.choice().key());
    }

    @Test
    void aGuideInTheCapabilityStatementDecidesToo() {
        String guide = "https://canonical.fhir.link/servicewell/wof-portal/ImplementationGuide/wof-portal|";
        assertInstanceOf(PackageAdvice.Fits.class, packages.advise(List.of(guide + "1.0.1", ROLE), ""));
        assertEquals(new PackageAdvice.NotHere("2.0.0"), packages.advise(List.of(guide + "2.0.0", ROLE), ""));
    }

    @Test
    void profilesOfAnotherGenerationAreSaidNotToBeHere() {
        String first = "http://portal.wof.purified.link/fhir/StructureDefinition/PractitionerRolePortal";
        assertEquals(new PackageAdvice.NotHere(first), packages.advise(List.of(first), ""));
    }
}
