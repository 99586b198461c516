package itb.backoffice.shell.page;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.Screen;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A card that lies over the window and asks something before it is done: what it would mean, and two buttons. */
final class QuestionCard extends VBox {
    private static final double WIDTH = 520;

    /**
     * @param parts what is asked about, from top to bottom
     * @param action does it
     */
    QuestionCard(Messages messages, String heading, List<Node> parts, Button action, Runnable close) {
        super(16);
        Button cancel = Buttons.plain("question-cancel", messages.get("page.question.cancel"), close);
        cancel.setCancelButton(true);
        HBox foot = new HBox(8, cancel, action);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(Labels.heading(heading));
        getChildren().addAll(parts);
        getChildren().add(foot);
        setId("question");
        getStyleClass().add("card");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        Screen.dress(this);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
        Node first = parts.stream().filter(Node::isFocusTraversable).findFirst().orElse(cancel);
        sceneProperty().addListener((property, old, scene) -> {
            if (scene != null) {
                Platform.runLater(first::requestFocus);
            }
        });
    }
}
