package itb.backoffice.validation.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Pictures that make pages slow for patients: larger than what this program itself would send. */
final class Pictures implements ResourceRule {
    private static final int KILOBYTE = 1000;

    private final IntSupplier limitKilobytes;

    Pictures(IntSupplier limitKilobytes) {
        this.limitKilobytes = limitKilobytes;
    }

    @Override
    public List<Breach> check(ObjectNode resource) {
        String type = resource.path("resourceType").asText();
        int limit = limitKilobytes.getAsInt();
        List<Breach> breaches = new ArrayList<>();
        JsonNode contained = resource.path("contained");
        for (int i = 0; i < contained.size(); i++) {
            // Four letters of base64 hold three bytes.
            long kilobytes = contained.path(i).path("data").asLong() * 3 / 4 / KILOBYTE;
            if (kilobytes > limit) {
                breaches.add(new Breach("large-picture", type + ".contained[" + i + "]", kilobytes, limit));
            }
        }
        return breaches;
    }
}
