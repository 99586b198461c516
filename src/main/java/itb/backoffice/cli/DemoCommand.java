package itb.backoffice.cli;

import itb.backoffice.demo.DemoServer;
import itb.backoffice.platform.AppFolders;
import itb.backoffice.platform.Database.DatabaseFailure;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Messages;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the demo chain for others until it is stopped; standard output has its base URL and nothing else. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        resourceBundle = "itb.backoffice.text.cli",
        description = "${bundle:cli.demo.description}",
        sortOptions = false)
public final class DemoCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;
    private static final int MOST_CLINICS = 20_000;

    // Texts rather than numbers, so that a wrong one gets our own sentence.
    @Option(names = "--port", paramLabel = "N", description = "${bundle:cli.demo.port}", defaultValue = "0")
    private String port = "0";

    @Option(names = "--clinics", paramLabel = "N", description = "${bundle:cli.demo.clinics}", defaultValue = "24")
    private String clinics = Integer.toString(DemoServer.DEFAULT_CLINICS);

    @Option(names = "--data", paramLabel = "DIR", description = "${bundle:cli.demo.data}")
    private @Nullable Path data;

    @Option(names = "--reset", description = "${bundle:cli.demo.reset}")
    private boolean reset;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Messages messages = Messages.of(Locale.getDefault());

    @Override
    public Integer call() throws InterruptedException {
        int portNumber = number(port, LAST_PORT);
        if (portNumber < 0) {
            return refuse("cli.demo.badPort", port);
        }
        int clinicCount = number(clinics, MOST_CLINICS);
        if (clinicCount < 0) {
            return refuse("cli.demo.badClinics", clinics);
        }
        Path folder = data == null ? DemoServer.folder(AppFolders.ofUser()) : data;
        try (DemoServer server = DemoServer.start(folder, portNumber, clinicCount, new ErrorReporter())) {
            if (reset) {
                server.reset();
            }
            spec.commandLine().getOut().println(server.baseUrl());
            spec.commandLine().getOut().flush();
            server.awaitStop();
            return 0;
        } catch (DemoServer.PortTaken e) {
            return refuse("cli.demo.portTaken", port);
        } catch (DatabaseFailure | UncheckedIOException e) {
            return refuse("cli.demo.badData", folder.toString());
        }
    }

    /** The number that {@code text} is, from 0 to {@code most}, or -1. */
    private static int number(String text, int most) {
        if (!text.matches("\\d{1,9}")) {
            return -1;
        }
        int number = Integer.parseInt(text);
        return number > most ? -1 : number;
    }

    private int refuse(String key, String what) {
        spec.commandLine().getErr().println(messages.get(key, what));
        return Cli.COULD_NOT_RUN;
    }
}
