package itb.backoffice.shell.review;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.Job;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final CardList cards;
    private @Nullable Job job;
    private int over;

    Sending(Messages texts, Background background, ReviewDesk desk, ReviewFrame frame, CardList cards) {
        this.texts = texts;
        this.background = background;
        this.desk = desk;
        this.frame = frame;
        this.cards = cards;
        frame.stop.setOnAction(event -> stop());
    }

    /** Sends {@code plan}; {@code over} runs when it ended in whatever way, after {@code done}. */
    void send(UploadPlan plan, Consumer<UploadResult> done, Runnable over) {
        List<PlanLine> chosen = plan.chosen();
        Map<String, Integer> order = new HashMap<>();
        chosen.forEach(line -> order.put(line.reference(), order.size()));
        frame.stop.setDisable(false);
        shown(order, 0);
        job = background.<@Nullable UploadResult>run(
                texts.get(
                        "shell.review.uploading",
                        chosen.size(),
                        desk.connection().name()),
                now -> desk.upload(plan, new Shown(now, at -> shown(order, at), time -> waits(order, time))),
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
        public void pause(Duration time) {
            Platform.runLater(() -> waits.accept(time));
            job.pause(time);
            Platform.runLater(() -> waits.accept(Duration.ZERO));
        }
    }

    /** Says that nothing moves for {@code time}, and why; zero when it goes on. */
    private void waits(Map<String, Integer> order, Duration time) {
        Job now = job;
        if (now == null || now.cancelled()) {
            return;
        }
        if (time.isZero()) {
            shown(order, over);
        } else {
            frame.sendText.setText(texts.get("shell.status.waiting", Math.max(1, time.toSeconds())));
        }
    }

    private void shown(Map<String, Integer> order, int done) {
        Job now = job;
        if ((now == null && done > 0) || (now != null && now.cancelled())) {
            return;
        }
        over = done;
        frame.progress.setProgress((double) done / order.size());
        frame.sendText.setText(texts.get("shell.review.sendingCount", Math.min(done + 1, order.size()), order.size()));
        cards.paint(card -> {
            Integer at = order.get(card.line().reference());
            if (at != null) {
                card.sending(at < done ? "over" : at == done ? "now" : "waiting");
            }
        });
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
