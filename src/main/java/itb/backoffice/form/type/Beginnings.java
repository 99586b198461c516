package itb.backoffice.form.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.Values;
import itb.backoffice.platform.Json;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that new things begin with: what their profile demands and the program can know. Profiles, extensions and code
 * systems go by the names that others on the same server have, or else those of the package in use. Belongs off the FX
 * thread, as {@link ProfiledForms} does.
 */
public final class Beginnings {
    private final ProfiledForms forms;
    private final Kin kin;

    /** Beginnings beside {@code kin}, with what {@code forms} know of the profiles. */
    public Beginnings(ProfiledForms forms, Kin kin) {
        this.forms = forms;
        this.kin = kin;
    }

    /** A role that patients can see. */
    public ObjectNode role(String id) {
        return fresh("PractitionerRole", id, "practitioner-role-portal").put("active", true);
    }

    /** The organisation that owns the chain. */
    public ObjectNode owner(String id) {
        return fresh("Organization", id, "service-provider-portal").put("active", true);
    }

    /** An organisation that sends invoices; nothing else than its profile tells it from the owner. */
    public ObjectNode billing(String id) {
        ObjectNode fresh = fresh("Organization", id, "billing-organization-portal");
        if (!fresh.has("meta")) {
            fresh.putObject("meta").putArray("profile").add(Urls.PORTAL + "billing-organization-portal");
        }
        return fresh.put("active", true);
    }

    /** A person. */
    public ObjectNode person(String id) {
        return fresh("Practitioner", id, "").put("active", true);
    }

    /** A treatment, behind all others where those have an order. */
    public ObjectNode treatment(String id, OptionalInt place) {
        ObjectNode treatment = fresh("ActivityDefinition", id, "activity-definition-portal");
        place(treatment, place);
        treatment.put("status", "active");
        treatment.put("date", LocalDate.now(ZoneId.systemDefault()).toString());
        treatment.put("kind", "ServiceRequest");
        String system = kin.usual(other -> other.at("/code/coding/0/system"))
                .map(JsonNode::asText)
                .orElseGet(() -> system(treatment));
        treatment.putObject("code").putArray("coding").addObject().put("system", system);
        return treatment;
    }

    private String system(ObjectNode treatment) {
        return field(treatment, "code")
                .map(code -> code.shape().coded().system())
                .filter(fixed -> !fixed.isEmpty())
                .orElse(Urls.SERVICE_TYPE);
    }

    /** An area, behind all others where those have an order. */
    public ObjectNode area(String id, OptionalInt place) {
        ObjectNode area = fresh("Location", id, "");
        place(area, place);
        area.put("status", "active");
        area.set("physicalType", kin.usual(other -> other.path("physicalType")).orElseGet(() -> kind("area")));
        return area;
    }

    /** A clinic with an empty address; {@code owner} refers to whom it belongs. */
    public ObjectNode clinic(String id, @Nullable ObjectNode owner) {
        ObjectNode clinic = fresh("HealthcareService", id, "healthcare-service-portal");
        ObjectNode address = clinic.putArray("contained")
                .addObject()
                .put("resourceType", "Location")
                .put("id", "address");
        Optional<JsonNode> profiles = kin.any()
                ? kin.addressProfiles()
                : forms.addressProfile(clinic).map(url -> Json.array().add(url));
        profiles.ifPresent(urls -> address.putObject("meta").set("profile", urls));
        address.set("physicalType", kind("si"));
        external(clinic);
        clinic.put("active", true);
        if (owner != null) {
            clinic.set("providedBy", owner);
        }
        clinic.putArray("location").addObject().put("reference", "#address");
        return clinic;
    }

    /** Bookable here, where that is said at all: servers of the first generation say it in another way. */
    private void external(ObjectNode clinic) {
        Optional<String> url = kin.url(Urls.CLINIC_INFO);
        url.ifPresent(known -> clinic.putArray("extension").addObject().put("url", known));
        field(clinic, "hasExternalBooking")
                .filter(field -> url.isPresent() || !kin.any() || field.required())
                .ifPresent(field -> Values.set(clinic, field, BooleanNode.FALSE));
    }

    private void place(ObjectNode thing, OptionalInt place) {
        if (place.isPresent()) {
            kin.url(Urls.SORT_KEY)
                    .ifPresent(known -> thing.putArray("extension").addObject().put("url", known));
            field(thing, "sortKey").ifPresent(field -> Values.set(thing, field, IntNode.valueOf(place.getAsInt())));
        }
    }

    private static ObjectNode kind(String code) {
        ObjectNode kind = Json.object();
        kind.putArray("coding").addObject().put("system", Urls.PLACE_KIND).put("code", code);
        return kind;
    }

    private Optional<Field> field(ObjectNode thing, String key) {
        return forms.of(thing.path("resourceType").asText(), thing).flatMap((Form form) -> form.field(key));
    }

    /** With the profiles that the others name; of the package's, the one like ours. */
    private ObjectNode fresh(String type, String id, String ours) {
        ObjectNode fresh = Json.object().put("resourceType", type).put("id", id);
        kin.profiles()
                .or(() -> forms.profile(type, ours.isEmpty() ? List.of() : List.of(Urls.PORTAL + ours))
                        .map(url -> Json.array().add(url)))
                .ifPresent(urls -> fresh.putObject("meta").set("profile", urls));
        return fresh;
    }
}
