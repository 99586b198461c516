package itb.backoffice.form.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.engine.BuiltInPackage;
import itb.backoffice.validation.engine.ProfilePackage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** New things on servers whose profiles and extensions have other names than those that the program knows. */
class BeginningsTest {
    private static final String OLD = "http://portal.wof.purified.link/fhir/";
    private static final String OLD_STRUCTURE = OLD + "StructureDefinition/";

    private final ProfiledForms own = new ProfiledForms(new ProfileValidator(Messages.of(Locale.ENGLISH)));

    private Beginnings beside(String... others) {
        return new Beginnings(own, new Kin(Stream.of(others).map(Json::object).toList()));
    }

    private static Beginnings withPackageOfTheOldRoot() {
        List<String> definitions = BuiltInPackage.NEWEST.texts().definitions().stream()
                .map(text -> text.replace("https://canonical.fhir.link/servicewell/wof-portal/", OLD)
                        .replace("http://canonical.fhir.link/servicewell/wof-connect/", OLD))
                .toList();
        ProfilePackage old = new ProfilePackage("old", "1", "", Map.of(), definitions);
        return new Beginnings(
                new ProfiledForms(new ProfileValidator(() -> Messages.of(Locale.ENGLISH), List.of(old))),
                new Kin(List.of()));
    }

    private static String profile(ObjectNode resource) {
        return resource.at("/meta/profile").toString();
    }

    @Test
    void aClinicIsMadeAsTheOthersOfItsServerAre() {
        ObjectNode made = beside("""
                {"resourceType":"HealthcareService","id":"1","meta":{"profile":["%1$sHealthcareService"]},
                "contained":[{"resourceType":"Organization","id":"o"},{"resourceType":"Location","id":"a","meta":{"profile":["%1$sClinicAddress"]}}],
                "location":[{"reference":"#a"}],"extension":[{"url":"%1$snotBookable","valueBoolean":true},
                {"url":"%1$sext-clinic-info","extension":[{"url":"hasExternalBooking","valueBoolean":true}]}]}""".formatted(OLD_STRUCTURE)).clinic("x", null);
        assertEquals("[\"" + OLD_STRUCTURE + "HealthcareService\"]", profile(made));
        assertEquals("[\"" + OLD_STRUCTURE + "ClinicAddress\"]", profile((ObjectNode) made.at("/contained/0")));
        assertEquals(
                "[{\"url\":\"" + OLD_STRUCTURE
                        + "ext-clinic-info\",\"extension\":[{\"url\":\"hasExternalBooking\",\"valueBoolean\":false}]}]",
                Json.write(made.get("extension")));
    }

    @Test
    void whatMostOfTheOthersDoCounts() {
        String old = "{\"resourceType\":\"PractitionerRole\",\"id\":\"1\",\"meta\":{\"profile\":[\"" + OLD_STRUCTURE
                + "PractitionerRole\"]}}";
        String odd = "{\"resourceType\":\"PractitionerRole\",\"id\":\"2\",\"meta\":{\"profile\":[\"http://odd\"]}}";
        String bare = "{\"resourceType\":\"PractitionerRole\",\"id\":\"3\"}";
        assertEquals(
                "[\"" + OLD_STRUCTURE + "PractitionerRole\"]",
                profile(beside(bare, odd, old, bare, bare, old).role("x")));
    }

    @Test
    void aTreatmentGetsTheCodeSystemAndTheSortKeyOfTheOthers() {
        ObjectNode made = beside("""
                {"resourceType":"ActivityDefinition","id":"1","meta":{"profile":["%1$sActivityDefinition"]},
                "extension":[{"url":"%1$sext-sort-key","valueInteger":4}],
                "code":{"coding":[{"system":"%2$sCodeSystem/csServiceType","code":"a"}]}}""".formatted(OLD_STRUCTURE, OLD)).treatment("x", OptionalInt.of(5));
        assertEquals("[\"" + OLD_STRUCTURE + "ActivityDefinition\"]", profile(made));
        assertEquals(
                "[{\"url\":\"" + OLD_STRUCTURE + "ext-sort-key\",\"valueInteger\":5}]",
                Json.write(made.get("extension")));
        assertEquals(
                "{\"coding\":[{\"system\":\"" + OLD + "CodeSystem/csServiceType\"}]}", Json.write(made.get("code")));
    }

    @Test
    void anAreaIsOfTheKindThatTheOthersAre() {
        ObjectNode made = beside("{\"resourceType\":\"Location\",\"id\":\"1\",\"physicalType\":{\"text\":\"Area\"}}")
                .area("x", OptionalInt.empty());
        assertEquals("{\"text\":\"Area\"}", Json.write(made.get("physicalType")));
        assertFalse(made.has("extension"));
    }

    @Test
    void withoutOthersThePackageInUseSaysWhatEverythingIsCalled() {
        Beginnings old = withPackageOfTheOldRoot();
        assertEquals("[\"" + OLD_STRUCTURE + "practitioner-role-portal\"]", profile(old.role("x")));
        assertEquals("[\"" + OLD_STRUCTURE + "service-provider-portal\"]", profile(old.owner("x")));
        ObjectNode clinic = old.clinic("x", null);
        assertEquals("[\"" + OLD_STRUCTURE + "healthcare-service-portal\"]", profile(clinic));
        assertEquals("[\"" + OLD_STRUCTURE + "healthcare-service-location\"]", profile((ObjectNode)
                clinic.at("/contained/0")));
        assertEquals(
                OLD_STRUCTURE + "ext-clinic-info", clinic.at("/extension/0/url").asText());
        ObjectNode treatment = old.treatment("x", OptionalInt.of(1));
        assertEquals(
                OLD_STRUCTURE + "ext-sort-key", treatment.at("/extension/0/url").asText());
        assertEquals(
                OLD + "identifiercodesystem/service-type-id",
                treatment.at("/code/coding/0/system").asText());
    }

    @Test
    void besideTheProgramsOwnPackageAllIsAsPublished() {
        ObjectNode clinic = beside().clinic("x", null);
        assertEquals("[\"" + Urls.PORTAL + "healthcare-service-portal\"]", profile(clinic));
        assertEquals("[\"" + Urls.PORTAL + "healthcare-service-location\"]", profile((ObjectNode)
                clinic.at("/contained/0")));
        assertEquals("[\"" + Urls.AREA + "\"]", profile(beside().area("x", OptionalInt.empty())));
        assertEquals("[\"" + Urls.PORTAL + "billing-organization-portal\"]", profile(beside().billing("x")));
        assertFalse(beside().person("x").has("meta"));
    }
}
