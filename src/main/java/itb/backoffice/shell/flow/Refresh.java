package itb.backoffice.shell.flow;

import itb.backoffice.catalogue.Download;
import itb.backoffice.catalogue.DownloadOutcome;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Job;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.Upload;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Fetches what changed on the server, after finding out what became of drafts whose answer had been lost. */
public final class Refresh {
    private final Download download;
    private final Upload upload;
    private final KnownCapabilities capabilities;
    private final Background background;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<@Nullable Job> running = new ReadOnlyObjectWrapper<>();
    private Consumer<List<Upload.Settled>> onSettled = settled -> {};
    private boolean onceMore;

    /** Fetches with {@code download}; settles with {@code upload}. */
    public Refresh(
            Download download,
            Upload upload,
            KnownCapabilities capabilities,
            Background background,
            Messages messages) {
        this.download = download;
        this.upload = upload;
        this.capabilities = capabilities;
        this.background = background;
        this.messages = messages;
    }

    /** Where it runs, it may have begun too early to see what just happened: then it starts again when it is over. */
    public void onceMore() {
        onceMore = running.get() != null;
    }

    private record Done(List<Upload.Settled> settled, DownloadOutcome download) {}

    /** {@code listener} is told what became of drafts whose answer had been lost. */
    public void onSettled(Consumer<List<Upload.Settled>> listener) {
        onSettled = listener;
    }

    /** The download that is under way, or null. */
    public ReadOnlyObjectProperty<@Nullable Job> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Starts, unless it is running; tells {@code then} how it ended, and {@code always} that it did. */
    public void start(Consumer<DownloadOutcome> then, Runnable always) {
        if (running.get() != null) {
            return;
        }
        running.set(background.run(
                messages.get("shell.refresh.title"),
                progress -> {
                    List<Upload.Settled> settled = capabilities.ask() instanceof Answer.Ok<Capabilities> ok
                            ? upload.settle(ok.value(), progress)
                            : List.of();
                    return new Done(settled, download.run(progress));
                },
                done -> {
                    if (!done.settled().isEmpty()) {
                        onSettled.accept(done.settled());
                    }
                    then.accept(done.download());
                },
                () -> {
                    running.set(null);
                    if (onceMore) {
                        onceMore = false;
                        start(then, always);
                    } else {
                        always.run();
                    }
                }));
    }
}
