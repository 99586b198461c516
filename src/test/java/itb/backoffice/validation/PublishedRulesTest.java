package itb.backoffice.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import itb.backoffice.validation.engine.BuiltInPackage;
import itb.backoffice.validation.engine.ProfileEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r5.model.ElementDefinition;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built-in profiles say what the guide publishes: each element may be there as often as its tables tell. */
class PublishedRulesTest {
    private static final String B = "https://canonical.fhir.link/servicewell/wof-base/StructureDefinition/";
    private static final String C = "http://canonical.fhir.link/servicewell/wof-connect/StructureDefinition/";
    private static final ProfileEngine NEWEST = new ProfileEngine(List.of(BuiltInPackage.ITB_1_0_1));
    private static final ProfileEngine OLDER = new ProfileEngine(List.of(BuiltInPackage.ITB_1_0_0));

    @Test
    void practitionerRoles() {
        String both =
                "id active practitioner practitioner.display organization.identifier 1..1, code 1..*, specialty 0..*,"
                        + " contained 0..*, organization.display extension:description extension:binaryReference 0..1,"
                        + " implicitRules modifierExtension identifier location telecom availableTime notAvailable"
                        + " availabilityExceptions organization.type 0..0, meta.profile 1..*, meta.versionId 0..1";
        check(B + "wof-base-practitioner-role", both + ", healthcareService organization 0..1, endpoint period 0..1");
        check(
                Samples.PORTAL + "practitioner-role-portal",
                both + ", practitioner.identifier healthcareService organization 1..1,"
                        + " practitioner.reference organization.reference endpoint period 0..0");
    }

    @Test
    void treatments() {
        String both =
                "meta status date kind code 1..1, name description 0..1, extension:sortKey extension:campaigns 0..1,"
                        + " implicitRules language identifier experimental subject[x] useContext jurisdiction purpose usage"
                        + " copyright approvalDate lastReviewDate effectivePeriod topic author editor reviewer endorser"
                        + " relatedArtifact library intent priority doNotPerform location product[x] quantity dosage bodySite"
                        + " specimenRequirement observationRequirement observationResultRequirement transform dynamicValue 0..0,"
                        + " meta.profile 1..*, meta.versionId 0..1";
        check(B + "wof-base-activity-definition", both + ", title timing[x] 0..1, code.coding 1..*, participant 0..*");
        check(
                Samples.PORTAL + "activity-definition-portal",
                both + ", title code.coding code.coding:serviceTypeId code.coding:serviceTypeId.system 1..1,"
                        + " code.text subtitle 0..1, code.coding:serviceTypeId.display timing[x] participant 0..0");
    }

    @Test
    void clinics() {
        String both = "active extension:clinicInfo 1..1, extension:bookingRules photo text 0..1,"
                + " telecom availableTime contained 0..*,"
                + " implicitRules modifierExtension category type specialty coverageArea serviceProvisionCode"
                + " eligibility program communication referralMethod appointmentRequired endpoint notAvailable"
                + " availabilityExceptions extraDetails 0..0, meta.profile 1..*, meta.versionId 0..1";
        check(B + "wof-base-healthcare-service", both + ", location 1..*, characteristic 0..*");
        check(
                Samples.PORTAL + "healthcare-service-portal",
                both + ", location 1..1, characteristic 0..0, identifier:businessIdentifier 0..1");
        check(
                Samples.PORTAL + "healthcare-service-location",
                "id physicalType 1..1, address position partOf 0..1, name status operationalStatus alias description"
                        + " mode type telecom managingOrganization hoursOfOperation availabilityExceptions endpoint 0..0,"
                        + " meta.profile 1..*");
    }

    @Test
    void areasAndOrganisations() {
        check(
                "http://portal.wof.purified.link/fhir/StructureDefinition/LocationArea",
                "id status name physicalType 1..1, physicalType.coding physicalType.coding.code extension:sortKey 0..1,"
                        + " identifier operationalStatus alias description mode type telecom address position"
                        + " managingOrganization partOf hoursOfOperation availabilityExceptions endpoint 0..0");
        check(
                Samples.PORTAL + "service-provider-portal",
                "identifier:MobileFormTenant identifier:NameAsCode extension:bannerImageExtension"
                        + " extension:organizationSettings 0..1, identifier:MobileFormTenant.system"
                        + " identifier:MobileFormTenant.value identifier:NameAsCode.system identifier:NameAsCode.value"
                        + " 1..1, identifier:NameAsCode.use identifier:NameAsCode.type identifier:NameAsCode.period"
                        + " identifier:MobileFormTenant.use identifier:MobileFormTenant.type"
                        + " identifier:MobileFormTenant.period implicitRules modifierExtension type alias address"
                        + " partOf contact endpoint 0..0, meta.profile 1..*");
        check(
                Samples.PORTAL + "billing-organization-portal",
                "id name active 1..1, meta telecom identifier.system identifier.value 0..1, meta.profile identifier 0..*,"
                        + " implicitRules language text contained modifierExtension type alias address partOf contact"
                        + " endpoint 0..0");
    }

    @Test
    void offers() {
        String part = "parameter:offering.part:";
        check(
                Samples.PORTAL + "offer-portal",
                "parameter:offering PactivityDefinition PhealthcareService PpractitionerRole PisOnline 1..1,"
                                .replace(" P", " " + part)
                        + " Pduration Pprice PbookingUrl PofflineReason 0..1, meta.profile 1..*"
                                .replace(" P", " " + part));
    }

    @ParameterizedTest
    @CsvSource({"directions,0,string", "about,0,string", "hasExternalBooking,1,boolean", "urlPlaceholder,1,string"})
    void whatAClinicSaysAboutItself(String child, int min, String type) {
        Map<String, ElementDefinition> newest = elements(NEWEST, Samples.PORTAL + "ext-clinic-info");
        Map<String, ElementDefinition> older = elements(OLDER, Samples.PORTAL + "ext-clinic-info");
        assertEquals(min, newest.get("extension:" + child).getMin());
        assertEquals(0, older.get("extension:" + child).getMin());
        assertEquals(
                type,
                newest.get("extension:" + child + ".value[x]").getTypeFirstRep().getCode());
    }

    @Test
    void bookingRulesAreNumbersAndYesOrNo() {
        types(
                C + "ext-booking-rules",
                "allowCancellationAfterRegistrationHours allowCancellationRemainingHours"
                        + " allowRescheduleAfterRegistrationHours allowRescheduleRemainingHours"
                        + " minimumAdvanceBookingMinutes integer, cancellationAllowed reschedulingAllowed boolean,"
                        + " minimumPatientAgeYears positiveInt");
    }

    @Test
    void characteristicsComeInThreeGroups() {
        types(
                C + "wofconnect-characteristic",
                "scheduling.extension:childPatientThreshold scheduling.extension:minChangeHours"
                        + " scheduling.extension:webReschedulingCountAllowed integer,"
                        + " scheduling.extension:schedulingAvailability CodeableConcept,"
                        + " scheduling.extension:bookingConfirmation Coding,"
                        + " workflow.extension:deviceBookingAvailable workflow.extension:healthcareServiceAvailable"
                        + " security.extension:requiresNativeIdPLogin boolean");
    }

    @Test
    void portalSettingsTakeTheCodesOfTheirGroup() {
        types(
                Samples.PORTAL + "organization-settings",
                "showPricesForTreatments showPricesAtBookingConfirmation showPractitionerAvatar showClinicImage"
                        + " bannerTextPosition code, showClinicSearchField showClinicMapInMyPage boolean, bannerText"
                        + " topBannerText topBannerSubText aboveFormReminder string");
        codes("bannerTextPosition", "top-left top-right bottom-left bottom-right");
        codes("showClinicImage", "show-clinic-image show-clinic-map dont-show-image");
        codes("showPractitionerAvatar", "show-practitioner-avatar dont-show-practitioner-avatar");
        codes("showPricesForTreatments", "always-show-price never-show-price");
        codes("showPricesAtBookingConfirmation", "always-show-price never-show-price");
    }

    @ParameterizedTest
    @CsvSource({
        "activity-definition-portal,kind,ServiceRequest",
        "activity-definition-portal,code.coding:serviceTypeId.system,"
                + "http://canonical.fhir.link/servicewell/wof-connect/identifiercodesystem/service-type-id",
        "service-provider-portal,identifier:MobileFormTenant.system,"
                + "http://ki.purified.link/wof-mobileform/fhir/CodeSystem/MobileFormTenantsCs",
        "service-provider-portal,identifier:NameAsCode.system,"
                + "http://portal.wof.purified.link/fhir/CodeSystem/nameAsCode",
        "healthcare-service-portal,identifier:businessIdentifier.type.coding.code,RI",
        "healthcare-service-location,physicalType.coding.code,si"
    })
    void someElementsHaveOneValueOnly(String profile, String element, String value) {
        assertEquals(
                value,
                elements(NEWEST, Samples.PORTAL + profile)
                        .get(element)
                        .getPattern()
                        .primitiveValue());
    }

    private static void types(String url, String table) {
        Map<String, ElementDefinition> elements = elements(NEWEST, url);
        for (String group : table.split(",")) {
            String[] words = group.strip().split(" ");
            for (int i = 0; i < words.length - 1; i++) {
                ElementDefinition value = elements.get("extension:" + words[i] + ".value[x]");
                assertEquals(words[words.length - 1], value.getTypeFirstRep().getCode(), words[i]);
            }
        }
    }

    private static void codes(String setting, String expected) {
        ElementDefinition.ElementDefinitionBindingComponent binding = elements(
                        NEWEST, Samples.PORTAL + "organization-settings")
                .get("extension:" + setting + ".value[x]")
                .getBinding();
        assertEquals("required", binding.getStrength().toCode());
        ValueSet values = NEWEST.find(ValueSet.class, binding.getValueSet()).orElseThrow();
        List<String> codes = values.getCompose().getIncludeFirstRep().getConcept().stream()
                .map(ValueSet.ConceptReferenceComponent::getCode)
                .toList();
        assertEquals(List.of(expected.split(" ")), codes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ext-practitionerrole-description | PractitionerRole",
                "ext-binary-reference | PractitionerRole",
                "ext-campaigns | ActivityDefinition",
                "ext-clinic-info | HealthcareService",
                "extBannerImage | Organization",
                "organization-settings | Organization"
            })
    void extensionsOfThePortalBelongInOnePlace(String name, String place) {
        assertEquals(List.of(place), places(Samples.PORTAL + name));
    }

    @Test
    void sharedExtensionsBelongInTheirPlacesAndTheSortKeyWhereTheGuideErrs() {
        assertEquals(List.of("Location", "WofBaseActivityDefinition"), places(C + "ext-sort-key"));
        assertEquals(List.of("HealthcareService", "Organization"), places(C + "ext-booking-rules"));
        assertEquals(List.of("HealthcareService", "Appointment"), places(C + "wofconnect-characteristic"));
        assertEquals(
                List.of("Patient"),
                places("http://portal.wof.purified.link/fhir/StructureDefinition/extConsentToMarketing"));
    }

    private static List<String> places(String url) {
        return structure(NEWEST, url).getContext().stream()
                .map(StructureDefinition.StructureDefinitionContextComponent::getExpression)
                .toList();
    }

    /** {@code table} lists elements and, after them, how often they may be there; groups parted by commas. */
    private static void check(String url, String table) {
        Map<String, ElementDefinition> elements = elements(NEWEST, url);
        List<String> wrong = new ArrayList<>();
        for (String group : table.split(",")) {
            String[] words = group.strip().split(" ");
            for (int i = 0; i < words.length - 1; i++) {
                ElementDefinition element = elements.get(words[i]);
                String often = element == null ? "unknown" : element.getMin() + ".." + element.getMax();
                if (!often.equals(words[words.length - 1])) {
                    wrong.add(words[i] + " is " + often + ", not " + words[words.length - 1]);
                }
            }
        }
        assertEquals(List.of(), wrong, url);
    }

    private static Map<String, ElementDefinition> elements(ProfileEngine engine, String url) {
        Map<String, ElementDefinition> elements = new HashMap<>();
        for (ElementDefinition element : structure(engine, url).getSnapshot().getElement()) {
            elements.put(element.getId().substring(element.getId().indexOf('.') + 1), element);
        }
        return elements;
    }

    private static StructureDefinition structure(ProfileEngine engine, String url) {
        return engine.find(StructureDefinition.class, url).orElseThrow(() -> new AssertionError(url));
    }
}
