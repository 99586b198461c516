package itb.backoffice.connection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A version's name as it travels in headers. A server's own form is echoed; a bare version id becomes a weak tag. */
public final class Etag {
    private Etag() {}

    /** The value of {@code If-Match} for a version as {@link ServerResource#version()} has it. */
    public static String header(String version) {
        return version.startsWith("W/") || version.startsWith("\"") ? version : "W/\"" + version + "\"";
    }

    /** Whether two names mean the same version: {@code 3}, {@code "3"} and {@code W/"3"} do. */
    public static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && other != null && bare(one).equals(bare(other));
    }

    /**
     * What to keep of a tag and {@code meta.versionId}: the id where the tag is the usual weak form of it (so that
     * versions from pages and from single reads are equal), otherwise the tag exactly as it came.
     */
    static @Nullable String version(Optional<String> tag, @Nullable String versionId) {
        if (tag.isEmpty() || tag.get().isBlank()) {
            return versionId;
        }
        String came = tag.get().strip();
        return versionId != null && came.equals("W/\"" + versionId + "\"") ? versionId : came;
    }

    private static String bare(String version) {
        String rest = version.startsWith("W/") ? version.substring(2) : version;
        return rest.length() > 1 && rest.startsWith("\"") && rest.endsWith("\"")
                ? rest.substring(1, rest.length() - 1)
                : rest;
    }
}
