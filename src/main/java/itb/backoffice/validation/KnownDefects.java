package itb.backoffice.validation;

import itb.backoffice.validation.engine.Observation;
import java.util.Set;

/**
 * Places where the published guide contradicts itself. The built-in package repeats its rules, as a server does that
 * loaded the guide; but what one of these alone finds fault with is no fault of the user's.
 */
final class KnownDefects {
    private static final String SORT_KEY =
            "http://canonical.fhir.link/servicewell/wof-connect/StructureDefinition/ext-sort-key";
    private static final String DEFINED_FOR_FIXED = "Value is 'http://canonical.fhir.link/servicewell/wof-connect"
            + "/CodeSystem/wc-characteristic' but is fixed to"
            + " 'http://canonical.fhir.link/servicewell/wof-base/CodeSystem/wc-characteristic'";
    private static final Set<String> PLACE_CODES = Set.of("si", "site");

    private KnownDefects() {}

    /** Whether {@code said}, read as {@code rule}, comes from one of them. */
    static boolean covers(Rule rule, Observation said) {
        return switch (rule.kind()) {
            // The sort key's context names a profile where ActivityDefinition is meant.
            case "extension-place" ->
                rule.element().startsWith("ActivityDefinition") && rule.detail().equals(SORT_KEY);
            // Clinic identifiers are sliced by a system that the slice does not fix.
            case "slicing" -> said.text().contains("HealthcareService.identifier:businessIdentifier");
            // The kinds of places list "site", which their code system does not have; there it is "si".
            case "code" -> rule.element().startsWith("Location.physicalType") && PLACE_CODES.contains(rule.detail());
            // The characteristics fix a code system that nothing defines; the defined one is as good.
            case "fixed", "type-checks-pattern-cc" -> said.text().contains(DEFINED_FOR_FIXED);
            default -> false;
        };
    }
}
