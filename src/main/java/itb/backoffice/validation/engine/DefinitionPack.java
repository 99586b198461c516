package itb.backoffice.validation.engine;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * All of R4 and the built-in package in one file, made by the build ({@code src/build/java/PackDefinitions.java}). Only
 * the outlines are read at once; the text of a definition is unpacked when it is asked for.
 */
final class DefinitionPack {
    private static final String FILE = "definitions.pack";

    /**
     * What is known of a definition before its text is read.
     *
     * @param type StructureDefinition, ValueSet or CodeSystem
     * @param shape what it says of a type; empty texts for the other two
     * @param begin where its text begins, in bytes
     * @param end where it ends
     * @param size how long it is unpacked
     */
    record Outline(String type, String url, String version, String name, Shape shape, int begin, int end, int size) {}

    /** A StructureDefinition's own type, what it builds on, and how. */
    record Shape(String type, String base, String kind, String derivation, boolean isAbstract) {}

    private final String digest;
    private final List<Outline> outlines = new ArrayList<>();
    private final byte[] bytes;
    private final int texts;

    /** Reads the outlines. */
    DefinitionPack() {
        try (InputStream in = DefinitionPack.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The program was built without " + FILE);
            }
            bytes = in.readAllBytes();
            ByteArrayInputStream rest = new ByteArrayInputStream(bytes);
            DataInputStream data = new DataInputStream(rest);
            digest = data.readUTF();
            int count = data.readInt();
            for (int i = 0; i < count; i++) {
                outlines.add(outline(data));
            }
            texts = bytes.length - rest.available();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outline outline(DataInputStream data) throws IOException {
        return new Outline(
                data.readUTF(),
                data.readUTF(),
                data.readUTF(),
                data.readUTF(),
                new Shape(data.readUTF(), data.readUTF(), data.readUTF(), data.readUTF(), data.readBoolean()),
                data.readInt(),
                data.readInt(),
                data.readInt());
    }

    /** Names what the pack was made from. */
    String digest() {
        return digest;
    }

    /** Every definition, sorted by type and url. */
    List<Outline> outlines() {
        return outlines;
    }

    /** The JSON of one definition, in UTF-8. */
    byte[] text(Outline outline) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, texts + outline.begin(), outline.end() - outline.begin());
            byte[] text = new byte[outline.size()];
            int length = 0;
            while (length < text.length) {
                length += inflater.inflate(text, length, text.length - length);
            }
            return text;
        } catch (DataFormatException e) {
            throw new IllegalStateException("The packed definitions are damaged at " + outline.url(), e);
        } finally {
            inflater.end();
        }
    }
}
