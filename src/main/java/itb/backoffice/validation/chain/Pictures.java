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
        List<Breach> breaches = new ArrayList<>();
        each(resource.path("contained"), type + ".contained", breaches);
        each(resource.path("photo"), type + ".photo", breaches);
        return breaches;
    }

    private void each(JsonNode pictures, String path, List<Breach> breaches) {
        measure(pictures.path("data"), path, breaches);
        for (int i = 0; pictures.isArray() && i < pictures.size(); i++) {
            measure(pictures.path(i).path("data"), path + "[" + i + "]", breaches);
        }
    }

    private void measure(JsonNode data, String path, List<Breach> breaches) {
        int limit = limitKilobytes.getAsInt();
        // Four letters of base64 hold three bytes.
        long kilobytes = data.asLong() * 3 / 4 / KILOBYTE;
        if (kilobytes > limit) {
            breaches.add(new Breach("large-picture", path, kilobytes, limit));
        }
    }
}
