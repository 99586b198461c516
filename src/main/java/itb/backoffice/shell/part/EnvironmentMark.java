package itb.backoffice.shell.part;

import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.platform.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What is at stake on a server, as a bar of colour and a word: never as colour alone. */
public final class EnvironmentMark {
    private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");

    private EnvironmentMark() {}

    /** The bar alone, for the edge of something that says the word as well. */
    public static Region bar(Environment environment) {
        Region bar = new Region();
        bar.getStyleClass().add("environment-bar");
        bar.pseudoClassStateChanged(PRODUCTION, environment == Environment.PRODUCTION);
        return bar;
    }

    /** The word, in its colour and frame. */
    public static Label word(Environment environment, Messages texts) {
        Label word = new Label(texts.get("shell.environment." + environment));
        word.getStyleClass().add("environment-word");
        word.pseudoClassStateChanged(PRODUCTION, environment == Environment.PRODUCTION);
        word.setMinWidth(Region.USE_PREF_SIZE);
        return word;
    }

    /** Bar, name and word, as they stand above everything that goes to a server. */
    public static HBox of(String name, Environment environment, Messages texts) {
        HBox mark = new HBox(8, bar(environment), Labels.strong(name), word(environment, texts));
        mark.setAlignment(Pos.CENTER_LEFT);
        return mark;
    }
}
