package itb.backoffice.shell.part;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is shown where there is nothing: what belongs here, and how to get it. */
public final class EmptyState extends VBox {
    /**
     * @param next what the user can do about it; may be empty
     */
    public EmptyState(Feather icon, String title, String next) {
        getStyleClass().add("empty-state");
        Label heading = new Label(title);
        heading.getStyleClass().add("title");
        heading.setWrapText(true);
        Label words = new Label(next);
        words.getStyleClass().add("text-muted");
        words.setWrapText(true);
        words.setMaxWidth(420);
        words.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        words.managedProperty().bind(words.textProperty().isNotEmpty());
        getChildren().addAll(new FontIcon(icon), heading, words);
    }

    /** The same with a button under it. */
    public EmptyState withAction(String words, Runnable action) {
        Button button = new Button(words);
        button.setOnAction(event -> action.run());
        getChildren().add(button);
        return this;
    }
}
