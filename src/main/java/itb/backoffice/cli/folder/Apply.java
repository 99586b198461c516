package itb.backoffice.cli.folder;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends what a folder wants, and brings the folder up to date with what the server made of it. */
public final class Apply {
    private final Bench bench;
    private final FolderPlan plan;
    private final Path folder;

    /** Sends {@code plan}, which was made from {@code folder}. */
    public Apply(Bench bench, FolderPlan plan, Path folder) {
        this.bench = bench;
        this.plan = plan;
        this.folder = folder;
    }

    /** Refuses where a saved plan is no longer what would happen; returns whether it was the server that moved on. */
    public boolean serverMovedOn(Path saved) throws Trouble, IOException {
        return switch (SavedPlan.drift(saved, plan)) {
            case NONE -> false;
            case SERVER -> true;
            case FOLDER -> throw new Trouble("folderMovedOn", saved);
        };
    }

    /** Whether the folder can be written: what could not be written down afterwards had better not be sent. */
    public boolean writable() throws Trouble {
        try {
            FolderPlan.base(plan.target(), folder).write(folder);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends everything. */
    public UploadResult send() {
        return bench.office()
                .upload(plan.plan(), bench.capabilities(), plan.target().who());
    }

    /** Whatever the server took is in the folder when this returns, the rest is as it was. */
    public void renew(UploadResult result) throws Trouble, IOException {
        BaseFile base = FolderPlan.base(plan.target(), folder);
        Map<String, ResourceFile> files = new ChainFolder(folder).read(base.folder());
        Map<String, String> renamed = new TreeMap<>();
        for (UploadResult.LineResult line : result.lines()) {
            String reference = line.line().reference();
            String id = taken(line);
            if (id != null) {
                base.entries().remove(reference);
                StoredResource there =
                        bench.server(line.line().draft().type() + "/" + id).orElse(null);
                if (there != null) {
                    base.entries()
                            .put(there.reference(), new BaseFile.Entry(there.version(), Layout.line(there.json())));
                    keep(Objects.requireNonNull(files.get(reference)), there);
                    if (!there.reference().equals(reference)) {
                        renamed.put(reference, there.reference());
                    }
                }
            }
        }
        base.write(folder);
        rename(files, result, renamed);
    }

    /** The id under which the server has what was sent; null where it does not have it. */
    private static @Nullable String taken(UploadResult.LineResult line) {
        return switch (line.outcome()) {
            case UploadOutcome.Accepted accepted -> accepted.id();
            case UploadOutcome.LostRace lost -> line.line().draft().id();
            default -> null;
        };
    }

    /** A file that was made by hand stays where it is, unless the server gave the resource another id. */
    private void keep(ResourceFile file, StoredResource there) throws IOException {
        if (there.id().equals(file.id())) {
            ChainFolder.write(file.path(), there.json());
        } else {
            ChainFolder.write(new ChainFolder(folder).place(there.type(), there.id()), there.json());
            Files.deleteIfExists(file.path());
        }
    }

    /** What did not go refers to new resources by the ids that the server gave them. */
    private static void rename(Map<String, ResourceFile> files, UploadResult result, Map<String, String> renamed)
            throws IOException {
        for (UploadResult.LineResult line : result.lines()) {
            ResourceFile file = files.get(line.line().reference());
            if (file == null || taken(line) != null) {
                continue;
            }
            String text = file.json();
            for (var one : renamed.entrySet()) {
                text = text.replace("\"" + one.getKey() + "\"", "\"" + one.getValue() + "\"");
            }
            if (!text.equals(file.json())) {
                ChainFolder.replace(file.path(), text);
            }
        }
    }
}
