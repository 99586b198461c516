package itb.backoffice.platform;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The user's own web browser. */
public final class Browser {
    private Browser() {}

    /** Shows {@code page}; false where this computer has no way to. May take a moment. */
    public static boolean show(URI page) {
        try {
            new ProcessBuilder(command(page.toASCIIString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    private static List<String> command(String page) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", page);
        }
        return List.of(system.contains("mac") ? "open" : "xdg-open", page);
    }
}
