package itb.backoffice.validation.engine;

import itb.backoffice.validation.engine.DefinitionPack.Outline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r5.formats.JsonParser;
import org.hl7.fhir.r5.model.CanonicalResource;
import org.hl7.fhir.r5.model.PackageInformation;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/** Every definition that the validator may ask for, by its type and url. Safe for several threads. */
final class Definitions {
    private static final PackageInformation CORE =
            new PackageInformation("hl7.fhir.r4.core", "4.0.1", "4.0.1", new Date(0));

    private final DefinitionPack pack;
    private final Map<String, Outline> outlines = new HashMap<>();
    private final Map<String, PackedStructure> structures = new HashMap<>();
    private final List<StructureDefinition> all = new ArrayList<>();
    private final Map<String, CanonicalResource> read = new ConcurrentHashMap<>();
    private final Set<String> primitives = new TreeSet<>();
    private final Set<String> resources = new TreeSet<>();

    Definitions(DefinitionPack pack) {
        this.pack = pack;
        for (Outline outline : pack.outlines()) {
            outlines.put(key(outline.type(), outline.url()), outline);
            if (outline.type().equals("StructureDefinition")) {
                PackedStructure structure =
                        new PackedStructure(outline, () -> (StructureDefinition) parse(pack.text(outline)));
                mark(structure);
                structures.put(outline.url(), structure);
                all.add(structure);
                classify(outline);
            }
        }
    }

    private void classify(Outline outline) {
        boolean own = outline.shape().derivation().equals("specialization");
        if (outline.shape().kind().equals("primitive-type")) {
            primitives.add(outline.name());
        } else if (own
                && outline.shape().kind().equals("resource")
                && !outline.shape().isAbstract()) {
            resources.add(outline.shape().type());
        }
    }

    /** The structure under {@code canonical}, read whole, or null. */
    @Nullable
    PackedStructure structure(String canonical) {
        PackedStructure found = structures.get(url(canonical));
        return found != null && versionFits(canonical, found) ? found.load() : null;
    }

    /** The value set or code system under {@code canonical}, or null. */
    @Nullable
    CanonicalResource terminology(String type, String canonical) {
        Outline outline = outlines.get(key(type, url(canonical)));
        if (outline == null) {
            return null;
        }
        CanonicalResource found = read.computeIfAbsent(key(type, outline.url()), key -> {
            CanonicalResource parsed = parse(pack.text(outline));
            mark(parsed);
            return parsed;
        });
        return versionFits(canonical, found) ? found : null;
    }

    /** The definition of any kind under {@code canonical}, or null. */
    @Nullable
    CanonicalResource any(String canonical) {
        CanonicalResource found = structure(canonical);
        found = found == null ? terminology("ValueSet", canonical) : found;
        return found == null ? terminology("CodeSystem", canonical) : found;
    }

    /** All structures; what their outlines do not hold is read on demand. */
    List<StructureDefinition> structures() {
        return all;
    }

    /** Names of the primitive types. */
    Set<String> primitives() {
        return primitives;
    }

    /** Names of the resource types that exist. */
    Set<String> resources() {
        return resources;
    }

    private static boolean versionFits(String canonical, CanonicalResource found) {
        int bar = canonical.indexOf('|');
        // HL7's own definitions carry many versions that all mean this one: the reference takes any for them.
        return bar < 0 || isCore(found.getUrl()) || canonical.substring(bar + 1).equals(found.getVersion());
    }

    private static void mark(CanonicalResource definition) {
        if (isCore(definition.getUrl())) {
            definition.setSourcePackage(CORE);
        }
    }

    private static boolean isCore(String url) {
        return url.startsWith("http://hl7.org") || url.startsWith("http://terminology.hl7.org");
    }

    private static String url(String canonical) {
        int bar = canonical.indexOf('|');
        return bar < 0 ? canonical : canonical.substring(0, bar);
    }

    private static String key(String type, String url) {
        return type + " " + url;
    }

    private static CanonicalResource parse(byte[] json) {
        try {
            return (CanonicalResource) new JsonParser().parse(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
