package itb.backoffice.connection;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer that arrived whole.
 *
 * @param where for the details: method and address
 * @param body unpacked, in UTF-8
 */
record Reply(String where, URI uri, int status, HttpHeaders headers, byte[] body) {
    boolean ok() {
        return status >= 200 && status < 300;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    String contentType() {
        return header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    }

    boolean html() {
        if (contentType().contains("json")) {
            return false;
        }
        String start = new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8)
                .strip()
                .toLowerCase(Locale.ROOT);
        return contentType().contains("html") || start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    String details() {
        String type = contentType().isEmpty() ? "" : ", " + contentType();
        return where + ": HTTP " + status + type;
    }

    /** The server's clock, from its {@code Date}. */
    @Nullable
    Instant date() {
        return header("Date").map(Reply::httpDate).orElse(null);
    }

    static @Nullable Instant httpDate(String text) {
        try {
            return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
