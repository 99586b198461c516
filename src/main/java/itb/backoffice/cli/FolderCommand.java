package itb.backoffice.cli;

import itb.backoffice.cli.folder.Bench;
import itb.backoffice.cli.folder.Target;
import itb.backoffice.cli.folder.Trouble;
import itb.backoffice.connection.Failure;
import itb.backoffice.platform.AppFolders;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database.DatabaseFailure;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.ProfileValidator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands on a folder have in common: a server, and one sentence for whatever could not be done. */
abstract class FolderCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions options = new ServerOptions();

    @Spec
    private @Nullable CommandSpec spec;

    final Messages messages;
    private final ErrorReporter errors = new ErrorReporter();

    FolderCommand(Messages messages) {
        this.messages = messages;
    }

    /** The folder that it is about. */
    abstract Path folder();

    /** What has to be so before the server is asked for anything. */
    void check(Target target) throws Trouble, IOException {}

    /** Does it, beside what the server has now. */
    abstract int run(Target target, Bench bench) throws Trouble, IOException;

    @Override
    public Integer call() {
        try (Background background = Background.threaded(Runnable::run, errors)) {
            AppFolders folders = AppFolders.ofUser();
            Target target = options.target(folders, background);
            check(target);
            ProfileValidator validator = PackageShelf.validator(folders, messages, target.connection(), err()::println);
            try (Bench bench = new Bench(target, messages, validator, background)) {
                bench.unseen().forEach(type -> err().println(messages.get("cli.folder.unseen", type(type))));
                return run(target, bench);
            }
        } catch (Trouble trouble) {
            return refuse(sentence(trouble));
        } catch (DatabaseFailure | UncheckedIOException | IOException e) {
            errors.report(e);
            return refuse(messages.get("cli.folder.disk", folder()));
        } catch (RuntimeException e) {
            return refuse(messages.get("cli.folder.unexpected", errors.report(e)));
        } finally {
            out().flush();
            err().flush();
        }
    }

    private String sentence(Trouble trouble) {
        Object[] about = trouble.about();
        if (about.length > 0 && about[0] instanceof Failure.Kind kind) {
            return messages.get("connection.failure." + kind) + " "
                    + messages.get("connection.failure." + kind + ".next");
        }
        return messages.get(trouble.key(), about);
    }

    /** The user's word for a type. */
    String type(String type) {
        return messages.get("cli.tour.type." + type);
    }

    int refuse(String sentence) {
        err().println(sentence);
        return Cli.COULD_NOT_RUN;
    }

    PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
