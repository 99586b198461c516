package itb.backoffice.shell.review;

import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Job;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.part.EmptyState;
import itb.backoffice.shell.review.ReviewFrame.Stage;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadResult;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The review of a plan, its upload and how it went. Nothing leaves before the user has seen all of it. */
public final class ReviewView implements LineCard.Listener {
    private final Messages texts;
    private final Background background;
    private final ReviewDesk desk;
    private final ReviewHost host;
    private final Consumer<String> resolve;
    private final ReviewFrame frame;
    private final OutcomeBanner outcomes;
    private final CardList cards;
    private List<String> references = List.of();
    private List<String> notYet = List.of();
    private UploadPlan plan = new UploadPlan(List.of(), "");
    private Stage stage = Stage.LOADING;
    private @Nullable Job sending;

    /** {@code resolve} is told of the draft ({@code Type/id}) whose conflict the user wants to resolve. */
    public ReviewView(
            Messages texts, Background background, ReviewDesk desk, ReviewHost host, Consumer<String> resolve) {
        this.texts = texts;
        this.background = background;
        this.desk = desk;
        this.host = host;
        this.resolve = resolve;
        frame = new ReviewFrame(texts);
        cards = new CardList(frame.lines, texts, new ChangesPane(texts, background), this);
        outcomes = new OutcomeBanner(texts);
        frame.back.setOnAction(event -> host.close());
        frame.close.setOnAction(event -> host.close());
        frame.upload.setOnAction(event -> ask());
        frame.notYet.setOnAction(event -> stage(Stage.PLAN));
        frame.sure.setOnAction(event -> checkedUpload());
        frame.stop.setOnAction(event -> stop());
        frame.again.setOnAction(event -> again());
        frame.root().addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** The page. */
    public Parent root() {
        return frame.root();
    }

    /** Puts the focus on the first line that can be left out. */
    public void focus() {
        if (!cards.focus()) {
            frame.back.requestFocus();
        }
    }

    /** Begins the review of these drafts ({@code Type/id}). */
    public void show(List<String> drafts) {
        references = List.copyOf(drafts);
        plan = new UploadPlan(List.of(), "");
        frame.connection(desk.connection(), texts);
        frame.stale(false);
        cards.show(List.of(), Region::new);
        frame.title.setText(texts.get("shell.review.title"));
        frame.subtitle.setText(texts.get("shell.review.loading"));
        stage(Stage.LOADING);
        build(() -> {
            frame.toTop();
            focus();
        });
    }

    /** To be called when a draft or the local copy changed: a stale plan is made anew, and says so. */
    public void checkStale() {
        if (stage == Stage.PLAN || stage == Stage.CONFIRM) {
            ifFresh(() -> {});
        }
    }

    /** Makes the list anew, for instance after a conflict was resolved; what was left out stays out. */
    public void rebuild() {
        if (stage != Stage.SENDING) {
            build(() -> {});
        }
    }

    private void build(Runnable then) {
        background.latest(this, () -> desk.plan(references), made -> {
            UploadPlan kept = made;
            for (PlanLine line : plan.lines()) {
                kept = line.leftOut() ? kept.leaveOut(line.reference()) : kept;
            }
            plan = kept;
            stage(Stage.PLAN);
            cards.show(plan.lines(), this::empty);
            update();
            then.run();
        });
    }

    private void ifFresh(Runnable then) {
        UploadPlan seen = plan;
        background.run(() -> desk.stale(seen), stale -> {
            if (stale) {
                build(() -> frame.stale(true));
            } else {
                then.run();
            }
        });
    }

    private void update() {
        UploadPlan now = plan;
        cards.paint(card -> now.line(card.line().reference()).ifPresent(line -> card.plan(line, now.missingFor(line))));
        int going = plan.chosen().size();
        int all = plan.lines().size();
        Connection to = desk.connection();
        frame.title.setText(texts.get("shell.review.titleCount", all));
        frame.subtitle.setText(texts.get("shell.review.what"));
        frame.planSummary.setText(going == all ? "" : texts.get("shell.review.part", going, all));
        frame.upload.setText(texts.get("shell.review.upload", going, to.name()));
        frame.upload.setDisable(going == 0);
    }

    private Node empty() {
        return EmptyState.of(
                Feather.CHECK_CIRCLE, texts.get("shell.review.empty"), texts.get("shell.review.empty.how"));
    }

    private void stage(Stage now) {
        stage = now;
        frame.stage(now);
        frame.upload.setDisable(now != Stage.PLAN || plan.chosen().isEmpty());
    }

    @Override
    public void leaveOut(PlanLine line, boolean out) {
        plan = out ? plan.leaveOut(line.reference()) : plan.takeIn(line.reference());
        stage(Stage.PLAN);
        update();
    }

    @Override
    public void open(String reference, @Nullable String path) {
        host.open(reference, path);
    }

    @Override
    public void resolve(String reference) {
        resolve.accept(reference);
    }

    private void ask() {
        frame.stale(false);
        Connection to = desk.connection();
        if (to.environment() == Connection.Environment.PRODUCTION) {
            int going = plan.chosen().size();
            frame.confirmText.setText(texts.get("shell.review.confirm", going, to.name()));
            frame.sure.setText(texts.get("shell.review.sure", going, to.name()));
            stage(Stage.CONFIRM);
            frame.notYet.requestFocus();
        } else {
            checkedUpload();
        }
    }

    private void checkedUpload() {
        ifFresh(this::upload);
    }

    private void upload() {
        UploadPlan sent = plan;
        int all = sent.chosen().size();
        stage(Stage.SENDING);
        frame.stop.setDisable(false);
        sent(sent, 0);
        sending = background.<@Nullable UploadResult>run(
                texts.get("shell.review.uploading", all, desk.connection().name()),
                job -> desk.upload(sent, new Shown(job, done -> sent(sent, done))),
                result -> done(Objects.requireNonNull(result)),
                () -> {
                    sending = null;
                    host.changed();
                    if (stage == Stage.SENDING) {
                        // The program itself failed; what is known lies in the drafts, so the list is made anew.
                        stage(Stage.LOADING);
                        build(() -> {});
                    }
                });
        frame.stop.requestFocus();
    }

    /** Tells the window's job, and this screen on the FX thread. */
    private record Shown(Progress job, IntConsumer over) implements Progress {
        @Override
        public void report(String text, long done, long total) {
            job.report(text, done, total);
            Platform.runLater(() -> over.accept((int) done));
        }

        @Override
        public boolean cancelled() {
            return job.cancelled();
        }
    }

    private void sent(UploadPlan going, int done) {
        if (stage != Stage.SENDING) {
            return;
        }
        List<PlanLine> chosen = going.chosen();
        frame.progress.setProgress((double) done / chosen.size());
        frame.sendText.setText(
                texts.get("shell.review.sendingCount", Math.min(done + 1, chosen.size()), chosen.size()));
        List<String> order = chosen.stream().map(PlanLine::reference).toList();
        cards.paint(card -> {
            int at = order.indexOf(card.line().reference());
            if (at >= 0) {
                card.sending(at < done ? "over" : at == done ? "now" : "waiting");
            }
        });
    }

    private void stop() {
        Job job = sending;
        if (job != null) {
            job.cancel();
            frame.stop.setDisable(true);
            frame.sendText.setText(texts.get("shell.review.stopping"));
        }
    }

    private void done(UploadResult result) {
        stage(Stage.DONE);
        cards.paint(card -> result.lines().stream()
                .filter(line -> line.line().reference().equals(card.line().reference()))
                .findFirst()
                .ifPresent(line -> card.ended(line.outcome(), outcomes)));
        frame.title.setText(texts.get("shell.review.ended"));
        frame.subtitle.setText(texts.get("shell.review.ended.what"));
        frame.doneText.setText(outcomes.summary(result));
        notYet = result.lines().stream()
                .filter(line -> !(line.outcome() instanceof UploadOutcome.Accepted))
                .map(line -> line.line().reference())
                .toList();
        frame.again.setVisible(!notYet.isEmpty());
        frame.again.setManaged(!notYet.isEmpty());
        frame.again.setText(texts.get("shell.review.again", notYet.size()));
        frame.toTop();
        frame.close.requestFocus();
        if (result.count(UploadOutcome.Unknown.class) > 0) {
            host.findOut();
        }
    }

    /** Reviews again what is not on the server yet; nothing goes without being looked at. */
    private void again() {
        references = notYet;
        build(frame::toTop);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            switch (stage) {
                case CONFIRM -> stage(Stage.PLAN);
                case SENDING -> {
                    // Esc must not hide an upload that runs; its Stop button ends it.
                }
                case LOADING, PLAN, DONE -> host.close();
            }
        }
    }
}
