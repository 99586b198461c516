package itb.backoffice;

import itb.backoffice.cli.Cli;
import itb.backoffice.platform.AppFolders;
import java.util.Optional;
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
        Wiring wiring = new Wiring(folders, fx);
        wiring.openAhead();
        Platform.startup(() -> {
            fx.open();
            new WindowApp(wiring).show(new Stage());
        });
    }
}
