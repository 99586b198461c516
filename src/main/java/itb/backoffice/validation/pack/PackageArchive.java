package itb.backoffice.validation.pack;

import itb.backoffice.platform.Json;
import itb.backoffice.validation.pack.Refusal.Kind;
import itb.backoffice.validation.pack.TarReader.Entry;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a package as npm writes it, a {@code .tgz}, without trusting it: nothing is written anywhere, and what it can
 * make the program read and keep is limited.
 */
final class PackageArchive {
    private static final String FOLDER = "package/";
    private static final Set<String> USED = Set.of("StructureDefinition", "ValueSet", "CodeSystem");
    private static final int MOST_FILES = 50_000;
    private static final int LARGEST_FILE = 32 << 20;

    private final Limits limits;
    private final List<PackedDefinition> definitions = new ArrayList<>();
    private final Set<String> files = new HashSet<>();
    private String manifest = "";
    private String index = "";
    private long kept;

    /**
     * How much is enough, in bytes.
     *
     * @param unpacked what may come out of the archive
     * @param kept what its definitions may take in memory, deflated
     */
    record Limits(long unpacked, long kept) {
        /** Several times what the largest published package takes. */
        static final Limits USUAL = new Limits(1L << 30, 64L << 20);
    }

    private PackageArchive(Limits limits) {
        this.limits = limits;
    }

    /** Reads the package in {@code file}. */
    static PackageContent read(Path file) throws Refused {
        return read(file, Limits.USUAL);
    }

    static PackageContent read(Path file, Limits limits) throws Refused {
        if (!Files.isRegularFile(file)) {
            throw new Refused(Kind.UNREADABLE, "");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(2);
            boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
            if (!gzip) {
                throw new Refused(Kind.NO_ARCHIVE, "");
            }
            in.reset();
            return new PackageArchive(limits).read(in);
        } catch (EOFException | ZipException e) {
            throw new Refused(Kind.DAMAGED, "");
        } catch (TooMuch e) {
            throw new Refused(Kind.TOO_LARGE, "");
        } catch (IOException e) {
            throw new Refused(Kind.UNREADABLE, "");
        }
    }

    private PackageContent read(InputStream file) throws IOException, Refused {
        InputStream unpacked = new Counted(new GZIPInputStream(file, 1 << 16), limits.unpacked());
        TarReader tar = new TarReader(unpacked);
        for (Entry entry = tar.next(); entry != null; entry = tar.next()) {
            String name = entry.name().startsWith("./") ? entry.name().substring(2) : entry.name();
            checkPlace(name);
            if (!files.add(name)) {
                throw new Refused(Kind.DAMAGED, name);
            }
            if (files.size() > MOST_FILES) {
                throw new Refused(Kind.TOO_LARGE, "");
            }
            if (isOurs(name)) {
                take(name.substring(FOLDER.length()), tar.content(LARGEST_FILE));
            }
        }
        // Only at the very end does the archive tell whether it came whole.
        unpacked.transferTo(OutputStream.nullOutputStream());
        if (manifest.isEmpty()) {
            throw new Refused(Kind.NO_MANIFEST, "");
        }
        PackageContent content = new PackageContent(PackageManifest.read(manifest), List.copyOf(definitions));
        checkIndex();
        return content;
    }

    /** Nothing here is written to the disk, but an archive that tries to is none to take rules from. */
    private static void checkPlace(String name) throws Refused {
        boolean outside = name.startsWith("/")
                || name.contains("\\")
                || name.matches("^[A-Za-z]:.*")
                || List.of(name.split("/", -1)).contains("..");
        if (outside) {
            throw new Refused(Kind.OUTSIDE, name);
        }
    }

    private static boolean isOurs(String name) {
        return name.startsWith(FOLDER) && name.endsWith(".json") && name.indexOf('/', FOLDER.length()) < 0;
    }

    private void take(String name, byte[] content) throws Refused {
        if (name.equals("package.json")) {
            manifest = new String(content, StandardCharsets.UTF_8);
        } else if (name.equals(".index.json")) {
            index = new String(content, StandardCharsets.UTF_8);
        } else {
            try {
                PackedDefinition definition = PackedDefinition.of(content);
                if (USED.contains(definition.type())) {
                    kept += definition.deflated().length;
                    definitions.add(definition);
                }
            } catch (IOException e) {
                throw new Refused(Kind.BAD_DEFINITION, name);
            }
        }
        if (kept > limits.kept()) {
            throw new Refused(Kind.TOO_LARGE, "");
        }
    }

    /** The list of files that a publisher puts in tells what has got lost. */
    private void checkIndex() throws Refused {
        if (index.isEmpty()) {
            return;
        }
        try {
            for (var file : Json.object(index).path("files")) {
                String name = file.path("filename").asText("");
                if (!name.isEmpty() && !files.contains(FOLDER + name)) {
                    throw new Refused(Kind.FILE_MISSING, name);
                }
            }
        } catch (Json.NotJson e) {
            throw new Refused(Kind.DAMAGED, ".index.json");
        }
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts what comes out, also what is only passed over. */
    private static final class Counted extends FilterInputStream {
        private long left;

        Counted(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            count(Math.max(count, 0));
            return count;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            count(skipped);
            return skipped;
        }

        private void count(long bytes) throws TooMuch {
            left -= bytes;
            if (left < 0) {
                throw new TooMuch();
            }
        }
    }
}
