package itb.backoffice.form.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Others of a kind on the same server, so that a new one can be made as they are. */
public final class Kin {
    private final List<ObjectNode> others;

    /** Some of them; none where the server has none. */
    public Kin(List<ObjectNode> others) {
        this.others = List.copyOf(others);
    }

    /** Whether there are others at all. */
    public boolean any() {
        return !others.isEmpty();
    }

    /** What most of those that say anything in that place say there. */
    public Optional<JsonNode> usual(Function<ObjectNode, JsonNode> place) {
        return others.stream()
                .map(place)
                .filter(said -> !said.isMissingNode() && !said.isNull() && !(said.isContainerNode() && said.isEmpty()))
                .collect(Collectors.groupingBy(said -> said, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> most.getKey().deepCopy());
    }

    /** The url under which they have the extension {@code canonical}. */
    Optional<String> url(String canonical) {
        return usual(other -> {
                    for (JsonNode extension : other.path("extension")) {
                        if (Urls.means(extension.path("url").asText(""), canonical)) {
                            return extension.path("url");
                        }
                    }
                    return MissingNode.getInstance();
                })
                .map(JsonNode::asText);
    }

    /** The profiles that they name. */
    Optional<JsonNode> profiles() {
        return usual(other -> other.path("meta").path("profile"));
    }

    /** The profiles that the addresses inside them name. */
    Optional<JsonNode> addressProfiles() {
        return usual(other -> address(other).path("meta").path("profile"));
    }

    private static JsonNode address(ObjectNode clinic) {
        String reference = clinic.path("location").path(0).path("reference").asText("");
        for (JsonNode inside : clinic.path("contained")) {
            if (reference.endsWith("#" + inside.path("id").asText(""))) {
                return inside;
            }
        }
        return MissingNode.getInstance();
    }
}
