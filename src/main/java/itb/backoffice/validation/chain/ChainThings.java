package itb.backoffice.validation.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Json;
import itb.backoffice.validation.chain.ChainThing.Key;
import itb.backoffice.validation.chain.ChainThing.Link;
import itb.backoffice.validation.chain.ChainThing.Mark;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a {@link ChainThing} of a resource, and keeps one as a text. */
public final class ChainThings {
    /** A plain relative reference. Anything else leads out of the chain, into the resource, or nowhere that one could look. */
    private static final Pattern RELATIVE = Pattern.compile("([A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64})(?:/_history/.*)?");

    private ChainThings() {}

    /** Reads what the rules need; whatever is malformed is left out, nothing is thrown. */
    public static ChainThing of(ObjectNode resource) {
        String type = resource.path("resourceType").asText("");
        String id = resource.path("id").asText("");
        Summary summary = Summaries.of(type, id, resource);
        List<Link> links = new ArrayList<>();
        collect(resource, type, links);
        String clinic = type.equals("HealthcareService") ? id : summary.fact(Summaries.CLINIC_ID);
        return new ChainThing(
                type, id, summary.title(), summary.active(), clinic, keys(resource, type, summary), links);
    }

    private static Map<Key, Mark> keys(ObjectNode resource, String type, Summary summary) {
        Map<Key, Mark> keys = new EnumMap<>(Key.class);
        switch (type) {
            case "PractitionerRole" -> {
                List<String> parts = List.of(
                        known(summary.fact(Summaries.PERSON_KEY), resource.path("practitioner")),
                        summary.fact(Summaries.CLINIC_ID),
                        known(summary.fact(Summaries.BILLING_KEY), resource.path("organization")));
                put(keys, Key.ROLE, parts.contains("") ? "" : String.join(" ", parts), type);
            }
            case "HealthcareService" -> slug(resource, keys);
            // The code's system is no part of it: the same code arrives under several of them.
            case "ActivityDefinition" ->
                put(keys, Key.CODE, summary.fact(Summaries.CODE), type + ".code.coding[0].code");
            default -> {
                // Of these nothing must be there only once.
            }
        }
        return keys;
    }

    /** Servers of the first generation know people and billing organisations by literal references only. */
    private static String known(String identifier, JsonNode reference) {
        return identifier.isEmpty() ? reference.path("reference").asText("") : identifier;
    }

    private static void slug(ObjectNode clinic, Map<Key, Mark> keys) {
        JsonNode extensions = clinic.path("extension");
        for (int i = 0; i < extensions.size(); i++) {
            JsonNode parts = extensions.path(i).path("extension");
            for (int j = 0; j < parts.size(); j++) {
                if (parts.path(j).path("url").asText("").equals("urlPlaceholder")) {
                    put(
                            keys,
                            Key.SLUG,
                            parts.path(j).path("valueString").asText("").toLowerCase(Locale.ROOT),
                            "HealthcareService.extension[" + i + "].extension[" + j + "]");
                }
            }
        }
    }

    private static void put(Map<Key, Mark> keys, Key key, String value, String path) {
        if (!value.isBlank()) {
            keys.put(key, new Mark(value.strip(), path));
        }
    }

    private static void collect(JsonNode node, String path, List<Link> links) {
        node.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (member.getKey().equals("reference") && value.isTextual()) {
                Matcher relative = RELATIVE.matcher(value.asText());
                if (relative.matches()) {
                    links.add(new Link(path, relative.group(1)));
                }
            } else if (value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    collect(value.get(i), path + "." + member.getKey() + "[" + i + "]", links);
                }
            } else {
                collect(value, path + "." + member.getKey(), links);
            }
        });
    }

    /** {@code thing} as a text to keep. */
    public static String write(ChainThing thing) {
        ObjectNode json = Json.object()
                .put("type", thing.type())
                .put("id", thing.id())
                .put("title", thing.title())
                .put("active", thing.active())
                .put("clinic", thing.clinic());
        ObjectNode keys = json.putObject("keys");
        thing.keys()
                .forEach((key, mark) ->
                        keys.putArray(key.name()).add(mark.value()).add(mark.path()));
        ObjectNode links = json.putObject("links");
        thing.links().forEach(link -> links.put(link.path(), link.target()));
        return Json.write(json);
    }

    /** What {@link #write} wrote. */
    public static ChainThing read(String text) {
        ObjectNode json = Json.object(text);
        Map<Key, Mark> keys = new EnumMap<>(Key.class);
        json.path("keys")
                .properties()
                .forEach(key -> keys.put(
                        Key.valueOf(key.getKey()),
                        new Mark(
                                key.getValue().path(0).asText(),
                                key.getValue().path(1).asText())));
        List<Link> links = new ArrayList<>();
        json.path("links")
                .properties()
                .forEach(link ->
                        links.add(new Link(link.getKey(), link.getValue().asText())));
        return new ChainThing(
                json.path("type").asText(),
                json.path("id").asText(),
                json.path("title").asText(),
                json.path("active").asBoolean(),
                json.path("clinic").asText(),
                keys,
                links);
    }
}
