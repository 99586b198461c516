package itb.backoffice.shell.review;

import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.EnvironmentMark;
import itb.backoffice.shell.part.Fxml;
import itb.backoffice.shell.part.Screen;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

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

    private final Parent root;

    @FXML
    Label title;

    @FXML
    Label subtitle;

    @FXML
    private HBox mark;

    @FXML
    private Label stale;

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
    private HBox confirmFoot;

    @FXML
    private HBox confirmBar;

    @FXML
    Label confirmText;

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
        root = Fxml.load(this, "review.fxml", texts);
        Screen.dress(root);
        stale(false);
        stage(Stage.LOADING);
        List.of(back, upload, notYet, sure, stop, again, close)
                .forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
    }

    Parent root() {
        return root;
    }

    void connection(Connection connection, Messages texts) {
        mark.getChildren().setAll(EnvironmentMark.of(connection.name(), connection.environment(), texts));
        confirmBar.getChildren().setAll(EnvironmentMark.bar(connection.environment()));
        mark.setMinWidth(Region.USE_PREF_SIZE);
    }

    void stage(Stage stage) {
        place(planFoot, stage == Stage.PLAN || stage == Stage.LOADING);
        place(confirmFoot, stage == Stage.CONFIRM);
        place(sendFoot, stage == Stage.SENDING);
        place(doneFoot, stage == Stage.DONE);
    }

    void stale(boolean shown) {
        place(stale, shown);
    }

    void toTop() {
        scroll.setVvalue(0);
    }

    private static void place(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
