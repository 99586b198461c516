package itb.backoffice.shell.review;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.validation.Finding;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What validation says about one thing, worst first, new before old. */
final class FindingLines {
    private FindingLines() {}

    static VBox of(List<Finding> findings, Messages texts) {
        VBox lines = new VBox(4);
        findings.stream()
                .sorted(java.util.Comparator.comparing(Finding::severity).thenComparing(Finding::origin))
                .forEach(finding -> lines.getChildren().add(line(finding, texts)));
        return lines;
    }

    private static Label line(Finding finding, Messages texts) {
        String severity = texts.get("shell.review.severity." + finding.severity());
        Label line = Labels.text(
                finding.origin() == Finding.Origin.BEFORE
                        ? texts.get("shell.review.wasBefore", severity, finding.message())
                        : severity + ": " + finding.message());
        FontIcon icon = new FontIcon(
                switch (finding.severity()) {
                    case FATAL, ERROR -> Feather.ALERT_CIRCLE;
                    case WARNING -> Feather.ALERT_TRIANGLE;
                    case INFORMATION -> Feather.INFO;
                });
        icon.getStyleClass()
                .add(
                        finding.severity().isError()
                                ? "danger"
                                : finding.severity() == Finding.Severity.WARNING ? "warning" : "accent");
        line.setGraphic(icon);
        line.setGraphicTextGap(8);
        return line;
    }
}
