package itb.backoffice.shell.check;

import itb.backoffice.platform.Job;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** How far the check is, with a way to stop it; and what came of an export. */
final class CheckProgress {
    private final Messages texts;
    private final ProgressBar bar = new ProgressBar();
    private final Label words = Labels.text("");
    private final Button stop;
    private final HBox root;
    private @Nullable Job shown;

    CheckProgress(Messages texts) {
        this.texts = texts;
        bar.setPrefWidth(240);
        words.setId("findingProgress");
        stop = Buttons.withIcon("findingStop", Feather.X, texts.get("shell.status.cancel"), () -> {
            if (shown != null) {
                shown.cancel();
            }
        });
        stop.getStyleClass().add("small");
        root = new HBox(16, bar, words, stop);
        root.setAlignment(Pos.CENTER_LEFT);
        root.managedProperty().bind(root.visibleProperty());
        bar.managedProperty().bind(bar.visibleProperty());
        stop.managedProperty().bind(stop.visibleProperty());
        root.setVisible(false);
    }

    Node root() {
        return root;
    }

    /** Shows {@code job} from now on, or nothing. */
    void show(@Nullable Job job) {
        shown = job;
        root.setVisible(job != null);
        if (job != null) {
            changed(job, job);
        }
    }

    /** Shows how far {@code job} is, where it is the one to show. */
    void changed(Job job, @Nullable Job running) {
        if (job == running) {
            bar.setVisible(true);
            bar.setProgress(job.fraction());
            stop.setVisible(true);
            stop.setDisable(job.cancelled());
            words.setText(
                    job.cancelled()
                            ? texts.get("shell.status.stopping")
                            : job.text().isEmpty() ? String.valueOf(job.title()) : job.text());
            bar.setAccessibleText(words.getText());
        }
    }

    /** Says what was done. */
    void say(String sentence) {
        if (shown == null) {
            words.setText(sentence);
            bar.setVisible(false);
            stop.setVisible(false);
            root.setVisible(true);
        }
    }
}
