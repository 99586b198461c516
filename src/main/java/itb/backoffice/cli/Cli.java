package itb.backoffice.cli;

import itb.backoffice.platform.AppFolders;
import itb.backoffice.platform.Database.DatabaseFailure;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Messages;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: one class for each command, exit code 2 for whatever could not run. */
@Command(
        name = "itb-backoffice",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        resourceBundle = "itb.backoffice.text.cli",
        description = "${bundle:cli.description}",
        subcommands = {DemoCommand.class, TourCommand.class})
public final class Cli {
    /** Could not run: a bad argument, a file that is not there, no server. */
    public static final int COULD_NOT_RUN = 2;

    private Cli() {}

    /** Runs the command in {@code args}; the result is the process's exit code. */
    public static int run(String... args) {
        Messages messages = Messages.of(Locale.getDefault());
        Supplier<PackageShelf> shelf = () -> PackageShelf.open(AppFolders.ofUser(), messages);
        CommandLine line = new CommandLine(new Cli())
                .addSubcommand(new ValidateCommand(messages, shelf, System.in))
                .addSubcommand(new PackagesCommand(messages, shelf))
                .addSubcommand(new PullCommand(messages))
                .addSubcommand(new PlanCommand(messages))
                .addSubcommand(new ApplyCommand(messages))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(Cli::refuse)
                .setExecutionExceptionHandler((e, command, parsed) -> unexpected(e, command, messages));
        return line.execute(args);
    }

    /** Whatever a command did not foresee is one sentence as well; the log has the rest. */
    private static int unexpected(Exception e, CommandLine command, Messages messages) {
        boolean data = e instanceof DatabaseFailure || e instanceof UncheckedIOException;
        String code = new ErrorReporter().report(e);
        command.getErr().println(messages.get(data ? "cli.badData" : "cli.unexpected", code));
        command.getErr().flush();
        return COULD_NOT_RUN;
    }

    /** A bad argument is answered by one sentence, not by the whole help. */
    private static int refuse(CommandLine.ParameterException e, String[] args) {
        e.getCommandLine().getErr().println(e.getMessage());
        e.getCommandLine().getErr().flush();
        return COULD_NOT_RUN;
    }
}
