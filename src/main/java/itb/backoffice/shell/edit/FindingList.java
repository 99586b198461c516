package itb.backoffice.shell.edit;

import itb.backoffice.form.FormModel.Note;
import itb.backoffice.form.editor.NoteView;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Fix;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The findings of the open resource in one list; each leads to its field. */
final class FindingList extends TitledPane {
    private final OpenResource resource;
    private final Messages messages;
    private final Consumer<String> focusField;
    private final VBox lines = new VBox(2);

    FindingList(OpenResource resource, Messages messages, Consumer<String> focusField) {
        this.resource = resource;
        this.messages = messages;
        this.focusField = focusField;
        setId("finding-list");
        setContent(lines);
        setExpanded(false);
        setAnimated(false);
        getStyleClass().addAll("dense", "finding-list");
        resource.findingsProperty().addListener((property, old, now) -> show(now));
        show(resource.findingsProperty().get());
    }

    /** The strip is there from the start: it must not push the form down when the first finding comes. */
    private void show(@Nullable List<Finding> checked) {
        List<Finding> findings = checked == null ? List.of() : checked;
        List<Finding> shown = findings.stream().filter(Finding::isWorthTelling).toList();
        long defects = findings.stream().filter(Finding::isDefect).count();
        long fresh = shown.stream()
                .filter(finding -> finding.origin() == Finding.Origin.NEW)
                .count();
        setText(
                checked == null
                        ? messages.get("shell.findings.checking")
                        : shown.isEmpty()
                                ? messages.get("shell.findings.none")
                                : messages.get("shell.findings.title", shown.size(), fresh));
        setCollapsible(!shown.isEmpty() || defects > 0);
        if (shown.isEmpty()) {
            setExpanded(false);
        }
        lines.getChildren().setAll(shown.stream().map(this::line).toList());
        if (defects > 0) {
            lines.getChildren().add(Labels.hint(messages.get("shell.findings.defects", defects)));
        }
    }

    private Node line(Finding finding) {
        boolean before = finding.origin() == Finding.Origin.BEFORE;
        String key =
                FindingPlace.fieldKey(resource.form().form(), resource.form().resource(), finding);
        String label = key.isEmpty()
                ? messages.get("shell.findings.other")
                : resource.form()
                        .form()
                        .field(key)
                        .map(field -> messages.get(resource.form().form().labelKey(field)))
                        .orElse(key);
        Note note = new Note(finding.severity().isError(), before, label + ": " + finding.message(), null);
        Button button = new Button(null, NoteView.of(note, messages));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "small", "finding-line");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(note.message());
        button.setOnAction(event -> focusField.accept(key));
        button.setTooltip(new Tooltip(finding.technical()));
        Fix fix = finding.fix();
        if (fix == null) {
            return button;
        }
        HBox.setHgrow(button, Priority.ALWAYS);
        Button mend = NoteView.button(fix, note.message(), messages, chosen -> {
            // The button goes with its finding: the keyboard stays in the form, and Ctrl+Z with it.
            focusField.accept(key);
            resource.form().mend(chosen);
        });
        HBox line = new HBox(8, button, mend);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
