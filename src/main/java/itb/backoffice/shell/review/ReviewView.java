package itb.backoffice.shell.review;

import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.review.ReviewFrame.Stage;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.Standing;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

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
    private final PlanSearch search;
    private final Sending sending;
    private final Planning planning;
    private List<String> references = List.of();
    private List<String> notYet = List.of();
    private UploadPlan plan = new UploadPlan(List.of(), "");
    private Stage stage = Stage.LOADING;

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
        search = new PlanSearch(texts);
        sending = new Sending(texts, background, desk, frame, cards);
        planning = new Planning(texts, background, desk, frame);
        new PlanPaper(texts, background, frame, () -> PlanSheet.of(desk.connection(), plan, host));
        frame.back.setOnAction(event -> close());
        frame.close.setOnAction(event -> host.close());
        frame.upload.setOnAction(event -> ask());
        frame.notYet.setOnAction(event -> stage(Stage.PLAN));
        frame.sure.setOnAction(event -> ifFresh(this::upload));
        frame.again.setOnAction(event -> again());
        frame.search.textProperty().addListener((value, old, now) -> list());
        frame.onEnd(cards::more);
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
        frame.connection(desk.connection());
        frame.notice("");
        frame.stale(false);
        frame.search.clear();
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
        plan = made.leaveOut(plan.lines().stream()
                .filter(PlanLine::leftOut)
                .map(PlanLine::reference)
                .toList());
        search.clear();
        stage(Stage.PLAN);
        list();
    }

    private void close() {
        planning.giveUp();
        // An answer that is still awaited finds nothing to act on.
        stage = Stage.LOADING;
        host.close();
    }

    /** Lists what the search finds; an upload goes with all of it all the same. */
    private void list() {
        String typed = frame.search.getText();
        List<PlanLine> found = search.find(typed, plan.lines());
        frame.found.setText(
                typed.isBlank()
                        ? ""
                        : texts.get(
                                "shell.review.found", found.size(), plan.lines().size()));
        cards.show(found, typed.isBlank() ? frame::empty : frame::notFound);
        if (stage == Stage.PLAN) {
            update();
        }
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
        Map<String, PlanLine> lines = new HashMap<>();
        plan.lines().forEach(line -> lines.put(line.reference(), line));
        Standing standing = plan.standing();
        cards.paint(card -> {
            PlanLine line = lines.get(card.line().reference());
            if (line != null) {
                card.plan(line, standing);
            }
        });
        frame.going(standing.count(), lines.size(), desk.connection());
    }

    private void stage(Stage now) {
        stage = now;
        frame.stage(now);
        frame.upload.setDisable(now != Stage.PLAN || plan.standing().count() == 0);
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

    @Override
    public List<Touched> touched(String reference) {
        return host.touched(reference);
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
        stage(Stage.DONE);
        Map<String, UploadOutcome> ends = new HashMap<>();
        result.lines().forEach(line -> ends.put(line.line().reference(), line.outcome()));
        cards.paint(card -> {
            UploadOutcome end = ends.get(card.line().reference());
            if (end != null) {
                card.ended(end, outcomes);
            }
        });
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
                case LOADING, PLAN, DONE -> close();
            }
        } else if (event.getCode() == KeyCode.F && event.isShortcutDown() && stage == Stage.PLAN) {
            event.consume();
            frame.search.requestFocus();
        }
    }
}
