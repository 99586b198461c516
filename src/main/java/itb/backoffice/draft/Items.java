package itb.backoffice.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The items of an array by their names.
 *
 * @param named whether each has a name of its own
 */
record Items(boolean named, Map<String, JsonNode> byName) {
    /** The items of {@code array}, none where it is null. */
    static Items of(String name, @Nullable JsonNode array) {
        if (array == null) {
            return new Items(true, Map.of());
        }
        Optional<List<String>> names = Identity.of(name, array);
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        names.ifPresent(all -> {
            for (int i = 0; i < all.size(); i++) {
                byName.put(all.get(i), array.get(i));
            }
        });
        return new Items(names.isPresent(), byName);
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    @Nullable
    JsonNode get(String name) {
        return byName.get(name);
    }
}
