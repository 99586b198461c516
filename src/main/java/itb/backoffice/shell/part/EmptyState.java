package itb.backoffice.shell.part;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where there is nothing yet: what belongs here, and how it gets here. */
public final class EmptyState {
    private static final double WIDTH = 420;

    private EmptyState() {}

    /** An icon, a heading, a sentence, and perhaps the button that helps. */
    public static VBox of(Feather icon, String heading, String sentence, Node... more) {
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("empty-icon");
        Label text = Labels.text(sentence);
        text.getStyleClass().add("muted");
        text.setTextAlignment(TextAlignment.CENTER);
        text.setAlignment(Pos.CENTER);
        text.setMaxWidth(WIDTH);
        VBox state = new VBox(8, picture, Labels.heading(heading), text);
        state.getChildren().addAll(more);
        state.setAlignment(Pos.CENTER);
        state.getStyleClass().add("empty-state");
        return state;
    }
}
