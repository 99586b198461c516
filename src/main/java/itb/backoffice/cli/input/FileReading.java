package itb.backoffice.cli.input;

import com.fasterxml.jackson.core.JacksonException;
import itb.backoffice.cli.input.BundleIndex.Place;
import itb.backoffice.cli.input.Found.EmptyBundle;
import itb.backoffice.cli.input.Found.Format;
import itb.backoffice.cli.input.Found.Piece;
import itb.backoffice.cli.input.Found.Trouble;
import itb.backoffice.cli.input.Found.Unread;
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
import java.util.List;
import java.util.Locale;

/** Looks into one file: whether it is a resource, or a Bundle of them. */
final class FileReading {
    /** Far above any resource; a larger one would only fill the memory. */
    private static final long LARGEST = 50L << 20;

    private static final char MARK = '\uFEFF';

    private final String name;
    private final Path file;

    /** Calls {@code file} {@code name}. */
    FileReading(String name, Path file) {
        this.name = name;
        this.file = file;
    }

    List<Found> read() {
        try {
            return isXml() ? xml() : json();
        } catch (CharacterCodingException e) {
            return List.of(new Unread(name, Trouble.NOT_UTF8));
        } catch (IOException e) {
            return List.of(new Unread(name, Trouble.UNREADABLE));
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

    private List<Found> json() throws IOException {
        BundleIndex index;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            index = BundleIndex.of(in);
        } catch (JacksonException e) {
            // What is wrong with it, the check says, and where.
            return whole(Format.JSON);
        }
        if (!index.isBundle()) {
            return whole(Format.JSON);
        }
        return index.resources().isEmpty()
                ? List.of(new EmptyBundle(name))
                : index.resources().stream().map(this::entry).toList();
    }

    private Found entry(Place place) {
        return place.length() > LARGEST
                ? new Unread(name, Trouble.TOO_LARGE)
                : new Piece(name, place.entry(), Format.JSON, () -> text(place));
    }

    private String text(Place place) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) place.length());
        try (FileChannel channel = FileChannel.open(file)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, place.begin() + bytes.position()) < 0) {
                    throw new EOFException();
                }
            }
        }
        return text(bytes.flip());
    }

    private List<Found> xml() throws IOException {
        if (Files.size(file) > LARGEST) {
            return whole(Format.XML);
        }
        List<Found> entries = XmlEntries.read(name, text());
        return entries.isEmpty() ? whole(Format.XML) : entries;
    }

    private List<Found> whole(Format format) throws IOException {
        return List.of(
                Files.size(file) > LARGEST
                        ? new Unread(name, Trouble.TOO_LARGE)
                        : new Piece(name, 0, format, this::text));
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
