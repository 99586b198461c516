package itb.backoffice.cli;

import itb.backoffice.cli.folder.FolderPlan;
import itb.backoffice.cli.folder.Target;
import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.Segment;
import itb.backoffice.validation.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a plan to a person on the console. */
final class PlanPrinter {
    private final PrintWriter out;
    private final Messages messages;

    PlanPrinter(PrintWriter out, Messages messages) {
        this.out = out;
        this.messages = messages;
    }

    void plan(FolderPlan plan) {
        Target target = plan.target();
        Connection to = target.connection();
        String where = to.name().equals(target.base()) ? to.name() : to.name() + " (" + target.base() + ")";
        String production = to.environment() == Connection.Environment.PRODUCTION ? "cli.folder.production" : "";
        out.println(messages.get("cli.folder.planFor", where)
                + (production.isEmpty() ? "" : " " + messages.get(production)));
        plan.plan().lines().forEach(line -> line(plan, line));
        conflicts(plan.conflicts());
        out.println();
        out.println(messages.get(
                "cli.folder.summary",
                plan.plan().chosen().size(),
                plan.stopped().size(),
                plan.conflicts().size()));
        if (!plan.conflicts().isEmpty()) {
            out.println(messages.get("cli.folder.decide"));
        }
    }

    private void line(FolderPlan plan, PlanLine line) {
        out.println();
        out.println(line.action() + ": " + line.summary().title() + "  (" + line.reference() + ")");
        if (plan.merged(line)) {
            out.println("    " + messages.get("cli.folder.merged"));
        }
        line.changes().forEach(this::change);
        for (Finding finding : line.findings()) {
            String origin = finding.origin() == Finding.Origin.BEFORE ? " " + messages.get("cli.folder.wasBefore") : "";
            out.println("    " + messages.get("cli.validate.severity." + finding.severity()) + ": " + finding.message()
                    + origin);
        }
        PlanLine.Obstacle obstacle = line.obstacle();
        Optional<PlanLine> missing = plan.plan().missingFor(line);
        if (obstacle != null) {
            out.println("    " + messages.get("cli.folder.stays", obstacle.words()));
        } else if (missing.isPresent()) {
            out.println("    "
                    + messages.get("cli.folder.waits", missing.get().summary().title()));
        }
    }

    /** What both sides did, for each resource that both changed. */
    void conflicts(List<FolderPlan.Conflict> conflicts) {
        for (FolderPlan.Conflict conflict : conflicts) {
            out.println();
            out.println(messages.get("cli.folder.conflict", conflict.title()) + "  (" + conflict.reference() + ")");
            side("cli.folder.mine", conflict.mine());
            side("cli.folder.theirs", conflict.theirs());
        }
    }

    private void side(String key, @Nullable List<FieldChange> changes) {
        out.println("  " + messages.get(key));
        if (changes == null) {
            out.println("    " + messages.get("cli.folder.deleted"));
        } else {
            changes.forEach(this::change);
        }
    }

    private void change(FieldChange change) {
        if (change.segments().isEmpty()) {
            String nothing = messages.get("cli.folder.nothing");
            String before = change.before().plain();
            String after = change.after().plain();
            out.println("    " + change.label() + ": " + indented(before.isEmpty() ? nothing : before) + " → "
                    + indented(after.isEmpty() ? nothing : after));
            return;
        }
        StringBuilder text = new StringBuilder();
        for (Segment segment : change.segments()) {
            text.append(
                    switch (segment.kind()) {
                        case SAME -> segment.text();
                        case REMOVED -> "[-" + segment.text() + "-]";
                        case ADDED -> "{+" + segment.text() + "+}";
                    });
        }
        out.println("    " + change.label() + ": " + indented(text.toString()));
    }

    private static String indented(String text) {
        return text.replace("\n", "\n        ");
    }
}
