package itb.backoffice.shell.review;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.validation.Finding;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What validation says about one thing, worst first, new before old; each leads to its field. */
final class FindingLines {
    private FindingLines() {}

    /** Those of {@code findings}, which are about {@code line}. */
    static VBox of(PlanLine line, List<Finding> findings, Messages texts, LineCard.Listener listener) {
        VBox lines = new VBox(4);
        findings.stream()
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::origin))
                .forEach(finding -> lines.getChildren().add(row(line, finding, texts, listener)));
        return lines;
    }

    /** The finding in one sentence. */
    static String words(Finding finding, Messages texts) {
        String severity = texts.get("shell.review.severity." + finding.severity());
        return finding.origin() == Finding.Origin.BEFORE
                ? texts.get("shell.review.wasBefore", severity, finding.message())
                : severity + ": " + finding.message();
    }

    private static HBox row(PlanLine line, Finding finding, Messages texts, LineCard.Listener listener) {
        Label label = label(finding, texts);
        HBox row = new HBox(8, label);
        row.setAlignment(Pos.CENTER_LEFT);
        PlanLine.Place place = line.places().get(finding);
        if (place != null) {
            row.getChildren()
                    .add(Buttons.flat(
                            LineCard.id("finding", line),
                            texts.get("shell.review.goTo", place.label()),
                            () -> listener.open(line.reference(), place.path())));
        }
        return row;
    }

    private static Label label(Finding finding, Messages texts) {
        Label line = Labels.text(words(finding, texts));
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
