package itb.backoffice.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.LightJson;
import itb.backoffice.platform.Utf8Text;
import java.io.IOException;
import java.util.Set;

/** A resource's tree without what weighs most and no summary needs: pictures and narratives are passed over unread. */
final class LightTree {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> HEAVY = Set.of("data", "div");

    private LightTree() {}

    /** Reads an object; what cannot be read comes out as far as it could. */
    static ObjectNode read(Utf8Text json) {
        ObjectNode root = NODES.objectNode();
        try (JsonParser parser = FACTORY.createParser(LightJson.of(json).bytes())) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                fill(root, parser);
            }
        } catch (IOException broken) {
            // A resource that is not whole JSON still has its row; the form says what is wrong with it.
        }
        return root;
    }

    private static void fill(ObjectNode object, JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                fill(object.putObject(name), parser);
            } else if (token == JsonToken.START_ARRAY) {
                fill(object.putArray(name), parser);
            } else if (!HEAVY.contains(name)) {
                switch (token) {
                    case VALUE_TRUE, VALUE_FALSE -> object.put(name, token == JsonToken.VALUE_TRUE);
                    case VALUE_NULL -> object.putNull(name);
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> object.put(name, parser.getDecimalValue());
                    default -> object.put(name, parser.getText());
                }
            }
        }
    }

    private static void fill(ArrayNode array, JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.END_ARRAY) {
            switch (token) {
                case START_OBJECT -> fill(array.addObject(), parser);
                case START_ARRAY -> fill(array.addArray(), parser);
                case VALUE_NULL -> array.addNull();
                default -> array.add(parser.getText());
            }
            token = parser.nextToken();
        }
    }
}
