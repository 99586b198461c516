package itb.backoffice;

import itb.backoffice.platform.AppFolders;
import itb.backoffice.platform.FolderLock;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.StorageTrouble;
import itb.backoffice.shell.help.StartTroubleView;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why the program cannot start, where its user can do something about it: said in a window of its own, and on the console. */
record StartTrouble(String heading, String sentence) {
    /** Holds the folder for this process's life: were it collected, the system would take the lock back. */
    private static @Nullable FolderLock held;

    /** Takes the folder of the user's data for this program; empty where nothing is in the way. */
    static Optional<StartTrouble> takingOf(AppFolders folders) {
        Messages texts = Messages.of(Locale.getDefault());
        try {
            Optional<FolderLock> lock = FolderLock.take(folders.data());
            held = lock.orElse(null);
            return lock.isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            new StartTrouble(texts.get("shell.start.taken"), texts.get("shell.start.taken.next")));
        } catch (UncheckedIOException e) {
            StorageTrouble trouble = StorageTrouble.of(e).orElse(StorageTrouble.READ_ONLY);
            String key = trouble == StorageTrouble.FULL ? "shell.start.FULL" : "shell.start.READ_ONLY";
            return Optional.of(new StartTrouble(
                    texts.get("shell.start.storage"),
                    texts.get(key, folders.data().toString())));
        }
    }

    /** Says it, and ends the program when it was read. Call before JavaFX is started. */
    void show() {
        System.err.println(heading + ". " + sentence);
        StartTroubleView.show(heading, sentence, Messages.of(Locale.getDefault()));
    }
}
