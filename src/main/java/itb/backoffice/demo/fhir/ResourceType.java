package itb.backoffice.demo.fhir;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A type that the server keeps, and what can be searched for.
 *
 * @param profiles the profiles that its resources are expected to follow
 * @param params its search parameters, without those of every type
 */
record ResourceType(String name, List<String> profiles, List<SearchParam> params) {
    private static final String PORTAL = "https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/";

    private static final Map<String, ResourceType> ALL = new LinkedHashMap<>();

    static {
        declare(
                "PractitionerRole",
                List.of(PORTAL + "practitioner-role-portal"),
                SearchParam.token("active", "active"),
                SearchParam.token("identifier", "identifier"),
                SearchParam.reference("practitioner", "practitioner"),
                SearchParam.reference("organization", "organization"),
                SearchParam.reference("service", "healthcareService"),
                SearchParam.reference("location", "location"),
                SearchParam.token("role", "code"),
                SearchParam.token("specialty", "specialty"));
        declare(
                "HealthcareService",
                List.of(PORTAL + "healthcare-service-portal"),
                SearchParam.token("active", "active"),
                SearchParam.token("identifier", "identifier"),
                SearchParam.string("name", "name"),
                SearchParam.reference("organization", "providedBy"),
                SearchParam.reference("location", "location"));
        declare(
                "ActivityDefinition",
                List.of(PORTAL + "activity-definition-portal"),
                SearchParam.token("status", "status"),
                SearchParam.token("identifier", "identifier"),
                SearchParam.string("name", "name"),
                SearchParam.string("title", "title"),
                SearchParam.token("code", "code"));
        declare(
                "Organization",
                List.of(PORTAL + "service-provider-portal"),
                SearchParam.token("active", "active"),
                SearchParam.token("identifier", "identifier"),
                SearchParam.string("name", "name"),
                SearchParam.reference("partof", "partOf"));
        declare(
                "Location",
                List.of("http://portal.wof.purified.link/fhir/StructureDefinition/LocationArea"),
                SearchParam.token("status", "status"),
                SearchParam.token("identifier", "identifier"),
                SearchParam.string("name", "name"),
                SearchParam.reference("partof", "partOf"),
                SearchParam.reference("organization", "managingOrganization"));
        declare(
                "Practitioner",
                List.of(),
                SearchParam.token("active", "active"),
                SearchParam.token("identifier", "identifier"),
                SearchParam.string("name", "name"),
                SearchParam.string("family", "name.family"),
                SearchParam.string("given", "name.given"));
        declare(
                "Endpoint",
                List.of(),
                SearchParam.token("status", "status"),
                SearchParam.token("identifier", "identifier"),
                SearchParam.string("name", "name"),
                SearchParam.reference("organization", "managingOrganization"));
    }

    private static void declare(String name, List<String> profiles, SearchParam... params) {
        ALL.put(name, new ResourceType(name, profiles, Arrays.asList(params)));
    }

    static List<ResourceType> all() {
        return List.copyOf(ALL.values());
    }

    /** The type of this name; refuses what is not kept here. */
    static ResourceType named(String name) {
        ResourceType type = ALL.get(name);
        if (type == null) {
            throw Refusal.of(404, "not-supported", "Resources of the type " + name + " are not kept here");
        }
        return type;
    }

    @Nullable
    SearchParam param(String wanted) {
        return Stream.concat(params.stream(), SearchParam.OF_EVERY_TYPE.stream())
                .filter(param -> param.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
