package itb.backoffice.shell;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.Job;
import itb.backoffice.platform.Messages;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is running, with progress and a way to stop it; and how many findings there are. */
final class StatusBar extends HBox implements Background.Watcher {
    private final Messages messages;
    private final Set<Job> running = new LinkedHashSet<>();
    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new Button();
    private final Label word = new Label();
    private final Button findings = new Button();

    StatusBar(Messages messages) {
        this.messages = messages;
        getStyleClass().add("status-bar");
        text.setId("status-text");
        text.setMinWidth(0);
        bar.setPrefWidth(160);
        cancel.setId("status-cancel");
        cancel.setGraphic(new FontIcon(Feather.X));
        cancel.setText(messages.get("shell.status.cancel"));
        cancel.getStyleClass().addAll("flat", "small");
        cancel.setOnAction(
                event -> running.stream().reduce((first, last) -> last).ifPresent(Job::cancel));
        word.setId("status-word");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        findings.setId("status-findings");
        findings.getStyleClass().addAll("flat", "small");
        findings.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        getChildren().addAll(text, bar, cancel, word, space, findings);
        for (Region part : new Region[] {text, bar, cancel}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        findings.managedProperty().bind(findings.visibleProperty());
        show();
        findings(0, () -> {});
    }

    @Override
    public void changed(Job job) {
        if (job.finished()) {
            running.remove(job);
        } else {
            running.add(job);
        }
        show();
    }

    private void show() {
        Job newest = running.stream().reduce((first, last) -> last).orElse(null);
        boolean busy = newest != null;
        text.setVisible(busy);
        bar.setVisible(busy);
        cancel.setVisible(busy);
        word.setVisible(!busy);
        if (newest != null) {
            boolean stopping = newest.cancelled();
            String title = String.valueOf(newest.title());
            text.setText(stopping ? messages.get("shell.status.stopping") : now(newest, title));
            bar.setProgress(newest.fraction());
            bar.setAccessibleText(text.getText());
            cancel.setDisable(stopping);
            cancel.setAccessibleText(messages.get("shell.status.cancel.accessible", title));
        }
    }

    private String now(Job job, String title) {
        Duration waiting = job.waiting();
        if (waiting != null && waiting.toSeconds() > 0) {
            return messages.get("shell.status.waiting", waiting.toSeconds());
        }
        return job.text().isEmpty() ? title : job.text();
    }

    /** Says how the last piece of work ended. */
    void say(String sentence) {
        word.setText(sentence);
    }

    /** Shows how many findings the drafts have, and where to go from there. */
    void findings(int count, Runnable show) {
        findings.setVisible(count > 0);
        findings.setText(messages.get("shell.status.findings", count));
        findings.setOnAction(event -> show.run());
    }
}
