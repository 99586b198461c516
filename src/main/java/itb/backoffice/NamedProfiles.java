package itb.backoffice;

import itb.backoffice.connection.Capabilities;
import itb.backoffice.platform.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a server says of the profiles that it goes by: in its capabilities, and in the resources themselves. */
final class NamedProfiles {
    /** The types that have profiles of their own. */
    static final List<String> TYPES =
            List.of("PractitionerRole", "HealthcareService", "ActivityDefinition", "Organization", "Location");

    /** As many resources of a type are looked at: they all say the same, or nearly. */
    static final int OF_EACH = 3;

    private NamedProfiles() {}

    /** The guides and profiles that {@code allowed} names. */
    static Set<String> declared(Capabilities allowed) {
        Set<String> named = new HashSet<>(allowed.guides());
        for (String type : TYPES) {
            Capabilities.TypeRules rules = allowed.types().get(type);
            if (rules != null) {
                named.addAll(rules.profiles());
            }
        }
        return named;
    }

    /** The profiles that a resource names. */
    static List<String> in(String json) {
        List<String> profiles = new ArrayList<>();
        Json.object(json).at("/meta/profile").forEach(one -> profiles.add(one.asText("")));
        return profiles;
    }
}
