package itb.backoffice.cli;

import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.demo.DemoServer;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database.DatabaseFailure;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.ProfileValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The window's main job on the console, for machines without a display; in a temporary folder that is removed again. */
@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        resourceBundle = "itb.backoffice.text.cli",
        description = "${bundle:cli.tour.description}")
public final class TourCommand implements Callable<Integer> {
    /** For tests and small machines: a smaller chain is made sooner. */
    @Option(names = "--clinics", hidden = true)
    private int clinics = DemoServer.DEFAULT_CLINICS;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Messages messages = Messages.of(Locale.getDefault());
    private final ErrorReporter errors = new ErrorReporter();

    @Override
    public Integer call() {
        Path folder;
        try {
            folder = Files.createTempDirectory("itb-backoffice-tour-");
        } catch (IOException e) {
            return refuse("cli.tour.badFolder", System.getProperty("java.io.tmpdir", ""));
        }
        try {
            walk(folder);
            return 0;
        } catch (Tour.Stopped stopped) {
            return refuse("cli.tour.stopped", stopped.sentence());
        } catch (DatabaseFailure | UncheckedIOException e) {
            errors.report(e);
            return refuse("cli.tour.badFolder", folder.toString());
        } catch (DemoServer.PortTaken | RuntimeException e) {
            return refuse("cli.tour.unexpected", errors.report(e));
        } finally {
            remove(folder);
        }
    }

    private void walk(Path folder) throws Tour.Stopped, DemoServer.PortTaken {
        TourPrinter out = new TourPrinter(spec.commandLine().getOut(), messages);
        out.sentence(messages.get("cli.tour.begin"));
        out.step("serve");
        try (DemoServer demo = DemoServer.start(folder.resolve("demo"), 0, clinics, errors);
                Background background = Background.threaded(Runnable::run, errors)) {
            Connection connection = new Connection(
                    Connection.DEMO_ID, messages.get("demo.connection"), demo.baseUrl(), Environment.TEST, SignIn.NONE);
            out.row(messages.get("cli.tour.address"), connection.baseUrl().toString());
            ProfileValidator validator = new ProfileValidator(messages);
            try (Office office = new Office(folder, connection, messages, validator, background);
                    FhirServer colleague = Office.client(connection)) {
                RoleDesk desk = new RoleDesk(office, Tour.value(messages, office.capabilities()), out, messages);
                var changed = new Tour(office, desk, out, messages).run();
                new TourConflict(colleague, desk, out, messages).run(changed);
            }
        }
        out.end("cli.tour.end");
    }

    private int refuse(String key, String what) {
        spec.commandLine().getErr().println(messages.get(key, what));
        spec.commandLine().getErr().flush();
        return Cli.COULD_NOT_RUN;
    }

    private static void remove(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // What is left lies in the system's folder for temporary files, which the system clears itself.
            folder.toFile().deleteOnExit();
        }
    }
}
