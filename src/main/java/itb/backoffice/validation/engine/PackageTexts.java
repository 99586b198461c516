package itb.backoffice.validation.engine;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.platform.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.convertors.factory.VersionConvertorFactory_40_50;
import org.hl7.fhir.r4.formats.JsonParser;
import org.hl7.fhir.r5.model.CanonicalResource;

/** A package as it was published: R4, converted when asked for. */
final class PackageTexts implements PackageContents {
    private static final Set<String> KINDS = Set.of("StructureDefinition", "ValueSet", "CodeSystem");

    private final List<Outline> outlines = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    /** Reads the outlines; what the validator never asks for is passed over. */
    PackageTexts(ProfilePackage source) {
        for (String text : source.definitions()) {
            JsonNode json = Json.object(text);
            String type = json.path("resourceType").asText();
            if (KINDS.contains(type) && !json.path("url").asText().isEmpty()) {
                outlines.add(outline(json, type));
                texts.add(text);
            }
        }
    }

    private Outline outline(JsonNode json, String type) {
        boolean structure = type.equals("StructureDefinition");
        return new Outline(
                texts.size(),
                type,
                json.path("url").asText(),
                json.path("version").asText(),
                json.path("name").asText(),
                new Outline.Shape(
                        structure ? json.path("type").asText() : "",
                        structure ? json.path("baseDefinition").asText() : "",
                        structure ? json.path("kind").asText() : "",
                        structure ? json.path("derivation").asText() : "",
                        structure && json.path("abstract").asBoolean()));
    }

    @Override
    public List<Outline> outlines() {
        return outlines;
    }

    @Override
    public CanonicalResource read(Outline outline) {
        try {
            return (CanonicalResource)
                    VersionConvertorFactory_40_50.convertResource(new JsonParser().parse(texts.get(outline.number())));
        } catch (IOException e) {
            throw new IllegalStateException("The definition " + outline.url() + " cannot be read", e);
        }
    }
}
