package itb.backoffice.shell.review;

import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.review.ReviewFrame.Stage;
import itb.backoffice.upload.OutcomeWords;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.Upload;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadResult;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The review of a plan, its upload and how it went. Nothing leaves before the user has seen all of it. */
public final class ReviewView {
    private final Messages texts;
    private final Background background;
    private final ReviewDesk desk;
    private final ReviewHost host;
    private final ReviewFrame frame;
    private final PlanList list;
    private final Sending sending;
    private final Planning planning;
    private List<String> references = List.of();
    private @Nullable Ended ended;
    private boolean seen = true;
    private UploadPlan plan = new UploadPlan(List.of(), "");
    private Stage stage = Stage.LOADING;

    /** {@code resolve} is told of the draft ({@code Type/id}) whose conflict the user wants to resolve. */
    public ReviewView(
            Messages texts, Background background, ReviewDesk desk, ReviewHost host, Consumer<String> resolve) {
        this.texts = texts;
        this.background = background;
        this.desk = desk;
        this.host = host;
        frame = new ReviewFrame(texts);
        CardActs acts = new CardActs(host, resolve, this::leaveOut, reference -> reviewAgain(List.of(reference)));
        list = new PlanList(texts, background, frame, acts, this::again);
        sending = new Sending(texts, background, desk, frame);
        planning = new Planning(texts, background, desk, frame);
        new PlanPaper(texts, background, frame, () -> PlanSheet.of(desk.connection(), plan, ended, host));
        frame.back.setOnAction(event -> close());
        frame.close.setOnAction(event -> host.close());
        frame.upload.setOnAction(event -> ask());
        frame.notYet.setOnAction(event -> stage(Stage.PLAN));
        frame.sure.setOnAction(event -> ifFresh(this::upload));
        frame.again.setOnAction(event -> again());
        frame.all.setOnAction(event -> leaveOutShown(!frame.all.isSelected()));
        frame.search.textProperty().addListener((value, old, now) -> list());
        frame.root().addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** The page. */
    public Parent root() {
        return frame.root();
    }

    /** Puts the focus on what comes next. */
    public void focus() {
        switch (stage) {
            case SENDING -> frame.stop.requestFocus();
            case DONE -> frame.close.requestFocus();
            case LOADING, PLAN, CONFIRM -> {
                if (!list.focus()) {
                    frame.back.requestFocus();
                }
            }
        }
    }

    /**
     * Begins the review of these drafts ({@code Type/id}); while an upload runs, or where it ended and nobody saw how, that
     * is shown instead.
     */
    public void show(List<String> drafts) {
        if (stage == Stage.SENDING || !seen) {
            seen = true;
            return;
        }
        references = List.copyOf(drafts);
        ended = null;
        plan = new UploadPlan(List.of(), "");
        frame.connection(desk.connection());
        frame.notice("");
        frame.stale(false);
        frame.search.clear();
        list.waiting();
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
            build(this::focus);
        }
    }

    private void build(Runnable then) {
        planning.plan(
                references,
                made -> {
                    made(made);
                    then.run();
                },
                this::notMade);
    }

    /** A first plan that was stopped leaves nothing to look at; a later one leaves the one before. */
    private void notMade() {
        if (stage == Stage.LOADING) {
            close();
        }
    }

    private void made(UploadPlan made) {
        ended = null;
        plan = made.leaveOut(plan.lines().stream()
                .filter(PlanLine::leftOut)
                .map(PlanLine::reference)
                .toList());
        list.forget();
        stage(Stage.PLAN);
        list();
        going();
    }

    private void close() {
        planning.giveUp();
        // An answer that is still awaited finds nothing to act on.
        stage = Stage.LOADING;
        host.close();
    }

    private void list() {
        list.list(plan, ended, stage == Stage.SENDING);
    }

    private void ifFresh(Runnable then) {
        UploadPlan seen = plan;
        Stage at = stage;
        background.run(() -> desk.stale(seen), stale -> {
            if (plan != seen || stage != at) {
                // What was asked about is no longer on the screen, or under way already.
                return;
            }
            if (stale) {
                build(() -> frame.stale(true));
            } else {
                then.run();
            }
        });
    }

    private void update() {
        list.paint(plan, false);
        going();
    }

    private void going() {
        frame.going(plan.standing().count(), plan.lines().size(), desk.connection());
    }

    private void stage(Stage now) {
        stage = now;
        frame.stage(now);
        frame.upload.setDisable(now != Stage.PLAN || plan.standing().count() == 0);
    }

    private void leaveOut(PlanLine line, boolean out) {
        plan = out ? plan.leaveOut(line.reference()) : plan.takeIn(line.reference());
        stage(Stage.PLAN);
        update();
    }

    private void leaveOutShown(boolean out) {
        List<String> shown = list.shown().stream().map(PlanLine::reference).toList();
        plan = out ? plan.leaveOut(shown) : plan.takeIn(shown);
        stage(Stage.PLAN);
        update();
    }

    private void reviewAgain(List<String> drafts) {
        references = drafts;
        build(frame::toTop);
    }

    private void ask() {
        frame.stale(false);
        Connection to = desk.connection();
        if (to.environment() == Connection.Environment.PRODUCTION) {
            int going = plan.standing().count();
            frame.confirmText.setText(texts.get("shell.review.confirm", going, to.name()));
            frame.sure.setText(texts.get("shell.review.sure", going, to.name()));
            stage(Stage.CONFIRM);
            frame.askFor(to.name());
        } else {
            ifFresh(this::upload);
        }
    }

    private void upload() {
        planning.giveUp();
        frame.search.clear();
        stage(Stage.SENDING);
        list.paint(plan, true);
        sending.send(plan, this::done, () -> {
            host.changed();
            if (stage == Stage.SENDING) {
                // The program itself failed; what is known lies in the drafts, so the list is made anew.
                stage(Stage.LOADING);
                build(() -> {});
            }
        });
    }

    private void done(UploadResult result) {
        ended = new Ended(plan, result);
        stage(Stage.DONE);
        over();
        frame.toTop();
        seen = frame.root().getScene() != null;
        if (seen) {
            frame.close.requestFocus();
        } else {
            host.ended(new OutcomeWords(texts).summary(result));
        }
        if (result.count(UploadOutcome.Unknown.class) > 0) {
            host.findOut();
        }
    }

    private void over() {
        Ended now = Objects.requireNonNull(ended);
        list();
        frame.over(new OutcomeWords(texts).summary(now.result()), now.left().size());
    }

    /** To be called when it was found out what became of drafts whose answer had been lost. */
    public void settled(List<Upload.Settled> settled) {
        Ended now = ended;
        if (now == null || stage != Stage.DONE) {
            return;
        }
        boolean news = false;
        for (Upload.Settled one : settled) {
            news |= now.found(one.draft().reference(), one.outcome());
        }
        if (news) {
            over();
        }
    }

    /** Reviews again what is not on the server yet; nothing goes without being looked at. */
    private void again() {
        reviewAgain(Objects.requireNonNull(ended).left());
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            switch (stage) {
                case CONFIRM -> stage(Stage.PLAN);
                case SENDING -> {
                    // Esc must not hide an upload that runs; its Stop button ends it.
                }
                case LOADING, PLAN, DONE -> close();
            }
        } else if (event.getCode() == KeyCode.F
                && event.isShortcutDown()
                && (stage == Stage.PLAN || stage == Stage.DONE)) {
            event.consume();
            frame.search.requestFocus();
        }
    }
}
