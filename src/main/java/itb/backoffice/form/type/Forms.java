package itb.backoffice.form.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Form;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every form that there is. */
public final class Forms {
    private static final List<Form> ALL = List.of(
            RoleForm.FORM,
            ClinicForm.FORM,
            TreatmentForm.FORM,
            AreaForm.FORM,
            OwnerForm.FORM,
            PeopleForms.BILLING,
            PeopleForms.PRACTITIONER);

    private Forms() {}

    /** The usual form of {@code type}, if this program has one, as it is declared. */
    public static Optional<Form> of(String type) {
        return ALL.stream().filter(form -> form.type().equals(type)).findFirst();
    }

    /** The form of {@code resource}, with its elements where and as this resource has them. */
    public static Optional<Form> of(String type, ObjectNode resource) {
        return declared(type, resource).map(form -> fit(form, resource));
    }

    static Form fit(Form form, ObjectNode resource) {
        return new Fitting(resource, onlyWhereThere(form)).fit(form);
    }

    /** What tells a resource of this form from others of its type in its meta; nothing for the usual form of a type. */
    static List<String> named(Form form) {
        return form == PeopleForms.BILLING ? List.of(Urls.PORTAL + "billing-organization-portal") : List.of();
    }

    static Optional<Form> declared(String type, ObjectNode resource) {
        return type.equals("Organization") && bills(resource) ? Optional.of(PeopleForms.BILLING) : of(type);
    }

    /** Without a word in meta an organisation is the portal's: 1.0 servers know billing organisations only as identifiers. */
    private static boolean bills(ObjectNode organisation) {
        for (JsonNode profile : organisation.path("meta").path("profile")) {
            if (profile.asText("").matches("(?i).*/billing-?organi[sz]ation[^/]*")) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> onlyWhereThere(Form form) {
        return switch (form.name()) {
            case "HealthcareService" -> ClinicForm.ONLY_WHERE_THERE;
            case "Organization" -> OwnerForm.ONLY_WHERE_THERE;
            default -> Set.of();
        };
    }

    /** All forms, as they are declared. */
    public static List<Form> all() {
        return ALL;
    }
}
