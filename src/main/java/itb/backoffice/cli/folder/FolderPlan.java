package itb.backoffice.cli.folder;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.platform.Json;
import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.UploadPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a folder would do to its server: the program's own upload plan, and the conflicts that keep something out of it. */
public final class FolderPlan {
    /** Nothing to do. */
    public static final int NOTHING = 0;
    /** Findings, or the server's rules, keep something from going. */
    public static final int BLOCKED = 1;
    /** There is something to send. */
    public static final int CHANGES = 3;
    /** Somebody else changed the same. */
    public static final int CONFLICTS = 4;

    /**
     * Where the folder and the server changed the same.
     *
     * @param mine what the folder does to what it began with, in words; empty where it deletes
     * @param theirs what happened on the server, in words; empty where it was deleted there
     */
    public record Conflict(
            String reference,
            String title,
            @Nullable List<FieldChange> mine,
            @Nullable List<FieldChange> theirs) {}

    private final Target target;
    private final UploadPlan plan;
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Set<String> merged = new TreeSet<>();
    private final Map<String, Side> sides;

    private FolderPlan(Target target, Bench bench, Map<String, Side> sides) {
        this.target = target;
        this.sides = sides;
        List<String> drafts = new ArrayList<>();
        for (Side side : sides.values()) {
            switch (side.difference()) {
                case Side.Difference.None none -> {
                    // Nothing to send.
                }
                case Side.Difference.Clash clash ->
                    conflicts.add(conflict(clash, bench.office().words()));
                case Side.Difference.Edit edit -> {
                    bench.office().drafts().edit(edit.step());
                    drafts.add(side.reference());
                    if (edit.merged()) {
                        merged.add(side.reference());
                    }
                }
            }
        }
        plan = bench.office().plan(drafts, bench.capabilities(), target.strict());
    }

    /** Compares {@code folder} with the server. */
    public static FolderPlan of(Target target, Bench bench, Path folder) throws Trouble, IOException {
        return new FolderPlan(target, bench, bench.sides(new ChainFolder(folder), base(target, folder)));
    }

    /** Refuses a folder that nothing was pulled into, or that came from elsewhere. */
    public static void check(Target target, Path folder) throws Trouble, IOException {
        base(target, folder);
    }

    /** What {@code folder} began with; a folder that nothing was pulled into, or from elsewhere, is a {@link Trouble}. */
    static BaseFile base(Target target, Path folder) throws Trouble, IOException {
        if (!Files.isDirectory(folder)) {
            throw new Trouble("noFolder", folder);
        }
        BaseFile base = BaseFile.read(folder).orElse(null);
        if (base == null) {
            throw new Trouble("notPulled", folder, BaseFile.NAME);
        }
        sameServer(base, folder, target.base());
        return base;
    }

    static void sameServer(BaseFile base, Path folder, String server) throws Trouble {
        if (!base.server().equals(server)) {
            throw new Trouble("otherServer", folder, base.server(), server);
        }
    }

    static Conflict conflict(Side.Difference.Clash clash, ChangeWords words) {
        Side side = clash.side();
        StoredResource there = side.server();
        ResourceFile file = side.file();
        String type = side.reference().substring(0, side.reference().indexOf('/'));
        String id = side.reference().substring(type.length() + 1);
        var base = side.baseResource();
        var theirs = there == null ? null : Json.object(there.json());
        var mine = file == null ? null : file.resource();
        String title = Summaries.of(
                        type, id, Objects.requireNonNullElse(mine, Objects.requireNonNullElse(theirs, base)))
                .title();
        // Where both sides live, only what collides is told: the rest merges.
        Set<String> colliding = new TreeSet<>();
        clash.collisions().forEach(one -> colliding.add(one.path()));
        return new Conflict(
                side.reference(),
                title,
                mine == null ? null : told(words.between(type, base, mine), colliding),
                theirs == null ? null : told(words.between(type, base, theirs), colliding));
    }

    private static List<FieldChange> told(List<FieldChange> changes, Set<String> colliding) {
        return changes.stream()
                .filter(change -> colliding.isEmpty()
                        || colliding.stream()
                                .anyMatch(path -> path.startsWith(change.path())
                                        || change.path().startsWith(path)))
                .toList();
    }

    /** The server it is for. */
    public Target target() {
        return target;
    }

    /** What would be sent. */
    public UploadPlan plan() {
        return plan;
    }

    /** Where somebody must decide first. */
    public List<Conflict> conflicts() {
        return conflicts;
    }

    /** Whether somebody else's edits were merged into this line. */
    public boolean merged(PlanLine line) {
        return merged.contains(line.reference());
    }

    /** The server's name for the version that this line changes; null where there is none. */
    @Nullable
    String version(PlanLine line) {
        Side side = sides.get(line.reference());
        StoredResource there = side == null ? null : side.server();
        return there == null ? null : there.version();
    }

    /** Lines that cannot go, and those that depend on them. */
    public List<PlanLine> stopped() {
        List<PlanLine> going = plan.chosen();
        return plan.lines().stream().filter(line -> !going.contains(line)).toList();
    }

    /** The process's exit code. */
    public int exit() {
        return !conflicts.isEmpty()
                ? CONFLICTS
                : !stopped().isEmpty() ? BLOCKED : plan.lines().isEmpty() ? NOTHING : CHANGES;
    }

    /**
     * What a plan was made from.
     *
     * @param server the fingerprint of what the server had; empty where it had nothing
     * @param file the fingerprint of what the folder had; empty where it had nothing
     */
    public record Seal(String server, String file) {}

    /** For each line what it was made from, so that a saved plan can tell whether it still holds. */
    public Map<String, Seal> seals() {
        Map<String, Seal> seals = new TreeMap<>();
        plan.lines().forEach(line -> seals.put(line.reference(), seal(line.reference())));
        return seals;
    }

    /** What there is now of a resource, whether or not it is in the plan. */
    Seal seal(String reference) {
        Side side = sides.get(reference);
        StoredResource there = side == null ? null : side.server();
        ResourceFile file = side == null ? null : side.file();
        return new Seal(
                there == null ? "" : Layout.hash(Layout.line(there.json())),
                file == null ? "" : Layout.hash(file.line()));
    }
}
