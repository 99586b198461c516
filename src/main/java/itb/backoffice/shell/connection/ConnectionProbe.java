package itb.backoffice.shell.connection;

import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Job;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.FailurePane;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.validation.pack.PackageAdvice;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks a server what it allows and shows the answer. A test that was stopped, or is no longer the latest, shows nothing. */
final class ConnectionProbe {
    private final Messages texts;
    private final Background background;
    private final ConnectionBook book;
    private final Consumer<PackageAdvice> onAdvice;
    private final VBox root = new VBox(16);
    private @Nullable Job running;

    /** What a test brings. */
    private record Result(
            Answer<Capabilities> answer, @Nullable PackageAdvice advice) {}

    /** {@code onAdvice} is told which package of profiles the server names. */
    ConnectionProbe(Messages texts, Background background, ConnectionBook book, Consumer<PackageAdvice> onAdvice) {
        this.texts = texts;
        this.background = background;
        this.book = book;
        this.onAdvice = onAdvice;
        root.setId("connectionTestResult");
    }

    Node root() {
        return root;
    }

    /** Forgets what was shown, and stops what is under way. */
    void clear() {
        Job job = running;
        running = null;
        if (job != null) {
            job.cancel();
        }
        root.getChildren().clear();
    }

    void start(Connection connection, @Nullable String newSecret) {
        clear();
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        String what = texts.get("shell.connections.testing", connection.name());
        HBox line = new HBox(
                12,
                Labels.text(what),
                bar,
                Buttons.plain("connectionTestStop", texts.get("shell.connections.stop"), this::stop));
        line.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().setAll(line);
        Job[] mine = new Job[1];
        mine[0] = background.<Result>run(
                what,
                progress -> test(connection, newSecret, progress),
                result -> {
                    if (running == mine[0]) {
                        show(result.answer());
                        PackageAdvice advice = result.advice();
                        if (advice != null) {
                            onAdvice.accept(advice);
                        }
                    }
                },
                () -> {
                    if (running == mine[0]) {
                        running = null;
                    }
                });
        running = mine[0];
    }

    private Result test(Connection connection, @Nullable String newSecret, Progress progress) {
        Answer<Capabilities> answer = book.test(connection, newSecret);
        progress.check();
        return answer instanceof Answer.Ok<Capabilities>(Capabilities allowed)
                ? new Result(answer, book.advice(connection, newSecret, allowed))
                : new Result(answer, null);
    }

    private void stop() {
        clear();
        root.getChildren().setAll(Labels.text(texts.get("shell.connections.stopped")));
    }

    private void show(Answer<Capabilities> answer) {
        Node[] shown = switch (answer) {
            case Answer.Ok<Capabilities> ok -> new Node[] {answered(ok.value()), AllowedTable.of(ok.value(), texts)};
            case Answer.Failed<Capabilities> failed ->
                new Node[] {FailurePane.of("connectionFailure", failed.failure(), texts)};
        };
        root.getChildren().setAll(shown);
    }

    private Node answered(Capabilities allowed) {
        Label sentence = Labels.strong(texts.get("shell.connections.answers"));
        sentence.setId("connectionAnswers");
        String software = allowed.software().isBlank() ? "" : allowed.software() + " · ";
        VBox words = new VBox(
                4,
                sentence,
                Labels.hint(software + "FHIR " + allowed.fhirVersion()),
                Labels.text(texts.get(
                        allowed.transactions() ? "shell.connections.together" : "shell.connections.oneByOne")));
        FontIcon icon = new FontIcon(Feather.CHECK_CIRCLE);
        icon.getStyleClass().add("success");
        HBox banner = new HBox(12, icon, words);
        banner.getStyleClass().addAll("banner", "success");
        return banner;
    }
}
