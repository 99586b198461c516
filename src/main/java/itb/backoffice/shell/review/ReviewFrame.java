package itb.backoffice.shell.review;

import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.EmptyState;
import itb.backoffice.shell.part.EnvironmentMark;
import itb.backoffice.shell.part.Fxml;
import itb.backoffice.shell.part.Screen;
import itb.backoffice.shell.part.SearchField;
import itb.backoffice.upload.PlanLine;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The fixed frame of the review: head, list, and a foot for each stage. It holds no logic. */
final class ReviewFrame {
    /** Where a review stands; each has its own foot. */
    enum Stage {
        LOADING,
        PLAN,
        CONFIRM,
        SENDING,
        DONE
    }

    private static final double NEAR_THE_END = 0.85;
    private static final int FEW = 20;

    final SearchField search;
    /** Takes in, or leaves out, all that the list shows. */
    final CheckBox all = new CheckBox();

    private final Messages texts;
    private final Parent root;
    private String wanted = "";

    @FXML
    Label title;

    @FXML
    Label subtitle;

    @FXML
    private HBox mark;

    @FXML
    private HBox tools;

    @FXML
    Label found;

    @FXML
    Button print;

    @FXML
    Button save;

    @FXML
    private Label stale;

    @FXML
    private Label notice;

    @FXML
    private ScrollPane scroll;

    @FXML
    VBox lines;

    @FXML
    private HBox planFoot;

    @FXML
    Label planSummary;

    @FXML
    Button back;

    @FXML
    Button upload;

    @FXML
    private HBox lookingFoot;

    @FXML
    private Label lookingText;

    @FXML
    private ProgressBar looking;

    @FXML
    private HBox confirmFoot;

    @FXML
    private HBox confirmBar;

    @FXML
    Label confirmText;

    @FXML
    private TextField confirmName;

    @FXML
    Button notYet;

    @FXML
    Button sure;

    @FXML
    private HBox sendFoot;

    @FXML
    Label sendText;

    @FXML
    ProgressBar progress;

    @FXML
    Button stop;

    @FXML
    private HBox doneFoot;

    @FXML
    Label doneText;

    @FXML
    Button again;

    @FXML
    Button close;

    ReviewFrame(Messages texts) {
        this.texts = texts;
        search = new SearchField("reviewSearch", texts.get("shell.review.search"));
        search.setPrefColumnCount(26);
        root = Fxml.load(this, "review.fxml", texts);
        tools.getChildren().addAll(0, List.of(search, all));
        all.setId("reviewAll");
        all.setMinWidth(Region.USE_PREF_SIZE);
        Screen.dress(root);
        stale(false);
        stage(Stage.LOADING);
        notice("");
        sure.disableProperty().bind(Bindings.createBooleanBinding(this::nameIsOther, confirmName.textProperty()));
        confirmName.setOnAction(event -> sure.fire());
        List.of(print, save, back, upload, notYet, sure, stop, again, close)
                .forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
    }

    Parent root() {
        return root;
    }

    void connection(Connection connection) {
        mark.getChildren().setAll(EnvironmentMark.of(connection.name(), connection.environment(), texts));
        confirmBar.getChildren().setAll(EnvironmentMark.bar(connection.environment()));
        mark.setMinWidth(Region.USE_PREF_SIZE);
    }

    void stage(Stage stage) {
        place(tools, stage != Stage.LOADING);
        tools.setDisable(stage == Stage.SENDING);
        place(planFoot, stage == Stage.PLAN || stage == Stage.LOADING);
        place(confirmFoot, stage == Stage.CONFIRM);
        place(sendFoot, stage == Stage.SENDING);
        place(doneFoot, stage == Stage.DONE);
        place(upload, stage != Stage.LOADING);
        all.setDisable(stage != Stage.PLAN);
        looking(0, 0);
    }

    /** Tells how an upload ended; {@code left} lines are drafts still, or again. */
    void over(String summary, int left) {
        place(all, false);
        title.setText(texts.get("shell.review.ended"));
        subtitle.setText(texts.get("shell.review.ended.what"));
        doneText.setText(summary);
        place(again, left > 0);
        again.setText(texts.get("shell.review.again", left));
    }

    /** In place of the lines while they are put together. */
    Node waiting() {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setMaxSize(40, 40);
        VBox waiting = new VBox(wheel);
        waiting.setAlignment(Pos.CENTER);
        waiting.getStyleClass().add("empty-state");
        waiting.setAccessibleText(texts.get("shell.review.loading"));
        return waiting;
    }

    /** In place of the lines of a plan without any. */
    Node empty() {
        return EmptyState.of(
                Feather.CHECK_CIRCLE, texts.get("shell.review.empty"), texts.get("shell.review.empty.how"));
    }

    /** In place of the lines where the search finds none. */
    Node notFound() {
        return EmptyState.of(
                Feather.SEARCH, texts.get("shell.review.notFound"), texts.get("shell.review.notFound.how"));
    }

    /** Tells whether all of {@code shown} go, some or none; nothing where there is nothing to choose. */
    void choosing(List<PlanLine> shown, boolean searched) {
        List<PlanLine> free =
                shown.stream().filter(line -> line.obstacle() == null).toList();
        long in = free.stream().filter(line -> !line.leftOut()).count();
        place(all, free.size() > 1);
        all.setText(texts.get(searched ? "shell.review.all.found" : "shell.review.all", free.size()));
        all.setSelected(in == free.size());
        all.setIndeterminate(in > 0 && in < free.size());
    }

    /** Tells how much of the plan goes, and where. */
    void going(int going, int all, Connection to) {
        title.setText(texts.get("shell.review.titleCount", all));
        subtitle.setText(texts.get("shell.review.what") + " " + texts.get("shell.review.where", PlanSheet.address(to)));
        planSummary.setText(going == all ? "" : texts.get("shell.review.part", going, all));
        upload.setText(texts.get("shell.review.upload", going, to.name()));
        upload.setDisable(going == 0);
    }

    /** Tells how many drafts are looked through; nothing of a list that is there at once. */
    void looking(int done, int all) {
        boolean shown = done > 0 && done < all && all > FEW;
        place(lookingFoot, shown);
        if (shown) {
            looking.setProgress((double) done / all);
            lookingText.setText(texts.get("shell.review.looking", done, all));
        }
    }

    /** Asks for the server's name, which is typed before anything goes there. */
    void askFor(String name) {
        wanted = name;
        confirmName.clear();
        confirmName.setPromptText(name);
        confirmName.setAccessibleText(texts.get("shell.review.typeName", name));
        confirmName.requestFocus();
    }

    private boolean nameIsOther() {
        return wanted.isBlank() || !confirmName.getText().strip().equalsIgnoreCase(wanted.strip());
    }

    void stale(boolean shown) {
        place(stale, shown);
    }

    /** Says something about the list; nothing where {@code words} are empty. */
    void notice(String words) {
        notice.setText(words);
        place(notice, !words.isEmpty());
    }

    void toTop() {
        scroll.setVvalue(0);
    }

    /** Runs {@code more} whenever one scrolls near the end of the list. */
    void onEnd(Runnable more) {
        scroll.vvalueProperty().addListener((value, old, now) -> {
            if (now.doubleValue() > NEAR_THE_END && now.doubleValue() > old.doubleValue()) {
                more.run();
            }
        });
    }

    private static void place(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
