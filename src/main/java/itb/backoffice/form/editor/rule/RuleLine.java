package itb.backoffice.form.editor.rule;

import atlantafx.base.theme.Styles;
import itb.backoffice.form.rules.BookingRules;
import itb.backoffice.form.rules.Contradiction;
import itb.backoffice.form.rules.Rule;
import itb.backoffice.platform.Messages;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One rule: its sentence, and what there is to say of it. */
abstract class RuleLine extends VBox {
    private static final double UNDER_THE_SENTENCE = 28;

    private final Messages messages;
    private final VBox said = new VBox(4);

    /** The sentence, which goes on in a second line where there is no room for it in one. */
    final FlowPane sentence = new FlowPane(8, 4);

    private final HBox line = new HBox(8, sentence);

    RuleLine(Messages messages) {
        super(4);
        this.messages = messages;
        line.setAlignment(Pos.TOP_LEFT);
        sentence.setAlignment(Pos.CENTER_LEFT);
        sentence.setPrefWrapLength(300);
        said.setPadding(new Insets(0, 0, 0, UNDER_THE_SENTENCE));
        said.managedProperty().bind(said.visibleProperty());
        HBox.setHgrow(sentence, Priority.ALWAYS);
        getChildren().addAll(line, said);
    }

    /** Puts a control before the sentence. */
    final void lead(Node control) {
        // In the middle of the first line, whether or not there is a second one.
        HBox.setMargin(control, new Insets(8, 0, 0, 0));
        line.getChildren().addFirst(control);
    }

    /** What the keyboard goes to first. */
    abstract Node first();

    /** Shows the rule as it is in {@code rules}. */
    abstract void showRule(BookingRules rules);

    final void show(BookingRules rules, List<Contradiction> found) {
        showRule(rules);
        said.getChildren().setAll(found.stream().map(this::words).toList());
        said.setVisible(!found.isEmpty());
        first().setAccessibleHelp(
                        String.join(" ", found.stream().map(this::text).toList()));
    }

    private Node words(Contradiction one) {
        boolean advice = one.kind().advice();
        FontIcon icon = new FontIcon(advice ? Feather.INFO : Feather.ALERT_TRIANGLE);
        Label words = new Label(text(one));
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox line = new HBox(8, icon, words);
        line.getStyleClass().addAll("note", advice ? "before" : "warning");
        return line;
    }

    private String text(Contradiction one) {
        return messages.get("form.rules.says." + one.kind() + suffix(one), one.number());
    }

    /** Some things are said of cancelling in other words than of moving. */
    private String suffix(Contradiction one) {
        Rule permission = one.rule().permission();
        String special = "." + (permission == one.rule() ? one.rule() : permission);
        return messages.has("form.rules.says." + one.kind() + special) ? special : "";
    }

    static Label words(String text) {
        Label label = new Label(text);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    static void danger(Node node, boolean wrong) {
        node.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
    }
}
