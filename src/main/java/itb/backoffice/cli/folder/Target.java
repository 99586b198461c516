package itb.backoffice.cli.folder;

import itb.backoffice.connection.Connection;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The server that a command speaks to.
 *
 * @param secret what signs it in
 * @param journal the folder of the program's own connection, where it is one
 * @param who whose name the history has
 * @param strict whether errors from before also stop an upload
 */
public record Target(
        Connection connection, Supplier<Optional<String>> secret, Optional<Path> journal, String who, boolean strict) {
    /** The FHIR base, without a slash at the end. */
    public String base() {
        return trimmed(connection.baseUrl().toString());
    }

    /** An address without a slash at the end. */
    static String trimmed(String address) {
        return address.replaceAll("/+$", "");
    }
}
