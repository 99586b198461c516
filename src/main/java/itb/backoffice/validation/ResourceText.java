package itb.backoffice.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A first look at a text: whether it is JSON at all, and what it says it is. The validator itself stops with exceptions
 * at some of this, or without a place.
 */
sealed interface ResourceText {
    /** Levels that no FHIR resource reaches; deeper texts only serve to exhaust the stack. */
    int DEEPEST = 100;

    /** Far more parts than any resource of a chain has; the time of a check grows with them. */
    int MOST_PARTS = 20_000;

    /**
     * JSON with a type.
     *
     * @param profiles what {@code meta.profile} names
     */
    record Resource(String type, List<String> profiles) implements ResourceText {}

    /**
     * Something else.
     *
     * @param kind empty, broken, deep, huge, many, not-object or no-type: the rule that it breaks
     * @param line where, or 0
     */
    record Broken(String kind, int line, int column) implements ResourceText {}

    /** Reads {@code json} once from beginning to end. */
    static ResourceText of(String json) {
        if (json.isBlank()) {
            return new Broken("empty", 0, 0);
        }
        try (JsonParser parser = Reading.FACTORY.createParser(json)) {
            return Reading.read(parser);
        } catch (StreamConstraintsException e) {
            return new Broken(String.valueOf(e.getMessage()).contains("nesting depth") ? "deep" : "huge", 0, 0);
        } catch (JsonProcessingException e) {
            return e.getLocation() == null
                    ? new Broken("broken", 0, 0)
                    : new Broken(
                            "broken",
                            e.getLocation().getLineNr(),
                            e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Walks over the tokens; nothing is kept but the type and the profiles. */
    final class Reading {
        private static final JsonFactory FACTORY = new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();

        private Reading() {}

        private static ResourceText read(JsonParser parser) throws IOException {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            String type = "";
            List<String> profiles = new ArrayList<>();
            String top = "";
            String inner = "";
            int depth = 1;
            int lists = 2;
            if (!object) {
                parser.skipChildren();
            }
            for (int parts = 0; object && depth > 0; parts++) {
                JsonToken token = parser.nextToken();
                if (parts > 2 * MOST_PARTS) {
                    return new Broken("many", 0, 0);
                }
                if (token == JsonToken.FIELD_NAME) {
                    top = depth == 1 ? parser.currentName() : top;
                    inner = depth == 2 ? parser.currentName() : inner;
                } else if (token.isStructStart()) {
                    lists += token == JsonToken.START_ARRAY && lists == depth ? 1 : 0;
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                    lists = Math.clamp(lists, 2, Math.max(2, depth));
                } else if (token == JsonToken.VALUE_STRING && depth == 1 && top.equals("resourceType")) {
                    type = parser.getText();
                } else if (top.equals("meta")
                        && inner.equals("profile")
                        && token != JsonToken.VALUE_NULL
                        // Validators also read what is no text, or in a list too many, and then look for it.
                        && (depth == 3 && token == JsonToken.VALUE_STRING || depth >= 3 && lists == depth)) {
                    profiles.add(parser.getText());
                }
            }
            if (parser.nextToken() != null) {
                return new Broken(
                        "broken",
                        parser.currentLocation().getLineNr(),
                        parser.currentLocation().getColumnNr());
            }
            if (!object) {
                return new Broken("not-object", 0, 0);
            }
            return type.isEmpty() ? new Broken("no-type", 0, 0) : new Resource(type, List.copyOf(profiles));
        }
    }
}
