package itb.backoffice.cli.folder;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.Choice;
import itb.backoffice.draft.Collision;
import itb.backoffice.draft.Merge;
import itb.backoffice.platform.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings a folder up to date with the server. An edit made in the folder stays: it is merged with what changed on the
 * server, and where both changed the same, the file is left alone until somebody decides.
 */
public final class Pull {
    /** Who wins where both changed the same. */
    public enum Prefer {
        MINE,
        THEIRS
    }

    /**
     * What it did.
     *
     * @param all resources in the folder now
     * @param written files that are new or different
     * @param removed files of resources that are no longer on the server
     * @param merged written files that keep an edit of the folder
     * @param clashes where somebody must decide
     */
    public record Pulled(int all, int written, int removed, int merged, List<FolderPlan.Conflict> clashes) {}

    private final Bench bench;
    private final ChainFolder folder;
    private final @Nullable Prefer prefer;
    private int written;
    private int removed;
    private int merged;

    private Pull(Bench bench, ChainFolder folder, @Nullable Prefer prefer) {
        this.bench = bench;
        this.folder = folder;
        this.prefer = prefer;
    }

    /** Pulls into {@code folder}, which may be new; refuses a folder that belongs to another server. */
    public static Pulled run(Bench bench, Path folder, String server, @Nullable Prefer prefer)
            throws Trouble, IOException {
        BaseFile base = BaseFile.read(folder).orElse(null);
        if (base == null) {
            Files.createDirectories(folder);
            base = BaseFile.fresh(server);
        }
        FolderPlan.sameServer(base, folder, server);
        return new Pull(bench, new ChainFolder(folder), prefer).all(base);
    }

    private Pulled all(BaseFile base) throws Trouble, IOException {
        List<FolderPlan.Conflict> clashes = new ArrayList<>();
        for (Side side : bench.sides(folder, base).values()) {
            switch (side.difference()) {
                case Side.Difference.Clash clash -> {
                    if (prefer == null) {
                        clashes.add(FolderPlan.conflict(clash, bench.office().words()));
                    } else {
                        settle(base, clash, prefer);
                    }
                }
                case Side.Difference.Edit edit -> keep(base, side, edit);
                case Side.Difference.None none -> follow(base, side);
            }
        }
        base.write(folder.path());
        return new Pulled(base.entries().size(), written, removed, merged, clashes);
    }

    /** The folder wants nothing else than what the server has: it gets that. */
    private void follow(BaseFile base, Side side) throws IOException {
        StoredResource theirs = side.server();
        ResourceFile file = side.file();
        if (theirs != null) {
            begin(base, theirs);
            write(file == null ? folder.place(theirs.type(), theirs.id()) : file.path(), theirs.json());
        } else {
            base.entries().remove(side.reference());
            if (file != null) {
                Files.delete(file.path());
                removed++;
            }
        }
    }

    /** The folder has an edit that stays one. */
    private void keep(BaseFile base, Side side, Side.Difference.Edit edit) throws IOException {
        StoredResource theirs = side.server();
        ResourceFile file = side.file();
        if (theirs != null) {
            begin(base, theirs);
        }
        if (file != null && edit.merged()) {
            write(file.path(), edit.step().json());
            merged++;
        }
    }

    private void settle(BaseFile base, Side.Difference.Clash clash, Prefer winner) throws IOException {
        Side side = clash.side();
        StoredResource theirs = side.server();
        ResourceFile file = side.file();
        if (winner == Prefer.THEIRS) {
            follow(base, side);
            return;
        }
        if (theirs == null) {
            base.entries().remove(side.reference());
            return;
        }
        if (file != null) {
            Merge merge = side.merge();
            Map<String, Choice> choices = new HashMap<>();
            for (Collision collision : merge.collisions()) {
                choices.put(collision.path(), new Choice.Mine());
            }
            write(file.path(), Json.write(merge.resolve(choices)));
            merged++;
        }
        begin(base, theirs);
    }

    private static void begin(BaseFile base, StoredResource theirs) {
        base.entries().put(theirs.reference(), new BaseFile.Entry(theirs.version(), Layout.line(theirs.json())));
    }

    private void write(Path file, String json) throws IOException {
        boolean same = Files.exists(file) && Files.readString(file).equals(Layout.file(json));
        if (!same) {
            ChainFolder.write(Objects.requireNonNull(file), json);
            written++;
        }
    }
}
