package itb.backoffice.demo.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.time.Instant;
import java.util.List;

/** What the server can do, as a CapabilityStatement. */
final class Metadata {
    private static final List<String> INTERACTIONS =
            List.of("read", "vread", "update", "delete", "history-instance", "history-type", "create", "search-type");

    private final String started;

    /** @param started when the server came up, which is when this became true */
    Metadata(Instant started) {
        this.started = StoredVersion.instant(started);
    }

    FhirResponse answer(FhirRequest request) {
        ObjectNode statement = Json.object().put("resourceType", "CapabilityStatement");
        statement.put("status", "active").put("date", started).put("kind", "instance");
        statement.putObject("software").put("name", "ITB Backoffice demo chain");
        statement
                .putObject("implementation")
                .put("description", "A made-up clinic chain on this computer")
                .put("url", request.base());
        statement.put("fhirVersion", "4.0.1");
        statement.putArray("format").add("application/fhir+json").add("json");
        ObjectNode rest = statement.putArray("rest").addObject().put("mode", "server");
        ArrayNode types = rest.putArray("resource");
        for (ResourceType type : ResourceType.all()) {
            types.add(describe(type));
        }
        rest.putArray("interaction").addObject().put("code", "transaction");
        rest.withArrayProperty("interaction").addObject().put("code", "batch");
        operation(rest);
        return FhirResponse.of(200, Json.write(statement));
    }

    private static ObjectNode describe(ResourceType type) {
        ObjectNode resource = Json.object().put("type", type.name());
        if (!type.profiles().isEmpty()) {
            ArrayNode profiles = resource.putArray("supportedProfile");
            type.profiles().forEach(profiles::add);
        }
        ArrayNode interactions = resource.putArray("interaction");
        INTERACTIONS.forEach(code -> interactions.addObject().put("code", code));
        resource.put("versioning", "versioned-update").put("readHistory", true).put("updateCreate", true);
        resource.put("conditionalCreate", true).put("conditionalRead", "not-match");
        resource.put("conditionalUpdate", false).put("conditionalDelete", "not-supported");
        resource.putArray("referencePolicy").add("literal").add("logical");
        ArrayNode params = resource.putArray("searchParam");
        param(params, "_id", "token");
        param(params, "_lastUpdated", "date");
        SearchParam.OF_EVERY_TYPE.forEach(
                param -> param(params, param.name(), param.kind().word()));
        type.params().forEach(param -> param(params, param.name(), param.kind().word()));
        if (OffersOperation.TYPES.contains(type.name())) {
            operation(resource);
        }
        return resource;
    }

    private static void operation(ObjectNode on) {
        on.putArray("operation")
                .addObject()
                .put("name", OffersOperation.NAME)
                .put("definition", OffersOperation.DEFINITION);
    }

    private static void param(ArrayNode into, String name, String type) {
        into.addObject().put("name", name).put("type", type);
    }
}
