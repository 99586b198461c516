package itb.backoffice.shell.packages;

import atlantafx.base.theme.Styles;
import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.Screen;
import itb.backoffice.validation.pack.PackageId;
import itb.backoffice.validation.pack.PackageInUse;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tells that the package that a connection names is not here any more, and which one stands in for it. */
public final class MissingPackage {
    private MissingPackage() {}

    /** The banner; {@code choose} leads to where another package can be chosen. */
    public static Node banner(Connection connection, PackageInUse inUse, Messages texts, Runnable choose) {
        String name = PackageId.parse(connection.profilePackage())
                .map(PackageWords::of)
                .orElse(connection.profilePackage());
        Label sentence = Labels.text(texts.get(
                "shell.packages.missing", connection.name(), name, inUse.id().version()));
        sentence.setId("packageMissing");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add(Styles.WARNING);
        HBox banner = new HBox(
                12,
                icon,
                sentence,
                Buttons.plain("packageMissingChoose", texts.get("shell.packages.missing.choose"), choose));
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().addAll("banner", Styles.WARNING, "error-bar");
        banner.setAccessibleRole(AccessibleRole.TEXT);
        banner.setAccessibleText(sentence.getText());
        Screen.dress(banner);
        return banner;
    }
}
