package itb.backoffice.shell;

import itb.backoffice.platform.Messages;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of pages on the left, each with how many things lie there. */
final class NavigationView extends VBox {
    private final Messages messages;
    private final Consumer<Page> onChoose;
    private final ToggleGroup group = new ToggleGroup();

    NavigationView(Messages messages, Consumer<Page> onChoose) {
        this.messages = messages;
        this.onChoose = onChoose;
        getStyleClass().add("navigation");
        setAccessibleText(messages.get("shell.navigation"));
    }

    /** Shows {@code groups} of pages, a line between them. */
    void show(List<List<Page>> groups) {
        List<Node> nodes = new ArrayList<>();
        for (List<Page> pages : groups) {
            if (!nodes.isEmpty()) {
                Separator line = new Separator();
                line.setPadding(new javafx.geometry.Insets(8, 0, 8, 0));
                nodes.add(line);
            }
            pages.forEach(page -> nodes.add(entry(page)));
        }
        getChildren().setAll(nodes);
    }

    private ToggleButton entry(Page page) {
        String full = messages.get("shell.page." + page.key());
        String shorter = "shell.page." + page.key() + ".short";
        Label name = new Label(messages.has(shorter) ? messages.get(shorter) : full);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label count = new Label();
        count.getStyleClass().add("count");
        NumberFormat format = NumberFormat.getIntegerInstance(messages.locale());
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> page.count().getValue().longValue() < 0
                                ? ""
                                : format.format(page.count().getValue().longValue()),
                        page.count()));
        HBox row = new HBox(12, new FontIcon(page.icon()), name, count);
        row.setAlignment(Pos.CENTER_LEFT);
        ToggleButton button = new ToggleButton();
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("page-" + page.key());
        button.accessibleTextProperty().bind(Bindings.concat(full, " ", count.textProperty()));
        button.setToggleGroup(group);
        button.setUserData(page);
        row.prefWidthProperty().bind(widthProperty().subtract(44));
        button.setOnAction(event -> {
            button.setSelected(true);
            onChoose.accept(page);
        });
        return button;
    }

    /** Marks {@code page} as the one that is open. */
    void mark(Page page) {
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == page)
                .forEach(toggle -> toggle.setSelected(true));
    }

    /** Marks no page: something else is open. */
    void markNone() {
        group.selectToggle(null);
    }

    /** Puts the keyboard on the open page's entry. */
    void focusSelected() {
        if (group.getSelectedToggle() instanceof ToggleButton button) {
            button.requestFocus();
        } else if (!getChildren().isEmpty()) {
            getChildren().getFirst().requestFocus();
        }
    }
}
