package itb.backoffice.cli.folder;

import itb.backoffice.catalogue.Download;
import itb.backoffice.catalogue.DownloadOutcome;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.cli.Office;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Failure;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the server has now, beside a folder, in stores that are gone when it is closed. */
public final class Bench implements AutoCloseable {
    private final Path scratch;
    private final Office office;
    private final Capabilities capabilities;
    private final Set<String> types;

    /** Signs in and fetches the chain; a server that cannot be reached is a {@link Trouble}. */
    public Bench(Target target, Messages messages, Validator validator, Background background)
            throws Trouble, IOException {
        scratch = Files.createTempDirectory("itb-backoffice-folder-");
        boolean open = false;
        office = new Office(
                new Office.Place(scratch, target.connection(), target.secret(), target.journal()),
                messages,
                validator,
                background);
        try {
            capabilities = value(office.capabilities());
            types = fetch();
            open = true;
        } finally {
            if (!open) {
                close();
            }
        }
    }

    private static <T> T value(Answer<T> answer) throws Trouble {
        return switch (answer) {
            case Answer.Ok<T> ok -> ok.value();
            case Answer.Failed<T> failed -> throw trouble(failed.failure());
        };
    }

    private static Trouble trouble(Failure failure) {
        return new Trouble("server", failure.kind(), failure.status(), failure.details());
    }

    private Set<String> fetch() throws Trouble {
        return switch (office.download()) {
            case DownloadOutcome.Stopped stopped -> throw trouble(stopped.failure());
            case DownloadOutcome.Complete complete ->
                Download.TYPES.stream()
                        .filter(type -> capabilities.allows(type, Capabilities.Action.SEARCH)
                                && !complete.leftOut().containsKey(type))
                        .collect(Collectors.toCollection(TreeSet::new));
        };
    }

    /** The program without its window, at this server. */
    Office office() {
        return office;
    }

    /** What the server says it can do. */
    Capabilities capabilities() {
        return capabilities;
    }

    /** Everything in {@code folder}, and everything that was pulled or is on the server, by {@code Type/id}. */
    Map<String, Side> sides(ChainFolder folder, BaseFile base) throws Trouble, IOException {
        Map<String, ResourceFile> files = folder.read(base.folder());
        Set<String> all = new TreeSet<>(files.keySet());
        all.addAll(base.entries().keySet());
        for (String type : types) {
            office.catalogue().ids(type).forEach(id -> all.add(type + "/" + id));
        }
        Map<String, Side> sides = new TreeMap<>();
        for (String reference : all) {
            if (types.contains(type(reference))) {
                sides.put(
                        reference,
                        new Side(
                                reference,
                                base.entries().get(reference),
                                files.get(reference),
                                server(reference).orElse(null)));
            }
        }
        return sides;
    }

    private static String type(String reference) {
        return reference.substring(0, reference.indexOf('/'));
    }

    /** What the server has of one resource. */
    Optional<StoredResource> server(String reference) {
        return office.catalogue().get(type(reference), reference.substring(reference.indexOf('/') + 1));
    }

    /** The types of which the server does not show everything: what the folder has of them is left alone. */
    public List<String> unseen() {
        List<String> unseen = new ArrayList<>(Download.TYPES);
        unseen.removeAll(types);
        return unseen;
    }

    @Override
    public void close() {
        office.close();
        try (Stream<Path> inside = Files.walk(scratch)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // What is left lies in the system's folder for temporary files, which the system clears itself.
            scratch.toFile().deleteOnExit();
        }
    }
}
