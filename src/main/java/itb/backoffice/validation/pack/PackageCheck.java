package itb.backoffice.validation.pack;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.platform.Json;
import itb.backoffice.validation.engine.ProfileEngine;
import itb.backoffice.validation.pack.Refusal.Kind;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds out whether a package can be worked with: whether it is whole, and its profiles fit what they build on. */
final class PackageCheck {
    private PackageCheck() {}

    /** Refuses the package where it cannot be worked with. */
    static void check(Dependencies whole) throws Refused {
        PackageContent content = whole.root();
        if (content.definitions().isEmpty()) {
            throw new Refused(Kind.EMPTY, content.id().toString());
        }
        Set<String> urls = new HashSet<>();
        for (PackedDefinition definition : content.definitions()) {
            checkHead(definition, urls);
        }
        ProfileEngine engine = engine(whole);
        List<PackedDefinition> structures = content.definitions().stream()
                .filter(one -> one.type().equals("StructureDefinition"))
                .toList();
        for (PackedDefinition structure : structures) {
            for (String used : used(Json.object(structure.text()))) {
                if (!engine.has(used)) {
                    throw new Refused(Kind.BASE_MISSING, used);
                }
            }
        }
        for (String incomplete : incomplete(engine)) {
            if (content.definitions().stream().anyMatch(one -> one.url().equals(incomplete))) {
                throw new Refused(Kind.BAD_PROFILE, incomplete);
            }
        }
    }

    /** The validator reads the heads at once, and throws at words that FHIR does not know. */
    private static ProfileEngine engine(Dependencies whole) throws Refused {
        try {
            return new ProfileEngine(whole.sources());
        } catch (RuntimeException e) {
            throw new Refused(Kind.BAD_DEFINITION, String.valueOf(e.getMessage()));
        }
    }

    private static void checkHead(PackedDefinition definition, Set<String> urls) throws Refused {
        boolean structure = definition.type().equals("StructureDefinition");
        if (structure
                && (definition.url().isEmpty()
                        || definition.head("type").isEmpty()
                        || definition.head("kind").isEmpty())) {
            throw new Refused(Kind.BAD_DEFINITION, definition.url());
        }
        if (!definition.url().isEmpty() && !urls.add(definition.type() + " " + definition.url())) {
            throw new Refused(Kind.BAD_DEFINITION, definition.url());
        }
        String fhir = definition.head("fhirVersion");
        if (structure && !fhir.isEmpty() && !PackageManifest.isR4(fhir)) {
            throw new Refused(Kind.OTHER_FHIR, definition.url() + ", FHIR " + fhir);
        }
    }

    /** What a profile cannot do without: what it builds on, and the definitions of its extensions. */
    private static Set<String> used(JsonNode structure) {
        Set<String> used = new LinkedHashSet<>();
        String base = structure.path("baseDefinition").asText("");
        if (!base.isEmpty()) {
            used.add(bare(base));
        }
        for (JsonNode element : structure.at("/differential/element")) {
            for (JsonNode type : element.path("type")) {
                type.path("profile").forEach(profile -> used.add(bare(profile.asText(""))));
            }
        }
        return used;
    }

    private static Set<String> incomplete(ProfileEngine engine) throws Refused {
        try {
            return engine.incomplete().keySet();
        } catch (StackOverflowError e) {
            throw new Refused(Kind.BAD_PROFILE, "");
        }
    }

    private static String bare(String canonical) {
        int bar = canonical.indexOf('|');
        String url = bar < 0 ? canonical : canonical.substring(0, bar);
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }
}
