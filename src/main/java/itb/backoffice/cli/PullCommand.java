package itb.backoffice.cli;

import itb.backoffice.cli.folder.Bench;
import itb.backoffice.cli.folder.FolderPlan;
import itb.backoffice.cli.folder.Pull;
import itb.backoffice.cli.folder.Target;
import itb.backoffice.cli.folder.Trouble;
import itb.backoffice.platform.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the chain into a folder, one file for each resource, or brings such a folder up to date. */
@Command(
        name = "pull",
        mixinStandardHelpOptions = true,
        resourceBundle = "itb.backoffice.text.cli",
        description = "${bundle:cli.folder.pull}",
        sortOptions = false)
public final class PullCommand extends FolderCommand {
    @Option(names = "--to", paramLabel = "DIR", required = true, description = "${bundle:cli.folder.to}")
    private Path to = Path.of(".");

    @Option(names = "--prefer", paramLabel = "mine|theirs", description = "${bundle:cli.folder.prefer}")
    private Pull.@Nullable Prefer prefer;

    /** Speaks the language of {@code messages}. */
    public PullCommand(Messages messages) {
        super(messages);
    }

    @Override
    Path folder() {
        return to;
    }

    @Override
    void check(Target target) throws Trouble {
        if (Files.exists(to) && !Files.isDirectory(to)) {
            throw new Trouble("noFolder", to);
        }
    }

    @Override
    int run(Target target, Bench bench) throws Trouble, IOException {
        Pull.Pulled pulled = Pull.run(bench, to, target.base(), prefer);
        out().println(messages.get("cli.folder.pulled", pulled.all(), pulled.written(), pulled.removed(), to));
        if (pulled.merged() > 0) {
            out().println(messages.get("cli.folder.pulledMerged", pulled.merged()));
        }
        if (pulled.clashes().isEmpty()) {
            return FolderPlan.NOTHING;
        }
        new PlanPrinter(out(), messages).conflicts(pulled.clashes());
        out().println(messages.get("cli.folder.decide"));
        return FolderPlan.CONFLICTS;
    }
}
