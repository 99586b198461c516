package itb.backoffice.cli.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the resources of a Bundle lie in its JSON, found in one pass that keeps nothing: a Bundle may be far larger than
 * the memory.
 *
 * @param isBundle whether it is a Bundle
 * @param resources the place of each resource
 */
record BundleIndex(boolean isBundle, List<Place> resources) {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /**
     * A part of the file.
     *
     * @param entry the entry's number, from 1
     */
    record Place(int entry, long begin, long length) {}

    /** Reads {@code in} to its end; an {@link IOException} also says that it is not JSON. */
    static BundleIndex of(InputStream in) throws IOException {
        List<Place> resources = new ArrayList<>();
        String type = "";
        try (JsonParser parser = FACTORY.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new BundleIndex(false, List.of());
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("resourceType") && value == JsonToken.VALUE_STRING) {
                    type = parser.getText();
                } else if (name.equals("entry") && value == JsonToken.START_ARRAY) {
                    for (int entry = 1; parser.nextToken() != JsonToken.END_ARRAY; entry++) {
                        entry(parser, entry, resources);
                    }
                }
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                // Something follows: what is wrong with the whole, the check says, and where.
                return new BundleIndex(false, List.of());
            }
        }
        return new BundleIndex(type.equals("Bundle"), resources);
    }

    private static void entry(JsonParser parser, int number, List<Place> resources) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean resource = parser.currentName().equals("resource");
            JsonToken value = parser.nextToken();
            long begin = parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            if (resource && value != JsonToken.VALUE_NULL) {
                // A scalar's end is only known when it was read.
                parser.finishToken();
                long end = parser.currentLocation().getByteOffset();
                resources.add(new Place(number, begin, end - begin));
            }
        }
    }
}
