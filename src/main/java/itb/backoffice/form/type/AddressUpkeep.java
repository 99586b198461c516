package itb.backoffice.form.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Contained;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Upkeep;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A clinic's address is a Location inside the clinic. Whoever types a street need not know: the Location gets its id, its
 * kind and the reference that leads to it, and goes again when nothing is in it that the server did not have.
 */
final class AddressUpkeep implements Upkeep {
    private static final Set<String> FIELDS = Set.of("area", "address", "position");
    private static final Set<String> MADE = Set.of("resourceType", "id", "physicalType");

    @Override
    public void keep(String field, @Nullable ObjectNode base, ObjectNode mine) {
        if (!FIELDS.contains(field)) {
            return;
        }
        String path = "contained[" + Contained.addressId(mine) + "]";
        if (!(Elements.get(mine, path) instanceof ObjectNode location)) {
            return;
        }
        JsonNode before = base == null ? null : Elements.get(base, path);
        if (before != null) {
            // What is there already is put right only with the address itself: another field is another's business.
            if (field.equals("address") && !Objects.equals(before.get("address"), location.get("address"))) {
                put(location, "resourceType", "Location");
                kind(location);
                reference(mine, location.path("id").asText());
            }
        } else if (onlyMade(location)) {
            Elements.set(mine, path, null);
            if (base == null || !base.has("location")) {
                mine.remove("location");
            }
        } else {
            put(location, "resourceType", "Location");
            kind(location);
            reference(mine, location.path("id").asText());
        }
    }

    private static boolean onlyMade(ObjectNode location) {
        for (var member : location.properties()) {
            if (!MADE.contains(member.getKey())) {
                return false;
            }
        }
        return true;
    }

    private static void put(ObjectNode object, String member, String value) {
        if (!object.path(member).asText("").equals(value)) {
            object.put(member, value);
        }
    }

    /** The profile wants the code {@code si}; what else is said of the kind stays. */
    private static void kind(ObjectNode location) {
        JsonNode there = location.get("physicalType");
        ObjectNode kind = there instanceof ObjectNode object ? object : location.putObject("physicalType");
        for (JsonNode coding : kind.path("coding")) {
            if (coding.path("code").asText("").equals("si")) {
                return;
            }
        }
        ArrayNode codings = kind.get("coding") instanceof ArrayNode array ? array : kind.putArray("coding");
        codings.insertObject(0).put("system", Urls.PLACE_KIND).put("code", "si");
    }

    private static void reference(ObjectNode clinic, String id) {
        String wanted = "#" + id;
        JsonNode there = clinic.path("location").path(0);
        if (there.path("reference").asText("").endsWith(wanted)) {
            return;
        }
        if (there instanceof ObjectNode reference) {
            reference.put("reference", wanted);
        } else {
            clinic.putArray("location").addObject().put("reference", wanted);
        }
    }
}
