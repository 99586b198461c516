package itb.backoffice.validation.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Writes packages as npm does, and what a stranger might send instead. */
public final class TgzFile {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

    /** A package with nothing but its {@code package.json}. */
    public static TgzFile named(String name, String version) {
        return new TgzFile().with("package/package.json", """
                {"name":"%s","version":"%s","canonical":"https://a.test/fhir","fhirVersions":["4.0.1"],
                "title":"A test package","dependencies":{"hl7.fhir.r4.core":"4.0.1"}}""".formatted(name, version));
    }

    public TgzFile with(String path, String content) {
        return with(path, content.getBytes(StandardCharsets.UTF_8));
    }

    public TgzFile with(String path, byte[] content) {
        return entry(path, '0', content);
    }

    /** A definition, named as npm packages name them. */
    public TgzFile definition(String id, String json) {
        return with("package/" + id + ".json", json);
    }

    public TgzFile entry(String path, char kind, byte[] content) {
        if (path.length() > 100) {
            entry("././@LongLink", 'L', path.getBytes(StandardCharsets.UTF_8));
        }
        tar.writeBytes(header(path, kind, content.length));
        tar.writeBytes(content);
        tar.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        return this;
    }

    static byte[] header(String path, char kind, long size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, path.length() > 100 ? path.substring(0, 100) : path);
        put(header, 100, "0000644");
        put(header, 124, "%011o".formatted(size));
        header[156] = (byte) kind;
        put(header, 257, "ustar");
        put(header, 263, "00");
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xff;
        }
        put(header, 148, "%06o".formatted(sum));
        header[154] = 0;
        return header;
    }

    public Path write(Path file) throws IOException {
        tar.writeBytes(new byte[2 * BLOCK]);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            tar.writeTo(out);
        }
        return file;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
