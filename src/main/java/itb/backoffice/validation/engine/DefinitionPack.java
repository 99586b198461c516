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
import org.hl7.fhir.r5.formats.JsonParser;
import org.hl7.fhir.r5.model.CanonicalResource;

/**
 * A package in one file, made by the build ({@code src/build/java/PackDefinitions.java}). Only the outlines are read at
 * once; the text of a definition is unpacked when it is asked for.
 */
final class DefinitionPack implements PackageContents {
    /** FHIR itself. */
    static final String CORE = "hl7.fhir.r4.core-4.0.1.pack";

    /** Where a text begins and ends in the file, and how long it is unpacked; all in bytes. */
    private record Place(int begin, int end, int size) {}

    private final List<Outline> outlines = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final byte[] bytes;
    private final int texts;

    /** Reads the outlines of {@code file}. */
    DefinitionPack(String file) {
        try (InputStream in = DefinitionPack.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The program was built without " + file + "; mvn process-resources makes it");
            }
            bytes = in.readAllBytes();
            ByteArrayInputStream rest = new ByteArrayInputStream(bytes);
            DataInputStream data = new DataInputStream(rest);
            int count = data.readInt();
            for (int i = 0; i < count; i++) {
                outlines.add(outline(i, data));
                places.add(new Place(data.readInt(), data.readInt(), data.readInt()));
            }
            texts = bytes.length - rest.available();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outline outline(int number, DataInputStream data) throws IOException {
        return new Outline(
                number,
                data.readUTF(),
                data.readUTF(),
                data.readUTF(),
                data.readUTF(),
                new Outline.Shape(data.readUTF(), data.readUTF(), data.readUTF(), data.readUTF(), data.readBoolean()));
    }

    /** Every definition, sorted by type and url. */
    @Override
    public List<Outline> outlines() {
        return outlines;
    }

    @Override
    public CanonicalResource read(Outline outline) {
        Place place = places.get(outline.number());
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, texts + place.begin(), place.end() - place.begin());
            byte[] text = new byte[place.size()];
            int length = 0;
            while (length < text.length) {
                length += inflater.inflate(text, length, text.length - length);
            }
            return (CanonicalResource) new JsonParser().parse(text);
        } catch (DataFormatException | IOException e) {
            throw new IllegalStateException("The packed definitions are damaged at " + outline.url(), e);
        } finally {
            inflater.end();
        }
    }
}
