package itb.backoffice.cli;

import itb.backoffice.cli.input.Inputs;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Parallel;
import itb.backoffice.platform.Progress;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.engine.DefinitionSource;
import java.io.InputStream;
import java.io.PrintWriter;
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

/** {@code validate FILE…}: judges each resource; what cannot be read does not stop the others. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        resourceBundle = "itb.backoffice.text.cli",
        description = "${bundle:cli.validate.description}",
        sortOptions = false)
public final class ValidateCommand implements Callable<Integer> {
    private static final int MOST_JOBS = 64;

    /** How findings are written. */
    public enum Format {
        TEXT,
        JSON
    }

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "${bundle:cli.validate.files}")
    private List<String> files = List.of();

    @Option(names = "--format", paramLabel = "text|json", description = "${bundle:cli.validate.format}")
    private Format format = Format.TEXT;

    @Option(names = "--profile", paramLabel = "URL", description = "${bundle:cli.validate.profile}")
    private @Nullable String profile;

    @Option(names = "--package", paramLabel = "NAME#VERSION|FILE", description = "${bundle:cli.validate.package}")
    private @Nullable String chosenPackage;

    @Option(names = "--server", paramLabel = "URL", description = "${bundle:cli.validate.server}")
    private @Nullable String server;

    // A text rather than a number, so that a wrong one gets our own sentence.
    @Option(names = "--jobs", paramLabel = "N", description = "${bundle:cli.validate.jobs}")
    private String jobs = "";

    @Spec
    private @Nullable CommandSpec spec;

    private final Messages messages;
    private final Supplier<PackageShelf> shelf;
    private final InputStream standardInput;

    /** Speaks the language of {@code messages}; {@code shelf} is opened when a package is asked for. */
    public ValidateCommand(Messages messages, Supplier<PackageShelf> shelf, InputStream standardInput) {
        this.messages = messages;
        this.shelf = shelf;
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        int atOnce = atOnce();
        if (atOnce == 0) {
            return refuse(err, messages.get("cli.validate.badJobs", jobs, MOST_JOBS));
        }
        if (chosenPackage != null && server != null) {
            return refuse(err, messages.get("cli.validate.packageOrServer"));
        }
        try (Background background = Background.threaded(Runnable::run, new ErrorReporter())) {
            ProfileValidator validator = validator(background);
            if (profile != null && !validator.knows(profile)) {
                return refuse(err, messages.get("cli.validate.unknownProfile", profile));
            }
            VerdictPrinter printer = new VerdictPrinter(out, err, messages, format == Format.JSON);
            Judging judging = new Judging(validator, profile);
            try (Inputs inputs = new Inputs(standardInput)) {
                new Parallel(background, atOnce)
                        .each(
                                inputs.read(files),
                                judging::judge,
                                (found, line) -> printer.print(line),
                                Progress.none());
            }
            out.flush();
            err.flush();
            return printer.worst();
        } catch (PackageShelf.NotThere e) {
            return refuse(err, e.sentence());
        }
    }

    private ProfileValidator validator(Background background) throws PackageShelf.NotThere {
        if (chosenPackage == null && server == null) {
            return new ProfileValidator(messages);
        }
        try (PackageShelf open = shelf.get()) {
            List<DefinitionSource> sources = chosenPackage != null
                    ? open.chosen(chosenPackage)
                    : open.ofServer(Objects.requireNonNull(server), background);
            return new ProfileValidator(() -> messages, sources);
        }
    }

    /** How many resources are judged at a time; 0 for a number that makes no sense. */
    private int atOnce() {
        if (jobs.isEmpty()) {
            return Math.min(MOST_JOBS, Runtime.getRuntime().availableProcessors());
        }
        int number = jobs.matches("\\d{1,4}") ? Integer.parseInt(jobs) : 0;
        return number > MOST_JOBS ? 0 : number;
    }

    private static int refuse(PrintWriter err, String sentence) {
        err.println(sentence);
        err.flush();
        return Cli.COULD_NOT_RUN;
    }
}
