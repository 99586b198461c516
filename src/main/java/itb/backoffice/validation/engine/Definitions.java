package itb.backoffice.validation.engine;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.hl7.fhir.r5.model.CanonicalResource;
import org.hl7.fhir.r5.model.PackageInformation;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/** Every definition that the validator may ask for, by its type and url. Safe for several threads. */
final class Definitions {
    private static final PackageInformation CORE =
            new PackageInformation("hl7.fhir.r4.core", "4.0.1", "4.0.1", new Date(0));

    private static final Pattern LAST_PART = Pattern.compile("(StructureDefinition/)?[^/:|]+");

    /** A definition in the package that it comes from. */
    private record Entry(PackageContents contents, Outline outline) {
        CanonicalResource read() {
            CanonicalResource definition = contents.read(outline);
            mark(definition);
            return definition;
        }
    }

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, PackedStructure> structures = new HashMap<>();
    private final List<StructureDefinition> all = new ArrayList<>();
    private final Map<String, CanonicalResource> read = new ConcurrentHashMap<>();
    private final Set<String> primitives = new TreeSet<>();
    private final Set<String> resources = new TreeSet<>();

    /**
     * Those of {@code packages}; of several under one url the first counts.
     *
     * @param complete makes snapshots where there are none
     */
    Definitions(List<PackageContents> packages, UnaryOperator<StructureDefinition> complete) {
        Object making = new Object();
        for (PackageContents contents : packages) {
            for (Outline outline : contents.outlines()) {
                Entry entry = new Entry(contents, outline);
                if (entries.putIfAbsent(key(outline.type(), outline.url()), entry) == null
                        && outline.type().equals("StructureDefinition")) {
                    // Definitions without snapshots read each other while theirs are made: one lock for them all.
                    Object lock = contents instanceof DefinitionPack ? entry : making;
                    PackedStructure structure = new PackedStructure(
                            outline, lock, () -> complete.apply((StructureDefinition) entry.read()));
                    mark(structure);
                    structures.put(outline.url(), structure);
                    all.add(structure);
                    classify(outline);
                }
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

    /** Whether there is a structure under {@code url}. */
    boolean has(String url) {
        return structures.containsKey(url);
    }

    /** The structure under {@code canonical}, read whole, or null. */
    @Nullable
    PackedStructure structure(String canonical) {
        PackedStructure found = structures.get(url(canonical));
        if (found == null && LAST_PART.matcher(canonical).matches()) {
            found = byLastPart(canonical);
        }
        return found != null && versionFits(canonical, found) ? found.load() : null;
    }

    /** HAPI takes the last part of an address for the whole. */
    private @Nullable PackedStructure byLastPart(String part) {
        return all.stream()
                .filter(structure -> structure.getUrl().endsWith("/" + part))
                .findFirst()
                .map(structure -> structures.get(structure.getUrl()))
                .orElse(null);
    }

    /** The value set or code system under {@code canonical}, or null. */
    @Nullable
    CanonicalResource terminology(String type, String canonical) {
        String key = key(type, url(canonical));
        Entry entry = entries.get(key);
        if (entry == null) {
            return null;
        }
        CanonicalResource found = read.computeIfAbsent(key, each -> entry.read());
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

    /** Reads every structure that is not packed; those that cannot be, by url, with the reason. */
    Map<String, String> incomplete() {
        Map<String, String> reasons = new TreeMap<>();
        entries.values().stream()
                .filter(entry -> entry.contents() instanceof PackageTexts)
                .forEach(entry -> {
                    try {
                        any(entry.outline().url());
                    } catch (RuntimeException e) {
                        reasons.put(entry.outline().url(), String.valueOf(e.getMessage()));
                    }
                });
        return reasons;
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
        if (bar < 0 || !isCore(found.getUrl())) {
            return bar < 0 || canonical.substring(bar + 1).equals(found.getVersion());
        }
        // HL7's own codes carry many versions that all mean this one, and the reference takes any for them; but it
        // knows no versions of HL7's structures.
        return !(found instanceof StructureDefinition);
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
}
