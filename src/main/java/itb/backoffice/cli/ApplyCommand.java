package itb.backoffice.cli;

import itb.backoffice.cli.folder.Apply;
import itb.backoffice.cli.folder.Bench;
import itb.backoffice.cli.folder.FolderPlan;
import itb.backoffice.cli.folder.Target;
import itb.backoffice.cli.folder.Trouble;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.OutcomeWords;
import itb.backoffice.upload.ServerIssue;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends what a folder wants, after showing it, and brings the folder up to date. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        resourceBundle = "itb.backoffice.text.cli",
        description = "${bundle:cli.folder.apply}",
        sortOptions = false)
public final class ApplyCommand extends FolderCommand {
    @Option(names = "--from", paramLabel = "DIR", required = true, description = "${bundle:cli.folder.from}")
    private Path from = Path.of(".");

    @Option(names = "--plan", paramLabel = "FILE", description = "${bundle:cli.folder.saved}")
    private @Nullable Path saved;

    @Option(names = "--yes", description = "${bundle:cli.folder.yes}")
    private boolean yes;

    /** Speaks the language of {@code messages}. */
    public ApplyCommand(Messages messages) {
        super(messages);
    }

    @Override
    Path folder() {
        return from;
    }

    @Override
    void check(Target target) throws Trouble, IOException {
        FolderPlan.check(target, from);
    }

    @Override
    int run(Target target, Bench bench) throws Trouble, IOException {
        FolderPlan plan = FolderPlan.of(target, bench, from);
        Apply apply = new Apply(bench, plan, from);
        if (saved != null && apply.serverMovedOn(saved)) {
            err().println(messages.get("cli.folder.serverMovedOn", saved));
            return FolderPlan.CONFLICTS;
        }
        new PlanPrinter(out(), messages).plan(plan);
        if (plan.exit() != FolderPlan.CHANGES) {
            if (plan.exit() != FolderPlan.NOTHING) {
                err().println(messages.get("cli.folder.nothingSent"));
            }
            return plan.exit();
        }
        if (!yes && !sure(target, plan)) {
            return refuse(messages.get("cli.folder.notSure"));
        }
        if (!apply.writable()) {
            return refuse(messages.get("cli.folder.notWritable", from));
        }
        UploadResult result = apply.send();
        int exit = tell(result);
        try {
            apply.renew(result);
        } catch (IOException e) {
            return refuse(messages.get("cli.folder.notRenewed", from));
        }
        return exit;
    }

    /** Asks; production wants its name typed, and no answer is no. */
    private boolean sure(Target target, FolderPlan plan) throws IOException {
        String name = target.connection().name();
        boolean production = target.connection().environment() == Environment.PRODUCTION;
        String word = production ? name : messages.get("cli.folder.yesWord");
        int count = plan.plan().chosen().size();
        out().println(messages.get(production ? "cli.folder.askProduction" : "cli.folder.ask", count, name, word));
        out().flush();
        String said = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return said != null && said.strip().equalsIgnoreCase(word);
    }

    private int tell(UploadResult result) {
        OutcomeWords words = new OutcomeWords(messages);
        int exit = FolderPlan.NOTHING;
        for (UploadResult.LineResult line : result.lines()) {
            String said = words.sentence(line) + " " + words.next(line.outcome());
            out().println(said.strip());
            switch (line.outcome()) {
                case UploadOutcome.Accepted accepted -> {
                    // As it should be.
                }
                case UploadOutcome.Rejected rejected -> {
                    rejected.issues().stream()
                            .filter(ServerIssue::said)
                            .forEach(issue -> out().println("  " + issue.text()));
                    exit = Math.max(exit, FolderPlan.BLOCKED);
                }
                case UploadOutcome.Duplicate duplicate -> exit = Math.max(exit, FolderPlan.BLOCKED);
                case UploadOutcome.LostRace lost -> exit = FolderPlan.CONFLICTS;
                case UploadOutcome.Conflict conflict -> exit = FolderPlan.CONFLICTS;
                case UploadOutcome.NeedsReview review -> exit = FolderPlan.CONFLICTS;
                case UploadOutcome.NotReached stopped -> exit = Math.max(exit, Cli.COULD_NOT_RUN);
                case UploadOutcome.Unknown unknown -> exit = Math.max(exit, Cli.COULD_NOT_RUN);
            }
        }
        out().println(words.summary(result));
        return exit;
    }
}
