package itb.backoffice.shell.packages;

import atlantafx.base.theme.Styles;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.validation.pack.InstalledPackage;
import itb.backoffice.validation.pack.PackageChoice;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One package: what it is called, where it came from, who is checked against it, and the way to be rid of it. */
final class PackageCard {
    private final Messages texts;
    private final VBox root = new VBox(12);

    PackageCard(Messages texts) {
        this.texts = texts;
        root.getStyleClass().add("card");
    }

    /** One that comes with the program. */
    static Node of(PackageChoice choice, List<String> users, Messages texts) {
        PackageCard card = new PackageCard(texts);
        card.head(PackageWords.of(choice, texts), texts.get("shell.packages.builtIn.what"), users, List.of());
        card.root.setId(PackageWords.nodeId("package", choice.id()));
        return card.root;
    }

    /** One that was imported; {@code remove} takes it away. */
    static Node of(InstalledPackage installed, List<String> users, Messages texts, Consumer<InstalledPackage> remove) {
        PackageCard card = new PackageCard(texts);
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(texts.locale())
                .format(installed.added().atZone(ZoneId.systemDefault()));
        String what = texts.get("shell.packages.what", installed.profiles(), installed.from(), day);
        Node button = Buttons.destructive(
                PackageWords.nodeId("packageRemove", installed.id()),
                texts.get("shell.packages.remove"),
                () -> card.remove(installed, users, remove));
        button.setAccessibleText(texts.get("shell.packages.remove.named", PackageWords.of(installed.id())));
        card.head(PackageWords.of(installed.id()), what, users, List.of(button));
        if (!installed.title().isEmpty()) {
            card.root.getChildren().add(Labels.text(installed.title()));
        }
        card.root.setId(PackageWords.nodeId("package", installed.id()));
        return card.root;
    }

    private void head(String name, String what, List<String> users, List<Node> buttons) {
        VBox words = new VBox(4, Labels.strong(name), Labels.hint(what));
        if (!users.isEmpty()) {
            Label used = Labels.hint(texts.get("shell.packages.usedBy", String.join(", ", users)));
            used.getStyleClass().add("package-users");
            words.getChildren().add(used);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(16, words);
        head.getChildren().addAll(buttons);
        head.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().add(head);
    }

    /** What somebody relies on is not taken away without saying what comes instead. */
    private void remove(InstalledPackage installed, List<String> users, Consumer<InstalledPackage> remove) {
        if (users.isEmpty()) {
            remove.accept(installed);
            return;
        }
        VBox question = new VBox(12);
        HBox buttons = new HBox(
                8,
                Buttons.destructive(
                        "packageRemoveSure", texts.get("shell.packages.remove.sure"), () -> remove.accept(installed)),
                Buttons.plain(
                        "packageRemoveKeep",
                        texts.get("shell.packages.remove.keep"),
                        () -> root.getChildren().remove(question)));
        Label used = Labels.text(texts.get("shell.packages.remove.used", String.join(", ", users)));
        used.setId("packageInUse");
        question.getChildren().setAll(used, buttons);
        question.getStyleClass().addAll("banner", Styles.WARNING);
        root.getChildren().removeIf(node -> node.getStyleClass().contains("banner"));
        root.getChildren().add(question);
        buttons.getChildren().getFirst().requestFocus();
    }
}
