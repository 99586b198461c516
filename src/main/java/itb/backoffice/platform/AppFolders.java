package itb.backoffice.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where the program keeps its files. {@code ITB_BACKOFFICE_HOME}, or the system property {@code itb.home}, moves
 * everything to one folder (tests, portable use); otherwise each system's own place for a user's data is taken.
 */
public record AppFolders(Path data) {
    private static final String NAME = "itb-backoffice";

    /** The folders of the current user. */
    public static AppFolders ofUser() {
        return of(System.getenv(), System.getProperty("itb.home"), System.getProperty("os.name", ""));
    }

    static AppFolders of(Map<String, String> env, @org.jspecify.annotations.Nullable String chosen, String os) {
        String moved = chosen != null ? chosen : env.get("ITB_BACKOFFICE_HOME");
        if (moved != null && !moved.isBlank()) {
            return new AppFolders(Path.of(moved).toAbsolutePath());
        }
        Path home = Path.of(System.getProperty("user.home", "."));
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String roaming = env.get("APPDATA");
            return new AppFolders((roaming == null ? home : Path.of(roaming)).resolve(NAME));
        }
        if (system.startsWith("mac")) {
            return new AppFolders(home.resolve("Library/Application Support").resolve(NAME));
        }
        String share = env.get("XDG_DATA_HOME");
        return new AppFolders(
                (share == null || share.isBlank() ? home.resolve(".local/share") : Path.of(share)).resolve(NAME));
    }

    /** The folder of one connection: its catalogue, drafts and journal. */
    public Path connection(String connectionId) {
        return data.resolve("connections").resolve(connectionId);
    }
}
