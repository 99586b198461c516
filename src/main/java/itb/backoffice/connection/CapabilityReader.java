package itb.backoffice.connection;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.connection.Capabilities.Action;
import itb.backoffice.connection.Capabilities.TypeRules;
import itb.backoffice.connection.Failure.Kind;
import itb.backoffice.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.jspecify.annotations.Nullable;

/** Reads what a server declares about itself, and tells servers of other FHIR versions from those of none. */
final class CapabilityReader {
    private final Supplier<FhirContext> context;

    CapabilityReader(Supplier<FhirContext> context) {
        this.context = context;
    }

    /** Reads the answer to {@code GET /metadata}. */
    Answer<Capabilities> read(Reply reply) {
        String text = new String(reply.body(), StandardCharsets.UTF_8);
        ObjectNode json;
        try {
            json = Json.object(text);
        } catch (Json.NotJson e) {
            return new Answer.Failed<>(Failures.notFhir(reply, "not JSON"));
        }
        String type = json.path("resourceType").asText("");
        String version = json.path("fhirVersion").asText("");
        if (type.equals("Conformance") || (type.equals("CapabilityStatement") && !version.startsWith("4.0"))) {
            return new Answer.Failed<>(
                    Failure.of(Kind.NOT_R4, reply.status(), reply.details() + ": FHIR version " + version));
        }
        if (!type.equals("CapabilityStatement")) {
            return new Answer.Failed<>(Failures.notFhir(reply, "not a CapabilityStatement"));
        }
        try {
            var parser = context.get()
                    .newJsonParser()
                    .setParserErrorHandler(new LenientErrorHandler(false).setErrorOnInvalidValue(false));
            return new Answer.Ok<>(capabilities(parser.parseResource(CapabilityStatement.class, text), version));
        } catch (DataFormatException e) {
            return new Answer.Failed<>(Failures.notFhir(reply, "the CapabilityStatement cannot be read"));
        }
    }

    private static Capabilities capabilities(CapabilityStatement statement, String version) {
        Map<String, TypeRules> types = new LinkedHashMap<>();
        boolean transactions = false;
        Set<String> operations = new HashSet<>();
        for (CapabilityStatementRestComponent rest : statement.getRest()) {
            rest.getResource().forEach(resource -> types.put(resource.getType(), rules(rest, resource)));
            operations(rest.getOperation(), "", operations);
            rest.getResource()
                    .forEach(resource -> operations(resource.getOperation(), resource.getType() + "/", operations));
            transactions |= rest.getInteraction().stream()
                    .anyMatch(one -> one.getCode() == SystemRestfulInteraction.TRANSACTION);
        }
        types.remove(null);
        var software = statement.getSoftware();
        String named = (word(software.getName()) + " " + word(software.getVersion())).strip();
        Set<String> guides = new HashSet<>();
        statement.getImplementationGuide().forEach(guide -> guides.add(word(guide.getValue())));
        statement.getInstantiates().forEach(guide -> guides.add(word(guide.getValue())));
        guides.remove("");
        return new Capabilities(
                named, version, Map.copyOf(types), transactions, Set.copyOf(guides), Set.copyOf(operations));
    }

    /** Some servers give the name with its dollar sign, some a name of their own and the definition alone. */
    private static void operations(
            List<CapabilityStatementRestResourceOperationComponent> declared, String before, Set<String> into) {
        declared.forEach(operation -> {
            String definition = word(operation.getDefinition()).split("\\|", 2)[0];
            into.add(before + "$" + word(operation.getName()).replaceFirst("^\\$", ""));
            into.add(before + "$" + definition.substring(definition.lastIndexOf('/') + 1));
        });
        into.remove(before + "$");
    }

    private static TypeRules rules(
            CapabilityStatementRestComponent rest, CapabilityStatementRestResourceComponent resource) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        resource.getInteraction().forEach(one -> {
            Action action = action(one.getCodeElement().getValueAsString());
            if (action != null) {
                actions.add(action);
            }
        });
        Set<String> params = new HashSet<>();
        rest.getSearchParam().forEach(param -> params.add(word(param.getName())));
        resource.getSearchParam().forEach(param -> params.add(word(param.getName())));
        Set<String> profiles = new HashSet<>();
        resource.getSupportedProfile().forEach(profile -> profiles.add(word(profile.getValue())));
        profiles.add(word(resource.getProfile()));
        profiles.remove("");
        return new TypeRules(
                actions,
                resource.getUpdateCreate(),
                resource.getConditionalCreate(),
                Set.copyOf(params),
                Set.copyOf(profiles),
                resource.getVersioning() == ResourceVersionPolicy.VERSIONEDUPDATE);
    }

    private static @Nullable Action action(@Nullable String code) {
        return switch (word(code)) {
            case "read" -> Action.READ;
            case "search-type" -> Action.SEARCH;
            case "create" -> Action.CREATE;
            case "update" -> Action.UPDATE;
            case "delete" -> Action.DELETE;
            case "history-instance" -> Action.HISTORY;
            case "vread" -> Action.VREAD;
            default -> null;
        };
    }

    private static String word(@Nullable String text) {
        return text == null ? "" : text;
    }
}
