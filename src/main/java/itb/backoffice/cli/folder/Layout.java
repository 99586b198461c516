package itb.backoffice.cli.folder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.platform.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The two ways in which a resource is written in a folder: indented, for its file, and on one line without its pictures,
 * for remembering what it began with. Only the layout differs from what the server sent: order, unknown elements and
 * every digit of a number are copied as they came.
 */
final class Layout {
    private static final int LARGEST_STRING = 100_000_000;
    /** From this length on a text is remembered by its hash: pictures would double the folder. */
    private static final int LONG = 4096;

    private static final String MARK = "sha256:";

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LARGEST_STRING)
                    .build())
            .build();

    private Layout() {}

    /** Indented by two, every element and every item on its own line, ended by a line break. */
    static String file(String json) {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(indent);
        printer.indentArraysWith(indent);
        StringWriter out = new StringWriter(json.length() * 2);
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            generator.setPrettyPrinter(printer);
            copy(json, generator, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.append('\n').toString();
    }

    /** On one line, long texts by their hash. Two resources that say the same in the same order give the same line. */
    static String line(String json) {
        StringWriter out = new StringWriter(Math.min(json.length(), 16 * 1024));
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            copy(json, generator, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void copy(String json, JsonGenerator to, boolean shorten) throws IOException {
        try (JsonParser from = FACTORY.createParser(json)) {
            for (JsonToken token = from.nextToken(); token != null; token = from.nextToken()) {
                if (token.isNumeric()) {
                    to.writeNumber(from.getText());
                } else if (shorten && token == JsonToken.VALUE_STRING && from.getTextLength() >= LONG) {
                    to.writeString(mark(from.getText()));
                } else {
                    to.copyCurrentEvent(from);
                }
            }
        }
    }

    /**
     * The resource that {@code line} remembers. Its long texts are found in the versions that descend from it; what both of
     * them have replaced stays a hash, which differs from either.
     */
    static ObjectNode restore(String line, JsonNode... descendants) {
        ObjectNode resource = Json.object(line);
        if (line.contains(MARK)) {
            Map<String, String> texts = new HashMap<>();
            for (JsonNode descendant : descendants) {
                collect(descendant, texts);
            }
            fill(resource, texts);
        }
        return resource;
    }

    private static void collect(JsonNode node, Map<String, String> texts) {
        if (node.isTextual() && node.textValue().length() >= LONG) {
            texts.put(mark(node.textValue()), node.textValue());
        }
        node.forEach(child -> collect(child, texts));
    }

    private static void fill(JsonNode node, Map<String, String> texts) {
        if (node instanceof ObjectNode object) {
            for (var member : object.properties()) {
                String text = texts.get(member.getValue().asText(""));
                if (text != null) {
                    member.setValue(TextNode.valueOf(text));
                }
            }
        }
        node.forEach(child -> fill(child, texts));
    }

    private static String mark(String text) {
        return MARK + hash(text);
    }

    /** A text's fingerprint. */
    static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
