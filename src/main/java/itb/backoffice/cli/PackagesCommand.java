package itb.backoffice.cli;

import itb.backoffice.connection.Failure;
import itb.backoffice.connection.HttpFhirServer;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.validation.pack.ImportOutcome;
import itb.backoffice.validation.pack.InstalledPackage;
import itb.backoffice.validation.pack.PackageChoice;
import itb.backoffice.validation.pack.PackageId;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code packages list|import|remove}: the packages of profiles that there are. */
@Command(
        name = "packages",
        mixinStandardHelpOptions = true,
        resourceBundle = "itb.backoffice.text.cli",
        description = "${bundle:cli.packages.description}")
public final class PackagesCommand implements Callable<Integer> {
    private final Messages messages;
    private final Supplier<PackageShelf> shelf;

    @Spec
    private @Nullable CommandSpec spec;

    /** Speaks the language of {@code messages}; {@code shelf} is opened by each command. */
    public PackagesCommand(Messages messages, Supplier<PackageShelf> shelf) {
        this.messages = messages;
        this.shelf = shelf;
    }

    /** Without a word what to do, it lists. */
    @Override
    public Integer call() {
        return list();
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            resourceBundle = "itb.backoffice.text.cli",
            description = "${bundle:cli.packages.list.description}")
    int list() {
        try (PackageShelf open = shelf.get()) {
            for (PackageChoice one : open.packages().choices()) {
                if (one.builtIn()) {
                    out().println(one.id() + "  " + messages.get("cli.packages.builtIn"));
                }
            }
            open.packages().installed().forEach(one -> out().println(line(one)));
        }
        out().flush();
        return 0;
    }

    private String line(InstalledPackage one) {
        return one.id() + "  " + messages.get("cli.packages.profiles", one.profiles()) + "  " + one.from();
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            resourceBundle = "itb.backoffice.text.cli",
            description = "${bundle:cli.packages.import.description}")
    int take(
            @Parameters(arity = "0..*", paramLabel = "FILE", description = "${bundle:cli.packages.import.files}")
                    @Nullable
                    List<Path> files,
            @Option(names = "--server", paramLabel = "URL", description = "${bundle:cli.packages.import.server}")
                    @Nullable
                    String server) {
        boolean noFiles = files == null || files.isEmpty();
        if (noFiles == (server == null)) {
            return refuse(messages.get("cli.packages.import.what"));
        }
        try (PackageShelf open = shelf.get();
                Background background = Background.threaded(Runnable::run, new ErrorReporter())) {
            return tell(
                    server == null
                            ? open.packages().importFiles(Objects.requireNonNull(files), Progress.none())
                            : fromServer(open, server, background));
        } catch (PackageShelf.NotThere e) {
            return refuse(e.sentence());
        }
    }

    private static ImportOutcome fromServer(PackageShelf open, String server, Background background)
            throws PackageShelf.NotThere {
        try (HttpFhirServer there = open.server(server, background)) {
            return open.packages().importFrom(there, server, Progress.none());
        }
    }

    private int tell(ImportOutcome outcome) {
        switch (outcome) {
            case ImportOutcome.Imported imported -> {
                imported.packages().forEach(one -> out().println(line(one)));
                out().flush();
                for (PackageId absent : imported.absent()) {
                    err().println(messages.get("cli.packages.absent", absent));
                }
                err().flush();
                return 0;
            }
            case ImportOutcome.Refused refused -> {
                return refuse(messages.get(
                        "cli.packages.refused",
                        refused.source(),
                        refused.refusal().sentence(messages)));
            }
            case ImportOutcome.Unreachable(Failure failure) -> {
                return refuse(messages.get("connection.failure." + failure.kind()));
            }
        }
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            resourceBundle = "itb.backoffice.text.cli",
            description = "${bundle:cli.packages.remove.description}")
    int remove(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "NAME#VERSION",
                            description = "${bundle:cli.packages.remove.names}")
                    List<String> names) {
        try (PackageShelf open = shelf.get()) {
            for (String name : names) {
                if (!remove(open, name)) {
                    return Cli.COULD_NOT_RUN;
                }
            }
        }
        return 0;
    }

    private boolean remove(PackageShelf open, String name) {
        List<PackageId> meant = open.packages().installed().stream()
                .map(InstalledPackage::id)
                .filter(id -> id.toString().equals(name) || id.name().equals(name))
                .toList();
        if (meant.size() != 1) {
            boolean builtIn = open.find(name).map(PackageChoice::builtIn).orElse(false);
            String why = meant.size() > 1 ? "several" : builtIn ? "staysBuiltIn" : "unknown";
            refuse(messages.get("cli.packages." + why, name));
            return false;
        }
        open.packages().remove(meant.getFirst());
        open.packages().forget(meant.getFirst());
        return true;
    }

    private int refuse(String sentence) {
        err().println(sentence);
        err().flush();
        return Cli.COULD_NOT_RUN;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
