package itb.backoffice.cli.input;

import itb.backoffice.cli.input.BundleIndex.Place;
import itb.backoffice.cli.input.Piece.Format;
import itb.backoffice.cli.input.PieceSink.Trouble;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads one file: the resource that it is, or those of the Bundle that it is, one by one. */
final class FileReading {
    /** Far above any resource; a larger one would only fill the memory. */
    static final long LARGEST = 50L << 20;

    private static final char MARK = '\uFEFF';

    private final String name;
    private final Path file;
    private final PieceSink sink;

    FileReading(String name, Path file, PieceSink sink) {
        this.name = name;
        this.file = file;
        this.sink = sink;
    }

    void read() {
        try {
            if (isXml()) {
                xml();
            } else {
                json();
            }
        } catch (CharacterCodingException e) {
            sink.trouble(name, Trouble.NOT_UTF8);
        } catch (IOException e) {
            sink.trouble(name, Trouble.UNREADABLE);
        }
    }

    /** By its ending; without a telling one, by its first character. */
    private boolean isXml() throws IOException {
        String lower = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xml") || lower.endsWith(".json")) {
            return lower.endsWith(".xml");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int first = in.read();
            // A byte order mark is three bytes, of which none is white space or a bracket.
            while (first == ' ' || first == '\n' || first == '\r' || first == '\t' || first > 0xBA) {
                first = in.read();
            }
            return first == '<';
        }
    }

    private void json() throws IOException {
        BundleIndex index;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            index = BundleIndex.of(in);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            // What is wrong with it, the check says, and where.
            index = new BundleIndex(false, java.util.List.of());
        }
        if (!index.isBundle()) {
            whole(Format.JSON);
        } else if (index.resources().isEmpty()) {
            sink.emptyBundle(name);
        } else {
            entries(index);
        }
    }

    private void entries(BundleIndex index) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            for (Place place : index.resources()) {
                if (place.length() > LARGEST) {
                    sink.trouble(name, Trouble.TOO_LARGE);
                    continue;
                }
                ByteBuffer bytes = ByteBuffer.allocate((int) place.length());
                while (bytes.hasRemaining()) {
                    if (channel.read(bytes, place.begin() + bytes.position()) < 0) {
                        throw new EOFException();
                    }
                }
                sink.piece(new Piece(name, place.entry(), Format.JSON, text(bytes.flip())));
            }
        }
    }

    private void xml() throws IOException {
        if (Files.size(file) > LARGEST || !XmlEntries.read(name, text(), sink)) {
            whole(Format.XML);
        }
    }

    private void whole(Format format) throws IOException {
        if (Files.size(file) > LARGEST) {
            sink.trouble(name, Trouble.TOO_LARGE);
        } else {
            sink.piece(new Piece(name, 0, format, text()));
        }
    }

    private String text() throws IOException {
        return text(ByteBuffer.wrap(Files.readAllBytes(file)));
    }

    /** Some editors put a byte order mark before a text. */
    private static String text(ByteBuffer bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }
}
