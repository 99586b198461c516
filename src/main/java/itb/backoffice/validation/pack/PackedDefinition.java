package itb.backoffice.validation.pack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * A definition of a package: what it says of itself, and its text, deflated because packages are large and most of
 * their definitions are never looked at.
 *
 * @param head its simple members: resourceType, url, version, name, type, kind, derivation, baseDefinition, fhirVersion…
 * @param deflated its JSON in UTF-8; nobody may change it
 * @param size how long that is when inflated
 */
record PackedDefinition(Map<String, String> head, byte[] deflated, int size) {
    private static final int DEEPEST = 200;
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    /** Reads {@code bytes} once from beginning to end; an {@link IOException} says that it is not JSON in UTF-8. */
    static PackedDefinition of(byte[] bytes) throws IOException {
        byte[] json = withoutMark(bytes);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(json));
        Map<String, String> head = new TreeMap<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("Not an object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken().isScalarValue()) {
                    head.put(name, parser.getText());
                }
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                throw new IOException("Something follows");
            }
        }
        ByteArrayOutputStream deflated = new ByteArrayOutputStream(json.length / 8 + 64);
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, fast)) {
            out.write(json);
        } finally {
            fast.end();
        }
        return new PackedDefinition(head, deflated.toByteArray(), json.length);
    }

    /** Some editors put a byte order mark before a text. */
    private static byte[] withoutMark(byte[] bytes) {
        boolean marked =
                bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    /** One of its simple members, or an empty text. */
    String head(String name) {
        return head.getOrDefault(name, "");
    }

    /** StructureDefinition, ValueSet, CodeSystem or whatever else it is. */
    String type() {
        return head("resourceType");
    }

    /** Its canonical url, without a version. */
    String url() {
        return head("url");
    }

    /** Its JSON. */
    String text() {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            byte[] text = new byte[size];
            int length = 0;
            while (length < size && !inflater.finished()) {
                length += inflater.inflate(text, length, size - length);
            }
            return new String(text, 0, length, StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new UncheckedIOException(new IOException("A kept definition is damaged", e));
        } finally {
            inflater.end();
        }
    }
}
