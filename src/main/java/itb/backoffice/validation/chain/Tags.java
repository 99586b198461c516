package itb.backoffice.validation.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** HTML in texts that are shown as they are: patients read the tags. */
final class Tags implements ResourceRule {
    private static final Pattern TAG =
            Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*(\\s[^<>]*)?/?>|&(nbsp|amp|lt|gt|quot);");
    /** FHIR's own formatted text is HTML by right; meta is the server's. */
    private static final Set<String> NOT_SHOWN = Set.of("text", "meta");

    @Override
    public List<Breach> check(ObjectNode resource) {
        List<Breach> breaches = new ArrayList<>();
        String type = resource.path("resourceType").asText();
        resource.properties().forEach(member -> {
            if (!NOT_SHOWN.contains(member.getKey()) || member.getValue().isTextual()) {
                look(member.getValue(), type + "." + member.getKey(), breaches);
            }
        });
        return breaches;
    }

    private static void look(JsonNode node, String path, List<Breach> breaches) {
        if (node.isTextual()) {
            if (TAG.matcher(node.asText()).find()) {
                breaches.add(new Breach("tags", path));
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                look(node.get(i), path + "[" + i + "]", breaches);
            }
        } else {
            node.properties().forEach(member -> look(member.getValue(), path + "." + member.getKey(), breaches));
        }
    }
}
