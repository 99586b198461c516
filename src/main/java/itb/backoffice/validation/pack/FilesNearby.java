package itb.backoffice.validation.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Packages that lie in the same folders as those that are imported: what these need is often among them. */
final class FilesNearby {
    private final Set<Path> folders = new LinkedHashSet<>();

    FilesNearby(List<Path> files) {
        for (Path file : files) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                folders.add(folder);
            }
        }
    }

    /** A package and the file that it was found in. */
    record Found(PackageContent content, String file) {}

    /** What is asked for. Nobody named these files: one that cannot be read is as good as none. */
    Optional<Found> find(PackageId wanted) {
        for (Path file : called(wanted.name())) {
            try {
                PackageContent content = PackageArchive.read(file);
                if (Dependencies.fits(wanted, content.id())) {
                    return Optional.of(new Found(content, name(file)));
                }
            } catch (Refused e) {
                continue;
            }
        }
        return Optional.empty();
    }

    private List<Path> called(String name) {
        List<Path> called = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(one -> name(one).startsWith(name) && name(one).endsWith(".tgz"))
                        .sorted()
                        .forEach(called::add);
            } catch (IOException e) {
                continue;
            }
        }
        return called;
    }

    /** A file's own name. */
    static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }
}
