package itb.backoffice.shell.review;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.Job;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadResult;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** One plan on its way to the server: how far it is, on the screen, and the way to stop it. */
final class Sending {
    private final Messages texts;
    private final Background background;
    private final ReviewDesk desk;
    private final ReviewFrame frame;
    private @Nullable Job job;
    private int lastShown;

    Sending(Messages texts, Background background, ReviewDesk desk, ReviewFrame frame) {
        this.texts = texts;
        this.background = background;
        this.desk = desk;
        this.frame = frame;
        frame.stop.setOnAction(event -> stop());
    }

    /** Sends {@code plan}; {@code over} runs when it ended in whatever way, after {@code done}. */
    void send(UploadPlan plan, Consumer<UploadResult> done, Runnable over) {
        int all = plan.chosen().size();
        frame.stop.setDisable(false);
        shown(0, all);
        job = background.<@Nullable UploadResult>run(
                texts.get("shell.review.uploading", all, desk.connection().name()),
                now -> desk.upload(plan, new Shown(now, at -> shown(at, all), time -> waits(time, all))),
                result -> {
                    job = null;
                    done.accept(Objects.requireNonNull(result));
                },
                () -> {
                    job = null;
                    over.run();
                });
        frame.stop.requestFocus();
    }

    /** Tells the window's job, and this screen on the FX thread. */
    record Shown(Progress job, IntConsumer over, Consumer<Duration> waits) implements Progress {
        Shown(Progress job, IntConsumer over) {
            this(job, over, time -> {});
        }

        @Override
        public void report(String text, long done, long total) {
            job.report(text, done, total);
            Platform.runLater(() -> over.accept((int) done));
        }

        @Override
        public boolean cancelled() {
            return job.cancelled();
        }

        @Override
        public void waits(@Nullable Duration time) {
            job.waits(time);
            Platform.runLater(() -> waits.accept(time == null ? Duration.ZERO : time));
        }
    }

    /** Says that nothing moves for {@code time}, and why; zero when it goes on. */
    private void waits(Duration time, int all) {
        Job now = job;
        if (now == null || now.cancelled()) {
            return;
        }
        if (time.isZero()) {
            shown(lastShown, all);
        } else {
            frame.sendText.setText(texts.get("shell.status.waiting", Math.max(1, time.toSeconds())));
        }
    }

    /** Several are on their way at a time, in no order that would tell anybody anything: only their number is shown. */
    private void shown(int answered, int all) {
        Job now = job;
        if ((now == null && answered > 0) || (now != null && now.cancelled())) {
            return;
        }
        lastShown = answered;
        frame.progress.setProgress((double) answered / all);
        frame.sendText.setText(texts.get("shell.review.sendingCount", answered, all));
    }

    private void stop() {
        Job now = job;
        if (now != null) {
            now.cancel();
            frame.stop.setDisable(true);
            frame.sendText.setText(texts.get("shell.review.stopping"));
        }
    }
}
