package itb.backoffice.cli.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.validation.Finding;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A plan as JSON: for programs to read, and to be applied later if nothing has moved on by then. */
public final class SavedPlan {
    private SavedPlan() {}

    /** The plan with every line, its changes in words, findings, conflicts, and what it was made from. */
    public static ObjectNode json(FolderPlan plan, Instant now) {
        ObjectNode json = Json.object();
        json.put("format", 1)
                .put("server", plan.target().base())
                .put("connection", plan.target().connection().name())
                .put("environment", word(plan.target().connection().environment()))
                .put("made", now.toString())
                .put("exit", plan.exit());
        List<PlanLine> going = plan.plan().chosen();
        Map<String, FolderPlan.Seal> seals = plan.seals();
        ArrayNode lines = json.putArray("lines");
        for (PlanLine line : plan.plan().lines()) {
            FolderPlan.Seal seal = seals.getOrDefault(line.reference(), new FolderPlan.Seal("", ""));
            ObjectNode one = lines.addObject();
            one.put("resource", line.reference())
                    .put("kind", word(line.draft().kind()))
                    .put("title", line.summary().title())
                    .put("goes", going.contains(line))
                    .put("merged", plan.merged(line))
                    .put("version", plan.version(line))
                    .put(
                            "obstacle",
                            line.obstacle() == null ? null : line.obstacle().words());
            line.after().forEach(one.putArray("after")::add);
            changes(one.putArray("changes"), line.changes());
            findings(one.putArray("findings"), line.findings());
            one.putObject("madeFrom").put("server", seal.server()).put("file", seal.file());
        }
        ArrayNode conflicts = json.putArray("conflicts");
        for (FolderPlan.Conflict conflict : plan.conflicts()) {
            ObjectNode one = conflicts.addObject();
            one.put("resource", conflict.reference()).put("title", conflict.title());
            side(one, "mine", conflict.mine());
            side(one, "theirs", conflict.theirs());
        }
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void side(ObjectNode of, String name, @Nullable List<FieldChange> changes) {
        of.put(name, changes == null ? "deleted" : "changed");
        if (changes != null) {
            changes(of.putArray(name + "Changes"), changes);
        }
    }

    private static void changes(ArrayNode into, List<FieldChange> changes) {
        for (FieldChange change : changes) {
            into.addObject()
                    .put("field", change.label())
                    .put("path", change.path())
                    .put("before", change.before().plain())
                    .put("after", change.after().plain());
        }
    }

    private static void findings(ArrayNode into, List<Finding> findings) {
        for (Finding finding : findings) {
            into.addObject()
                    .put("severity", word(finding.severity()))
                    .put("origin", word(finding.origin()))
                    .put("path", finding.path())
                    .put("message", finding.message());
        }
    }

    /** Whether {@code file} still says what {@code plan} would do now; a {@link Trouble} says why not. */
    static Drift drift(Path file, FolderPlan plan) throws Trouble, IOException {
        Map<String, FolderPlan.Seal> saved = read(file, plan.target());
        for (var line : saved.entrySet()) {
            FolderPlan.Seal now = plan.seal(line.getKey());
            if (!now.server().equals(line.getValue().server())) {
                return Drift.SERVER;
            }
            if (!now.file().equals(line.getValue().file())) {
                return Drift.FOLDER;
            }
        }
        return saved.keySet().equals(plan.seals().keySet()) ? Drift.NONE : Drift.FOLDER;
    }

    /** What has changed since a plan was saved. */
    enum Drift {
        NONE,
        SERVER,
        FOLDER
    }

    private static Map<String, FolderPlan.Seal> read(Path file, Target target) throws Trouble, IOException {
        if (!Files.isRegularFile(file)) {
            throw new Trouble("noPlan", file);
        }
        try {
            ObjectNode json = Json.object(Files.readString(file));
            if (json.path("format").asInt() != 1 || !json.path("lines").isArray()) {
                throw new Trouble("notPlan", file);
            }
            if (!json.path("server").asText().equals(target.base())) {
                throw new Trouble("otherPlan", file, json.path("server").asText(), target.base());
            }
            Map<String, FolderPlan.Seal> seals = new TreeMap<>();
            for (JsonNode line : json.path("lines")) {
                JsonNode from = line.path("madeFrom");
                seals.put(
                        line.path("resource").asText(),
                        new FolderPlan.Seal(
                                from.path("server").asText(), from.path("file").asText()));
            }
            return seals;
        } catch (Json.NotJson | CharacterCodingException broken) {
            throw new Trouble("notPlan", file);
        }
    }
}
