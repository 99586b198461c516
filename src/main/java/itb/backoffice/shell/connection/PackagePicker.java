package itb.backoffice.shell.connection;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.packages.PackageWords;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.validation.pack.PackageAdvice;
import itb.backoffice.validation.pack.PackageChoice;
import itb.backoffice.validation.pack.PackageId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Chooses the package of profiles that a server is checked against, and passes on what the server itself says of it. */
final class PackagePicker {
    private final Messages texts;
    private final ComboBox<Item> box = new ComboBox<>();
    private final VBox advice = new VBox(8);
    private final VBox root;
    private List<PackageChoice> choices = List.of();
    private Consumer<String> onChange = key -> {};
    private Runnable onManage = () -> {};
    private boolean filling;

    /** A choice with its words. */
    private record Item(String key, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    PackagePicker(Messages texts) {
        this.texts = texts;
        Label label = new Label(texts.get("shell.connections.profiles"));
        label.getStyleClass().add("field-label");
        label.setLabelFor(box);
        box.setId("connectionProfiles");
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.valueProperty().addListener((value, old, now) -> {
            if (!filling && now != null) {
                advise(null);
                onChange.accept(now.key());
            }
        });
        Button manage = Buttons.plain(
                "connectionPackages", texts.get("shell.connections.profiles.manage"), () -> onManage.run());
        HBox line = new HBox(8, box, manage);
        line.setAlignment(Pos.CENTER_LEFT);
        advice.setId("connectionAdvice");
        root = new VBox(4, label, line, Labels.hint(texts.get("shell.connections.profiles.hint")));
        advise(null);
    }

    Node root() {
        return root;
    }

    /** Where the server's own word is passed on. */
    Node advice() {
        return advice;
    }

    void onChange(Consumer<String> listener) {
        onChange = listener;
    }

    void onManage(Runnable action) {
        onManage = action;
    }

    /** What can be chosen from now on. */
    void choices(List<PackageChoice> possible) {
        choices = possible;
        show(key());
    }

    /** The key of the chosen one. */
    String key() {
        return box.getValue() == null ? "" : box.getValue().key();
    }

    /** Shows {@code key} as chosen; one that is not here any more is called so. */
    void show(String key) {
        filling = true;
        List<Item> items = new ArrayList<>();
        choices.forEach(one -> items.add(new Item(one.key(), PackageWords.of(one, texts))));
        if (items.stream().noneMatch(one -> one.key().equals(key))) {
            String name = PackageId.parse(key).map(PackageWords::of).orElse(key);
            items.add(new Item(key, choices.isEmpty() ? name : texts.get("shell.connections.profiles.gone", name)));
        }
        box.getItems().setAll(items);
        items.stream().filter(one -> one.key().equals(key)).forEach(box::setValue);
        filling = false;
    }

    /** Passes on what the server says; null takes it away. */
    void advise(@Nullable PackageAdvice what) {
        advice.getChildren().clear();
        switch (what) {
            case PackageAdvice.Fits fits -> say(Labels.hint(texts.get("shell.connections.profiles.fits")));
            case PackageAdvice.Take(PackageChoice choice) -> {
                String name = PackageWords.of(choice, texts);
                say(
                        Labels.text(texts.get("shell.connections.profiles.take", name)),
                        Buttons.plain(
                                "connectionTakeAdvice", texts.get("shell.connections.profiles.take.do", name), () -> {
                                    show(choice.key());
                                    advise(null);
                                    onChange.accept(choice.key());
                                }));
            }
            case PackageAdvice.NotHere(String named) ->
                say(
                        Labels.text(texts.get("shell.connections.profiles.notHere", named)),
                        Buttons.plain(
                                "connectionGetPackage",
                                texts.get("shell.connections.profiles.notHere.do"),
                                () -> onManage.run()));
            case PackageAdvice.Unknown unknown -> {}
            case null -> {}
        }
        boolean something = !advice.getChildren().isEmpty();
        advice.setVisible(something);
        advice.setManaged(something);
    }

    private void say(Label sentence, Node... more) {
        sentence.setId("connectionAdviceText");
        advice.getChildren().add(sentence);
        advice.getChildren().addAll(more);
        advice.getStyleClass().removeAll("banner", "accent");
        if (more.length > 0) {
            advice.getStyleClass().addAll("banner", "accent");
        }
    }
}
