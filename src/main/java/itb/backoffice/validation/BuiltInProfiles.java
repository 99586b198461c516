package itb.backoffice.validation;

import java.util.List;

/** Which profile of the built-in package a resource is held against, whatever its meta says. */
final class BuiltInProfiles {
    private static final String PORTAL = "https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/";
    private static final String BILLING = PORTAL + "billing-organization-portal";

    private BuiltInProfiles() {}

    /**
     * The profile for {@code type}, or an empty text. Two profiles are for Organization: without a word in meta it is the
     * portal organisation, because 1.0 servers know billing organisations only as identifiers.
     */
    static String of(String type, List<String> named) {
        return switch (type) {
            case "PractitionerRole" -> PORTAL + "practitioner-role-portal";
            case "ActivityDefinition" -> PORTAL + "activity-definition-portal";
            case "HealthcareService" -> PORTAL + "healthcare-service-portal";
            case "Location" -> "http://portal.wof.purified.link/fhir/StructureDefinition/LocationArea";
            case "Organization" ->
                named.stream().anyMatch(url -> url.startsWith(BILLING)) ? BILLING : PORTAL + "service-provider-portal";
            default -> "";
        };
    }
}
