package itb.backoffice.cli.input;

import itb.backoffice.cli.input.PieceSink.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Goes through what stands on the command line: files, folders with all that is below them, {@code -} for standard input. */
public final class Inputs {
    /** What stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    /** More than this does not fit on most temporary disks, and is no chain. */
    private static final long LARGEST_INPUT = 2L << 30;

    private final InputStream standardInput;
    private final PieceSink sink;

    /** Gives {@code sink} what it finds; {@code standardInput} is read at most once. */
    public Inputs(InputStream standardInput, PieceSink sink) {
        this.standardInput = standardInput;
        this.sink = sink;
    }

    /** Reads everything that {@code names} name, in their order. */
    public void read(List<String> names) {
        for (String name : names) {
            if (name.equals(STANDARD_INPUT)) {
                standardInput();
            } else {
                named(name);
            }
        }
    }

    private void named(String name) {
        Path path;
        try {
            path = Path.of(name);
        } catch (java.nio.file.InvalidPathException e) {
            sink.trouble(name, Trouble.MISSING);
            return;
        }
        if (Files.isDirectory(path)) {
            folder(path);
        } else if (Files.exists(path)) {
            new FileReading(name, path, sink).read();
        } else {
            sink.trouble(name, Trouble.MISSING);
        }
    }

    /** Links to folders are not followed, so that a circle of them has no way in. */
    private void folder(Path folder) {
        TreeSet<Path> files = new TreeSet<>();
        int[] troubles = {0};
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
                    troubles[0]++;
                    sink.trouble(file.toString(), Trouble.UNREADABLE);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            troubles[0]++;
            sink.trouble(folder.toString(), Trouble.UNREADABLE);
        }
        if (files.isEmpty() && troubles[0] == 0) {
            sink.trouble(folder.toString(), Trouble.EMPTY_FOLDER);
        }
        files.forEach(file -> new FileReading(file.toString(), file, sink).read());
    }

    private static boolean isResource(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".xml");
    }

    /** Standard input goes through a file: whether it is a Bundle is known only at its end, and it may be large. */
    private void standardInput() {
        Path spooled = null;
        try {
            spooled = Files.createTempFile("itb-backoffice-", ".input");
            if (copy(spooled)) {
                new FileReading(STANDARD_INPUT, spooled, sink).read();
            } else {
                sink.trouble(STANDARD_INPUT, Trouble.TOO_LARGE);
            }
        } catch (IOException e) {
            sink.trouble(STANDARD_INPUT, Trouble.UNREADABLE);
        } finally {
            delete(spooled);
        }
    }

    private boolean copy(Path to) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = LARGEST_INPUT;
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int count = standardInput.read(buffer); count >= 0; count = standardInput.read(buffer)) {
                left -= count;
                if (left < 0) {
                    return false;
                }
                out.write(buffer, 0, count);
            }
        }
        return true;
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        if (file != null && !file.toFile().delete()) {
            file.toFile().deleteOnExit();
        }
    }
}
