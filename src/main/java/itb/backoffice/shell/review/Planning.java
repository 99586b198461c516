package itb.backoffice.shell.review;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.Job;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.UploadPlan;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A plan that is being made: how far it is, on the screen and among the window's jobs; only the latest counts. */
final class Planning {
    private final Messages texts;
    private final Background background;
    private final ReviewDesk desk;
    private final ReviewFrame frame;
    private @Nullable Job now;
    private int newest;

    Planning(Messages texts, Background background, ReviewDesk desk, ReviewFrame frame) {
        this.texts = texts;
        this.background = background;
        this.desk = desk;
        this.frame = frame;
    }

    /**
     * Plans for these drafts ({@code Type/id}), in place of whatever was being planned; {@code otherwise} runs where the
     * user stopped it, or it failed.
     */
    void plan(List<String> references, Consumer<UploadPlan> then, Runnable otherwise) {
        giveUp();
        frame.looking(0, 0);
        int mine = ++newest;
        now = background.run(
                texts.get("shell.review.planning"),
                job -> desk.plan(references, new Sending.Shown(job, done -> {
                    if (newest == mine) {
                        frame.looking(done, references.size());
                    }
                })),
                made -> {
                    if (newest == mine) {
                        newest++;
                        then.accept(made);
                    }
                },
                () -> {
                    if (newest == mine) {
                        frame.looking(0, 0);
                        otherwise.run();
                    }
                });
    }

    /** Stops what is being planned; it counts for nothing. */
    void giveUp() {
        newest++;
        Job before = now;
        if (before != null) {
            now = null;
            before.cancel();
        }
    }
}
