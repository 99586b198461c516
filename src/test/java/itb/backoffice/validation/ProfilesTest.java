package itb.backoffice.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import itb.backoffice.validation.engine.BuiltInPackage;
import itb.backoffice.validation.engine.DefinitionSource;
import itb.backoffice.validation.engine.ProfilePackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The right profile is found for a resource, whatever its package calls it. */
class ProfilesTest {
    private static final String FIRST = "http://portal.wof.purified.link/fhir/StructureDefinition/";
    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";

    private final List<String> definitions = new ArrayList<>();

    private void profile(String url, String type, String base, boolean isAbstract) {
        definitions.add("""
                {"resourceType":"StructureDefinition","url":"%s","type":"%s","kind":"resource","derivation":"constraint",
                "abstract":%s,"baseDefinition":"%s"}""".formatted(url, type, isAbstract, base));
    }

    private String of(String type, String... named) {
        List<DefinitionSource> sources = List.of(new ProfilePackage("a", "1", "", Map.of(), definitions));
        return Profiles.of(sources).of(type, List.of(named));
    }

    @Test
    void theProgramsOwnPackageHasOneForEachType() {
        Profiles own = Profiles.of(List.of(BuiltInPackage.NEWEST));
        assertEquals(Samples.PORTAL + "practitioner-role-portal", own.of("PractitionerRole", List.of()));
        assertEquals(FIRST + "LocationArea", own.of("Location", List.of()));
        assertEquals("", own.of("Patient", List.of()));
        assertEquals(Samples.PORTAL + "offer-portal", own.of("Parameters", List.of()));
        assertEquals(Samples.PORTAL + "service-provider-portal", own.of("Organization", List.of()));
        assertEquals(
                Samples.PORTAL + "billing-organization-portal",
                own.of("Organization", List.of(Samples.PORTAL + "billing-organization-portal|0.1.0")));
    }

    @Test
    void anotherGenerationsNamesAreKnownByTheirLikeness() {
        profile(FIRST + "PractitionerRolePortal", "PractitionerRole", CORE + "PractitionerRole", false);
        profile(FIRST + "AnotherRole", "PractitionerRole", CORE + "PractitionerRole", false);
        assertEquals(FIRST + "PractitionerRolePortal", of("PractitionerRole"));
    }

    @Test
    void whatTheResourceNamesComesFirst() {
        profile(FIRST + "PractitionerRolePortal", "PractitionerRole", CORE + "PractitionerRole", false);
        profile(FIRST + "AnotherRole", "PractitionerRole", CORE + "PractitionerRole", false);
        assertEquals(FIRST + "AnotherRole", of("PractitionerRole", FIRST + "AnotherRole|2.0"));
        assertEquals(FIRST + "PractitionerRolePortal", of("PractitionerRole", "https://a.test/of-somebody-else"));
    }

    @Test
    void basesAndAbstractProfilesAreForNobodyToBeHeldAgainst() {
        profile("https://a.test/base", "PractitionerRole", CORE + "PractitionerRole", false);
        profile("https://a.test/abstract", "PractitionerRole", CORE + "PractitionerRole", true);
        profile("https://a.test/role", "PractitionerRole", "https://a.test/base|1.0", false);
        assertEquals("https://a.test/role", of("PractitionerRole"));
    }

    @Test
    void theContainedAddressIsNotTakenForAnArea() {
        profile(Samples.PORTAL + "healthcare-service-location", "Location", CORE + "Location", false);
        profile(FIRST + "LocationArea", "Location", CORE + "Location", false);
        assertEquals(FIRST + "LocationArea", of("Location"));
    }

    @Test
    void aTypeWithoutAProfileHasNone() {
        profile("https://a.test/role", "PractitionerRole", CORE + "PractitionerRole", false);
        assertEquals("", of("HealthcareService"));
    }
}
