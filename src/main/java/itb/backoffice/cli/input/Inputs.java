package itb.backoffice.cli.input;

import itb.backoffice.cli.input.Found.Trouble;
import itb.backoffice.cli.input.Found.Unread;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goes through what stands on the command line: files, folders with all that is below them, {@code -} for standard input. */
public final class Inputs implements AutoCloseable {
    /** What stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    /** More than this does not fit on every temporary disk, and is no chain. */
    private static final long LARGEST_PIPE = 512L << 20;

    private final InputStream standardInput;
    private final List<Path> spooled = new ArrayList<>();
    private @Nullable List<Found> read;

    /** {@code standardInput} is read where it is named. */
    public Inputs(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /** Everything that {@code names} name, in their order; looked for as it is asked for. */
    public Iterator<Found> read(List<String> names) {
        return names.stream().flatMap(this::named).iterator();
    }

    private Stream<Found> named(String name) {
        if (name.equals(STANDARD_INPUT)) {
            return standardInput().stream();
        }
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            return Stream.of(new Unread(name, Trouble.MISSING));
        }
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        if (!Files.exists(path)) {
            return Stream.of(new Unread(name, Trouble.MISSING));
        }
        return (Files.isRegularFile(path)
                        ? new FileReading(name, path).read()
                        : spool(name, () -> Files.newInputStream(path)))
                .stream();
    }

    /** Links to folders are not followed, so that a circle of them has no way in. */
    private static Stream<Found> folder(Path folder) {
        TreeSet<Path> files = new TreeSet<>();
        List<Found> troubles = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isResource(file) && Files.isRegularFile(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    troubles.add(new Unread(file.toString(), Trouble.UNREADABLE));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            troubles.add(new Unread(folder.toString(), Trouble.UNREADABLE));
        }
        if (files.isEmpty() && troubles.isEmpty()) {
            troubles.add(new Unread(folder.toString(), Trouble.EMPTY_FOLDER));
        }
        return Stream.concat(
                troubles.stream(),
                files.stream().flatMap(file -> new FileReading(file.toString(), file).read().stream()));
    }

    private static boolean isResource(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".xml");
    }

    /** Standard input, once read, stays for a second time that it is named. */
    private List<Found> standardInput() {
        List<Found> found = read;
        if (found == null) {
            found = spool(STANDARD_INPUT, () -> standardInput);
            read = found;
        }
        return found;
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    /** A pipe goes through a file: whether it is a Bundle is known only at its end, and it may be large. */
    private List<Found> spool(String name, Source source) {
        try (InputStream in = source.open()) {
            Path file = Files.createTempFile("itb-backoffice-", ".input");
            spooled.add(file);
            return copy(in, file) ? new FileReading(name, file).read() : List.of(new Unread(name, Trouble.TOO_LARGE));
        } catch (IOException e) {
            return List.of(new Unread(name, Trouble.UNREADABLE));
        }
    }

    private static boolean copy(InputStream in, Path to) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = LARGEST_PIPE;
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                left -= count;
                if (left < 0) {
                    return false;
                }
                out.write(buffer, 0, count);
            }
        }
        return true;
    }

    /** Deletes what it needed on the way; nothing that was found can be read afterwards. */
    @Override
    public void close() {
        for (Path file : spooled) {
            if (!file.toFile().delete()) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
