package itb.backoffice.cli;

import itb.backoffice.platform.Messages;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code validate FILE…}: judges each file; what cannot be read does not stop the others. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks files, one resource in each, and says what is wrong with them.")
public final class ValidateCommand implements Callable<Integer> {
    private static final int CLEAN = 0;
    private static final int ERRORS = 1;
    /** Far above any resource; a larger file would only fill the memory. */
    private static final long LARGEST_MEGABYTES = 50;

    /** How findings are written. */
    public enum Format {
        TEXT,
        JSON
    }

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files to check.")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "text, or json: one object on a line for each file.")
    private Format format = Format.TEXT;

    @Option(
            names = "--profile",
            paramLabel = "URL",
            description = "The profile to check against, instead of the usual one.")
    private @Nullable String profile;

    @Spec
    private @Nullable CommandSpec spec;

    private final Messages messages;

    /** Speaks the language of {@code messages}. */
    public ValidateCommand(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        ProfileValidator validator = new ProfileValidator(messages);
        if (profile != null && !validator.knows(profile)) {
            err.println(messages.get("cli.validate.unknownProfile", profile));
            return Cli.COULD_NOT_RUN;
        }
        VerdictPrinter printer = new VerdictPrinter(out, messages, format == Format.JSON);
        int worst = CLEAN;
        for (Path file : files) {
            String problem = problem(file);
            if (problem == null) {
                try {
                    Verdict verdict = validator.judge(text(file), profile);
                    printer.print(file, verdict);
                    worst = Math.max(worst, verdict.valid() ? CLEAN : ERRORS);
                    continue;
                } catch (CharacterCodingException e) {
                    problem = "notUtf8";
                } catch (IOException e) {
                    problem = "unreadable";
                }
            }
            err.println(messages.get("cli.validate." + problem, file, LARGEST_MEGABYTES));
            worst = Cli.COULD_NOT_RUN;
        }
        out.flush();
        err.flush();
        return worst;
    }

    private static @Nullable String problem(Path file) {
        if (Files.isDirectory(file)) {
            return "folder";
        }
        if (!Files.exists(file)) {
            return "missing";
        }
        try {
            return Files.size(file) > LARGEST_MEGABYTES * 1024 * 1024 ? "tooLarge" : null;
        } catch (IOException e) {
            return "unreadable";
        }
    }

    /** The text of a file; some editors put a byte order mark before it. */
    private static String text(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
