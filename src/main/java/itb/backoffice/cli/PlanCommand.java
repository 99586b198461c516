package itb.backoffice.cli;

import itb.backoffice.cli.folder.Bench;
import itb.backoffice.cli.folder.FolderPlan;
import itb.backoffice.cli.folder.SavedPlan;
import itb.backoffice.cli.folder.Target;
import itb.backoffice.cli.folder.Trouble;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what applying a folder would do, and sends nothing. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        resourceBundle = "itb.backoffice.text.cli",
        description = "${bundle:cli.folder.plan}",
        sortOptions = false)
public final class PlanCommand extends FolderCommand {
    /** How a plan is written. */
    public enum Format {
        TEXT,
        JSON
    }

    @Option(names = "--from", paramLabel = "DIR", required = true, description = "${bundle:cli.folder.from}")
    private Path from = Path.of(".");

    @Option(names = "--format", paramLabel = "text|json", description = "${bundle:cli.folder.format}")
    private Format format = Format.TEXT;

    @Option(names = "--out", paramLabel = "FILE", description = "${bundle:cli.folder.out}")
    private @Nullable Path saved;

    /** Speaks the language of {@code messages}. */
    public PlanCommand(Messages messages) {
        super(messages);
    }

    @Override
    Path folder() {
        return from;
    }

    @Override
    void check(Target target) throws Trouble, IOException {
        FolderPlan.check(target, from);
        if (saved != null
                && saved.toAbsolutePath()
                        .normalize()
                        .startsWith(from.toAbsolutePath().normalize())) {
            throw new Trouble("planInside", saved, from);
        }
    }

    @Override
    int run(Target target, Bench bench) throws Trouble, IOException {
        FolderPlan plan = FolderPlan.of(target, bench, from);
        String json = Json.pretty(SavedPlan.json(plan, Instant.now()));
        if (format == Format.JSON) {
            out().println(json);
        } else {
            new PlanPrinter(out(), messages).plan(plan);
        }
        if (saved != null) {
            Files.writeString(saved, json + "\n");
        }
        return plan.exit();
    }
}
