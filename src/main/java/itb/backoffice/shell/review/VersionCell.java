package itb.backoffice.shell.review;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.When;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.KnownVersion;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A version in the list: when, who, and which fields. */
final class VersionCell extends ListCell<VersionRow> {
    private final Messages texts;
    private final When when;
    private final Label time = Labels.strong("");
    private final Label mark = new Label();
    private final Label who = Labels.text("");
    private final Label fields = Labels.hint("");
    private final VBox box;

    VersionCell(Messages texts, When when) {
        this.texts = texts;
        this.when = when;
        mark.getStyleClass().add("version-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        fields.setWrapText(false);
        fields.setTextOverrun(OverrunStyle.ELLIPSIS);
        HBox head = new HBox(8, time, mark);
        head.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(2, head, who, fields);
        // The list gives each cell its own width; what does not fit ends in dots.
        setPrefWidth(0);
        getStyleClass().add("version-cell");
    }

    @Override
    protected void updateItem(@Nullable VersionRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        KnownVersion version = row.version();
        time.setText(time(row, texts, when));
        String said = version.deletion()
                ? texts.get("shell.versions.deleted")
                : row.newest() ? texts.get("shell.versions.now") : "";
        mark.setText(said);
        mark.setVisible(!said.isEmpty());
        who.setText(version.who() == null ? texts.get("shell.versions.elsewhere") : version.who());
        fields.setText(fields(row));
        setGraphic(box);
        setAccessibleText(String.join(", ", time.getText(), said, who.getText(), fields.getText()));
    }

    /** When a version came about, or that nobody knows. */
    static String time(VersionRow row, Messages texts, When when) {
        var moment = row.version().when();
        if (moment != null) {
            return when.moment(moment);
        }
        return texts.get(row.newest() ? "shell.versions.lately" : "shell.versions.sometime");
    }

    private String fields(VersionRow row) {
        if (row.version().deletion()) {
            return "";
        }
        if (row.before() == null || row.before().deletion()) {
            return texts.get("shell.versions.first");
        }
        return row.changes().isEmpty()
                ? texts.get("shell.versions.nothing")
                : row.changes().stream().map(FieldChange::label).distinct().collect(Collectors.joining(", "));
    }
}
