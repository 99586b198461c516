package itb.backoffice.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: one class for each command, exit code 2 for whatever could not run. */
@Command(
        name = "itb-backoffice",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = DemoCommand.class)
public final class Cli {
    /** Could not run: a bad argument, a file that is not there, no server. */
    public static final int COULD_NOT_RUN = 2;

    private Cli() {}

    /** Runs the command in {@code args}; the result is the process's exit code. */
    public static int run(String... args) {
        return new CommandLine(new Cli()).execute(args);
    }
}
