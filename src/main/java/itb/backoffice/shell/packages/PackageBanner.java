package itb.backoffice.shell.packages;

import atlantafx.base.theme.Styles;
import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.Screen;
import itb.backoffice.validation.pack.PackageAdvice;
import itb.backoffice.validation.pack.PackageChoice;
import itb.backoffice.validation.pack.PackageId;
import itb.backoffice.validation.pack.PackageInUse;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the open connection's user must know of its package of profiles, across the whole window. */
public final class PackageBanner {
    /** What can be done about it. */
    public interface Actions {
        /** Checks the connection against this package from now on. */
        void take(PackageChoice choice);

        /** Goes to where a package can be chosen. */
        void choose();

        /** Goes to where a package can be had. */
        void get();

        /** Takes the banner away. */
        void close();
    }

    private final Messages texts;
    private final Connection connection;
    private final Actions actions;

    /** Banners about {@code connection}. */
    public PackageBanner(Messages texts, Connection connection, Actions actions) {
        this.texts = texts;
        this.connection = connection;
        this.actions = actions;
    }

    /** The package that the connection names is not here any more, and another one stands in for it. */
    public Node missing(PackageInUse inUse) {
        String name = PackageId.parse(connection.profilePackage())
                .map(PackageWords::of)
                .orElse(connection.profilePackage());
        return banner(
                texts.get(
                        "shell.packages.missing",
                        connection.name(),
                        name,
                        inUse.id().version()),
                Buttons.plain("packageMissingChoose", texts.get("shell.packages.missing.choose"), actions::choose));
    }

    /** What the server's own word comes to; nothing where all is well. */
    public Optional<Node> advice(PackageAdvice advice) {
        return switch (advice) {
            case PackageAdvice.Take(PackageChoice choice) -> {
                String name = PackageWords.of(choice, texts);
                yield Optional.of(banner(
                        texts.get("shell.packages.otherNamed", connection.name(), name),
                        Buttons.plain(
                                "packageTake",
                                texts.get("shell.packages.otherNamed.take", name),
                                () -> actions.take(choice)),
                        closing()));
            }
            case PackageAdvice.NotHere(String named) ->
                Optional.of(banner(
                        texts.get("shell.packages.unknownNamed", connection.name(), named),
                        Buttons.plain("packageGet", texts.get("shell.connections.profiles.notHere.do"), actions::get),
                        closing()));
            case PackageAdvice.Fits fits -> Optional.empty();
            case PackageAdvice.Unknown unknown -> Optional.empty();
        };
    }

    private Node closing() {
        return Buttons.icon("packageBannerClose", Feather.X, texts.get("shell.notice.close"), actions::close);
    }

    private static Node banner(String words, Node... buttons) {
        Label sentence = Labels.text(words);
        sentence.setId("packageBanner");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add(Styles.WARNING);
        HBox banner = new HBox(12, icon, sentence);
        banner.getChildren().addAll(buttons);
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().addAll("banner", Styles.WARNING, "error-bar");
        banner.setAccessibleRole(AccessibleRole.TEXT);
        banner.setAccessibleText(words);
        Screen.dress(banner);
        return banner;
    }
}
