package itb.backoffice.shell.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.chain.Line;
import java.time.LocalDate;
import java.util.UUID;

/** The JSON that a new thing begins with: what its profile demands and the program can know. */
public final class NewResource {
    private static final String PORTAL = "https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/";
    private static final String CONNECT = "http://canonical.fhir.link/servicewell/wof-connect/StructureDefinition/";
    private static final String AREA = "http://portal.wof.purified.link/fhir/StructureDefinition/LocationArea";
    private static final String SERVICE_TYPE =
            "http://canonical.fhir.link/servicewell/wof-connect/identifiercodesystem/service-type-id";
    private static final String PLACE = "http://terminology.hl7.org/CodeSystem/location-physical-type";

    private NewResource() {}

    /** An empty thing with an id of its own: profiles demand one, and other drafts may refer to it. */
    static ObjectNode of(Kind kind, ChainModel chain) {
        ObjectNode fresh = Json.object();
        fresh.put("resourceType", kind.type()).put("id", UUID.randomUUID().toString());
        switch (kind) {
            case ROLES -> profile(fresh, PORTAL + "practitioner-role-portal").put("active", true);
            case CLINICS -> clinic(profile(fresh, PORTAL + "healthcare-service-portal"), chain);
            case TREATMENTS -> treatment(profile(fresh, PORTAL + "activity-definition-portal"), chain);
            case AREAS -> area(profile(fresh, AREA), chain);
            case CHAIN -> profile(fresh, PORTAL + "service-provider-portal").put("active", true);
            case BILLING ->
                profile(fresh, PORTAL + "billing-organization-portal").put("active", true);
            case PEOPLE -> fresh.put("active", true);
            case OFFERS -> throw new IllegalArgumentException("Offers are made by the server alone");
        }
        return fresh;
    }

    private static ObjectNode profile(ObjectNode resource, String url) {
        resource.putObject("meta").putArray("profile").add(url);
        return resource;
    }

    private static void clinic(ObjectNode clinic, ChainModel chain) {
        ObjectNode address = clinic.putArray("contained")
                .addObject()
                .put("resourceType", "Location")
                .put("id", "address");
        profile(address, PORTAL + "healthcare-service-location");
        address.putObject("physicalType")
                .putArray("coding")
                .addObject()
                .put("system", PLACE)
                .put("code", "si");
        ObjectNode info = clinic.putArray("extension").addObject().put("url", PORTAL + "ext-clinic-info");
        info.putArray("extension").addObject().put("url", "hasExternalBooking").put("valueBoolean", false);
        clinic.put("active", true);
        chain.lines(Kind.CHAIN).stream().findFirst().ifPresent(owner -> {
            Summary organisation = owner.row().summary();
            clinic.putObject("providedBy")
                    .put("reference", organisation.reference())
                    .put("display", organisation.title());
        });
        clinic.putArray("location").addObject().put("reference", "#address");
    }

    private static void treatment(ObjectNode treatment, ChainModel chain) {
        last(treatment, Kind.TREATMENTS, chain);
        treatment.put("status", "active").put("date", LocalDate.now().toString());
        treatment.put("kind", "ServiceRequest");
        treatment.putObject("code").putArray("coding").addObject().put("system", SERVICE_TYPE);
    }

    private static void area(ObjectNode area, ChainModel chain) {
        last(area, Kind.AREAS, chain);
        area.put("status", "active");
        area.putObject("physicalType")
                .putArray("coding")
                .addObject()
                .put("system", PLACE)
                .put("code", "area");
    }

    /** Puts a thing behind all others of its kind, where those have an order. */
    private static void last(ObjectNode thing, Kind kind, ChainModel chain) {
        chain.lines(kind).stream()
                .map(line -> line.row().summary().fact(Summaries.SORT_KEY))
                .filter(key -> key.matches("-?\\d{1,8}"))
                .mapToInt(Integer::parseInt)
                .max()
                .ifPresent(highest -> thing.putArray("extension")
                        .addObject()
                        .put("url", CONNECT + "ext-sort-key")
                        .put("valueInteger", highest + 1));
    }

    /** A copy of {@code thing} under an id of its own, without what only the server may say. */
    public static ObjectNode like(ObjectNode thing) {
        ObjectNode copy = thing.deepCopy();
        copy.put("id", UUID.randomUUID().toString());
        if (copy.get("meta") instanceof ObjectNode meta) {
            meta.remove("versionId");
            meta.remove("lastUpdated");
            if (meta.get("extension") instanceof ArrayNode) {
                meta.remove("extension");
            }
            if (meta.isEmpty()) {
                copy.remove("meta");
            }
        }
        return copy;
    }

    /** Whether new ones can be made: people whom only roles tell of come with their first role. */
    static boolean possible(Kind kind, ChainModel chain) {
        return !kind.isIdentity()
                || chain.lines(kind).stream()
                        .map(Line::row)
                        .anyMatch(row -> row.summary().type().equals(kind.type()));
    }
}
