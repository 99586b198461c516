package itb.backoffice.shell.packages;

import atlantafx.base.theme.Styles;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.FailurePane;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.validation.pack.ImportOutcome;
import itb.backoffice.validation.pack.InstalledPackage;
import itb.backoffice.validation.pack.PackageId;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How an import ended, in a banner. */
final class ImportReport {
    private ImportReport() {}

    static Node of(ImportOutcome outcome, Messages texts) {
        return switch (outcome) {
            case ImportOutcome.Imported imported -> imported(imported, texts);
            case ImportOutcome.Refused refused ->
                banner(
                        Feather.ALERT_CIRCLE,
                        Styles.DANGER,
                        texts.get("shell.packages.refused", refused.source()),
                        refused.refusal().sentence(texts),
                        texts.get("shell.packages.unchanged"));
            case ImportOutcome.Unreachable unreachable ->
                FailurePane.of("packageFailure", unreachable.failure(), texts);
        };
    }

    private static Node imported(ImportOutcome.Imported imported, Messages texts) {
        String names = imported.packages().stream()
                .map(InstalledPackage::id)
                .map(PackageWords::of)
                .collect(Collectors.joining(", "));
        String absent = imported.absent().stream().map(PackageId::toString).collect(Collectors.joining(", "));
        return banner(
                Feather.CHECK_CIRCLE,
                Styles.SUCCESS,
                texts.get("shell.packages.imported", names),
                texts.get("shell.packages.imported.next"),
                absent.isEmpty() ? "" : texts.get("shell.packages.absent", absent));
    }

    private static Node banner(Feather sign, String style, String... sentences) {
        FontIcon icon = new FontIcon(sign);
        icon.getStyleClass().add(style);
        VBox words = new VBox(4);
        for (String sentence : sentences) {
            if (!sentence.isEmpty()) {
                Label label = words.getChildren().isEmpty() ? Labels.strong(sentence) : Labels.text(sentence);
                label.setId("packageReport" + words.getChildren().size());
                words.getChildren().add(label);
            }
        }
        HBox banner = new HBox(12, icon, words);
        banner.setId("packageReport");
        banner.getStyleClass().addAll("banner", style);
        banner.setAccessibleRole(AccessibleRole.TEXT);
        banner.setAccessibleText(String.join(" ", sentences));
        return banner;
    }
}
