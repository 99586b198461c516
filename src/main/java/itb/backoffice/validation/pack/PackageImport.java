package itb.backoffice.validation.pack;

import itb.backoffice.platform.Progress;
import itb.backoffice.validation.pack.ImportOutcome.Imported;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes packages in: all that are asked for, with what they need where it lies beside them, or nothing. */
final class PackageImport {
    private final PackageStore store;
    private final Clock clock;

    PackageImport(PackageStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Imports {@code files}. */
    ImportOutcome files(List<Path> files, Progress progress) {
        try {
            return keep(collect(files, progress), progress);
        } catch (Refused e) {
            return e.outcome();
        }
    }

    /** Imports what a server gave. */
    ImportOutcome content(PackageContent content, String source, Progress progress) {
        try {
            Collected collected = new Collected(new FilesNearby(List.of()));
            collected.asked.put(content, source);
            return keep(collected, progress);
        } catch (Refused e) {
            return e.outcome();
        }
    }

    /** Reads and checks {@code files} as {@link #files} does, and keeps nothing. */
    static Dependencies look(PackageStore store, Path file) throws Refused {
        Collected collected = collect(List.of(file), Progress.none());
        Dependencies whole =
                collected.whole(store, collected.asked.keySet().iterator().next());
        PackageCheck.check(whole);
        return whole;
    }

    private static Collected collect(List<Path> files, Progress progress) throws Refused {
        Collected collected = new Collected(new FilesNearby(files));
        for (Path file : files) {
            progress.check();
            String name = FilesNearby.name(file);
            progress.report(name, collected.asked.size(), files.size());
            try {
                collected.asked.put(PackageArchive.read(file), name);
            } catch (Refused e) {
                throw e.from(name);
            }
        }
        return collected;
    }

    private ImportOutcome keep(Collected collected, Progress progress) throws Refused {
        Set<PackageId> absent = new LinkedHashSet<>();
        Map<PackageContent, String> taken = new LinkedHashMap<>(collected.asked);
        for (var one : collected.asked.entrySet()) {
            progress.check();
            Dependencies whole = collected.whole(store, one.getKey());
            try {
                PackageCheck.check(whole);
            } catch (Refused e) {
                throw e.from(one.getValue());
            }
            absent.addAll(whole.absent());
        }
        taken.putAll(collected.beside);
        progress.check();
        store.put(taken, clock.instant());
        List<InstalledPackage> kept = taken.keySet().stream()
                .flatMap(one -> store.find(one.id()).stream())
                .toList();
        return new Imported(kept, List.copyOf(absent));
    }

    /** What fits among the installed ones; of several, the one that was added last. */
    static Optional<PackageContent> installed(PackageStore store, PackageId wanted) {
        return store.all().stream()
                .filter(one -> Dependencies.fits(wanted, one.id()))
                .max(Comparator.comparing(InstalledPackage::added))
                .flatMap(one -> store.content(one.id()));
    }

    /** What is being imported, each with the file that it came from. */
    private static final class Collected {
        private final Map<PackageContent, String> asked = new LinkedHashMap<>();
        private final Map<PackageContent, String> beside = new LinkedHashMap<>();
        private final FilesNearby nearby;

        Collected(FilesNearby nearby) {
            this.nearby = nearby;
        }

        Dependencies whole(PackageStore store, PackageContent root) {
            return Dependencies.of(root, wanted -> find(store, wanted));
        }

        private Optional<PackageContent> find(PackageStore store, PackageId wanted) {
            return asked.keySet().stream()
                    .filter(one -> Dependencies.fits(wanted, one.id()))
                    .findFirst()
                    .or(() -> installed(store, wanted))
                    .or(() -> beside.keySet().stream()
                            .filter(one -> Dependencies.fits(wanted, one.id()))
                            .findFirst())
                    .or(() -> nearby.find(wanted).map(found -> {
                        beside.put(found.content(), found.file());
                        return found.content();
                    }));
        }
    }
}
