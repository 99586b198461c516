package itb.backoffice;

import itb.backoffice.cli.Cli;
import itb.backoffice.platform.AppFolders;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The start of the program: a command where one is named, the window otherwise. */
public final class App {
    private App() {}

    /** Starts a command, or the window where there are no arguments. */
    public static void main(String... args) {
        if (args.length > 0) {
            System.exit(Cli.run(args));
        }
        AppFolders folders = AppFolders.ofUser();
        Optional<StartTrouble> trouble = StartTrouble.takingOf(folders);
        if (trouble.isPresent()) {
            trouble.get().show();
            return;
        }
        FxQueue fx = new FxQueue();
        CompletableFuture<Wiring> wired = new CompletableFuture<>();
        // The toolkit takes as long to start as everything else: both go on at the same time.
        Platform.startup(() -> {
            Wiring wiring = wired.join();
            fx.open();
            new WindowApp(wiring).show(new Stage());
        });
        try {
            Wiring wiring = new Wiring(folders, fx);
            wiring.openAhead();
            wired.complete(wiring);
        } catch (RuntimeException | Error e) {
            wired.cancel(false);
            Platform.exit();
            throw e;
        }
    }
}
