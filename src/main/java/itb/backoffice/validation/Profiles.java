package itb.backoffice.validation;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.platform.Json;
import itb.backoffice.validation.engine.BuiltInPackage;
import itb.backoffice.validation.engine.DefinitionSource;
import itb.backoffice.validation.engine.ProfilePackage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which profile of the package in use a resource is held against, whatever its meta says. In a package that came from
 * elsewhere the profile is found by what it is for and by its likeness to the one that the program knows.
 */
public final class Profiles {
    private static final String PORTAL = "https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/";
    private static final String BILLING = PORTAL + "billing-organization-portal";
    private static final String ADDRESS = PORTAL + "healthcare-service-location";

    /** A profile that resources can be held against. */
    private record Profile(String url, String type) {}

    /** Null where the program's own package is in use, whose profiles are known. */
    private final @org.jspecify.annotations.Nullable List<Profile> imported;

    private Profiles(@org.jspecify.annotations.Nullable List<Profile> imported) {
        this.imported = imported;
    }

    /** The profiles of the first of {@code sources}, the package in use; the others only serve it. */
    public static Profiles of(List<? extends DefinitionSource> sources) {
        return switch (sources.isEmpty() ? BuiltInPackage.NEWEST : sources.getFirst()) {
            case BuiltInPackage builtIn -> new Profiles(null);
            case ProfilePackage other -> new Profiles(read(other));
        };
    }

    private static List<Profile> read(ProfilePackage source) {
        List<Profile> found = new ArrayList<>();
        Set<String> bases = new HashSet<>();
        for (String text : source.definitions()) {
            JsonNode json = Json.object(text);
            boolean profile = json.path("resourceType").asText("").equals("StructureDefinition")
                    && json.path("kind").asText("").equals("resource")
                    && json.path("derivation").asText("").equals("constraint");
            if (profile) {
                bases.add(bare(json.path("baseDefinition").asText("")));
                if (!json.path("abstract").asBoolean(false)) {
                    found.add(new Profile(
                            json.path("url").asText(""), json.path("type").asText("")));
                }
            }
        }
        found.removeIf(one -> one.url().isEmpty() || bases.contains(one.url()));
        found.sort(Comparator.comparing(Profile::url));
        return List.copyOf(found);
    }

    /**
     * The profile for {@code type}, or an empty text.
     *
     * @param named what the resource's meta names
     */
    public String of(String type, List<String> named) {
        String known = known(type, named);
        if (imported == null) {
            return known;
        }
        List<String> fit = imported.stream()
                .filter(one -> one.type().equals(type))
                .map(Profile::url)
                .toList();
        return fit.stream()
                .filter(url -> named.stream().map(Profiles::bare).anyMatch(url::equals))
                .findFirst()
                .or(() -> fit.stream().filter(known::equals).findFirst())
                .or(() -> fit.stream().filter(url -> alike(url, known)).findFirst())
                .or(() -> fit.stream()
                        .filter(url -> plain(url).contains("portal"))
                        .findFirst())
                .or(() -> fit.stream().findFirst())
                .orElse("");
    }

    /**
     * What the program's own package has for {@code type}. Two profiles are for Organization: without a word in meta it
     * is the portal organisation, because 1.0 servers know billing organisations only as identifiers. Two are for
     * Location: what stands alone is an area, unless it says that it is an address.
     */
    private static String known(String type, List<String> named) {
        return switch (type) {
            case "PractitionerRole" -> PORTAL + "practitioner-role-portal";
            case "ActivityDefinition" -> PORTAL + "activity-definition-portal";
            case "HealthcareService" -> PORTAL + "healthcare-service-portal";
            case "Location" ->
                named.stream().anyMatch(url -> url.startsWith(ADDRESS))
                        ? ADDRESS
                        : "http://portal.wof.purified.link/fhir/StructureDefinition/LocationArea";
            case "Organization" ->
                named.stream().anyMatch(url -> url.startsWith(BILLING)) ? BILLING : PORTAL + "service-provider-portal";
            // Nothing else that a server of ITB answers is of this type.
            case "Parameters" -> PORTAL + "offer-portal";
            default -> "";
        };
    }

    /** Other generations of ITB publish the same profile under another root, or write its name in another way. */
    private static boolean alike(String url, String known) {
        return !known.isEmpty() && plain(url).equals(plain(known));
    }

    private static String plain(String url) {
        return url.substring(url.lastIndexOf('/') + 1)
                .replaceAll("[^A-Za-z0-9]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String bare(String canonical) {
        int bar = canonical.indexOf('|');
        return bar < 0 ? canonical : canonical.substring(0, bar);
    }
}
