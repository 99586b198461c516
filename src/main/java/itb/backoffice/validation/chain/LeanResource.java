package itb.backoffice.validation.chain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.LightJson;
import itb.backoffice.platform.Utf8Text;
import java.io.IOException;

/**
 * A resource's tree without the contents of its pictures, of which only the size is kept: member {@code data} of a
 * Binary is the number of its base64 letters.
 */
public final class LeanResource {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final LightJson light;
    private final JsonParser parser;

    private LeanResource(LightJson light, JsonParser parser) {
        this.light = light;
        this.parser = parser;
    }

    /** Reads an object; what cannot be read comes out as far as it could. */
    public static ObjectNode read(Utf8Text json) {
        ObjectNode root = NODES.objectNode();
        LightJson light = LightJson.of(json);
        try (JsonParser parser = FACTORY.createParser(light.bytes())) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                new LeanResource(light, parser).fill(root);
            }
        } catch (IOException broken) {
            // The validator says what is wrong with a text that is not whole.
        }
        return root;
    }

    private void fill(ObjectNode object) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (token) {
                case START_OBJECT -> fill(object.putObject(name));
                case START_ARRAY -> fill(object.putArray(name));
                case VALUE_TRUE, VALUE_FALSE -> object.put(name, token == JsonToken.VALUE_TRUE);
                case VALUE_NULL -> object.putNull(name);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> object.put(name, parser.getDecimalValue());
                default -> {
                    if (name.equals("data")) {
                        object.put(name, size());
                    } else {
                        object.put(name, parser.getText());
                    }
                }
            }
        }
    }

    private void fill(ArrayNode array) throws IOException {
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.END_ARRAY) {
            switch (token) {
                case START_OBJECT -> fill(array.addObject());
                case START_ARRAY -> fill(array.addArray());
                case VALUE_NULL -> array.addNull();
                default -> array.add(parser.getText());
            }
            token = parser.nextToken();
        }
    }

    /** How long the string is that was left out, or that is there: from its opening quote to its closing one. */
    private long size() throws IOException {
        int length = parser.getTextLength();
        int opening = (int) parser.currentTokenLocation().getByteOffset();
        return length > 0 ? length : Math.max(0, light.original(opening + 1) - light.original(opening) - 1);
    }
}
