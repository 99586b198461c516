package itb.backoffice.connection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import itb.backoffice.platform.LightJson;
import itb.backoffice.platform.Utf8Text;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the resources out of an answer byte for byte, taking only what is needed to file them. Nothing is parsed into a
 * model: that would cost more than the transfer, and would not come out as it went in.
 */
final class BundleReader {
    /**
     * One entry.
     *
     * @param resource null where there was none, or none that has a type and an id; {@code Parameters} need no id
     * @param mode {@code search.mode}, or empty
     * @param method {@code request.method}, or empty
     * @param status {@code response.status}, or empty
     */
    record Entry(
            @Nullable ServerResource resource,
            boolean unreadable,
            String mode,
            String method,
            String status,
            @Nullable String etag,
            @Nullable Instant modified,
            @Nullable String location,
            @Nullable String outcome) {
        /** What the entry says as part of a history: one without a resource tells of a deletion. */
        FhirServer.Version version() {
            boolean deleted = resource == null || method.equals("DELETE");
            return new FhirServer.Version(
                    resource != null && resource.version() != null ? resource.version() : etag,
                    resource != null && resource.lastUpdated() != null && !deleted ? resource.lastUpdated() : modified,
                    deleted ? null : resource);
        }
    }

    /** What a Bundle, or a single resource (then the type is its own, and there are no entries), holds. */
    record Bundle(String resourceType, long total, @Nullable String next, List<Entry> entries) {}

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(100_000_000).build())
            .build();

    private final byte[] body;
    private final LightJson light;
    private final JsonParser parser;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable String next;

    private final Consumer<String> onNext;

    private BundleReader(byte[] body, LightJson light, JsonParser parser, Consumer<String> onNext) {
        this.body = body;
        this.light = light;
        this.parser = parser;
        this.onNext = onNext;
    }

    /** Reads a Bundle; an {@link IOException} says that the body is not JSON. */
    static Bundle bundle(byte[] body) throws IOException {
        return bundle(body, next -> {});
    }

    /** As above; {@code onNext} is told of the next page as soon as its link is met, usually before the entries. */
    static Bundle bundle(byte[] body, Consumer<String> onNext) throws IOException {
        LightJson light = LightJson.of(Utf8Text.of(body));
        try (JsonParser parser = FACTORY.createParser(light.bytes())) {
            return new BundleReader(body, light, parser, onNext).bundle();
        }
    }

    /** Reads the one resource that {@code body} is; null where it has no type or no id. */
    static @Nullable ServerResource resource(byte[] body) throws IOException {
        LightJson light = LightJson.of(Utf8Text.of(body));
        try (JsonParser parser = FACTORY.createParser(light.bytes())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            ServerResource read = new BundleReader(body, light, parser, next -> {}).resource();
            return read.type().isEmpty() || read.id().isEmpty() ? null : read;
        }
    }

    private Bundle bundle() throws IOException {
        String resourceType = "";
        long total = -1;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return new Bundle("", -1, null, List.of());
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "resourceType" -> resourceType = text();
                case "total" -> {
                    total = parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : -1;
                    parser.skipChildren();
                }
                case "link" -> objects(this::link);
                case "entry" -> objects(this::entry);
                default -> parser.skipChildren();
            }
        }
        return new Bundle(resourceType, total, next, List.copyOf(entries));
    }

    private interface Part {
        void read() throws IOException;
    }

    /** Runs {@code each} on every object of the array that begins here; anything else is passed over. */
    private void objects(Part each) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                each.read();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void link() throws IOException {
        String relation = "";
        String url = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "relation" -> relation = text();
                case "url" -> url = text();
                default -> parser.skipChildren();
            }
        }
        if (relation.equals("next") && !url.isBlank()) {
            next = url;
            onNext.accept(url);
        }
    }

    private void entry() throws IOException {
        ServerResource resource = null;
        boolean had = false;
        String mode = "";
        String method = "";
        Response response = new Response();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            if (name.equals("resource")) {
                had = true;
                resource = object ? resource() : null;
                parser.skipChildren();
            } else if (name.equals("search") && object) {
                mode = member("mode");
            } else if (name.equals("request") && object) {
                method = member("method");
            } else if (name.equals("response") && object) {
                response.read();
            } else {
                parser.skipChildren();
            }
        }
        // What is computed for this answer has no place of its own on the server, and often no id.
        boolean computed = resource != null && resource.type().equals("Parameters");
        boolean whole = resource != null
                && !resource.type().isEmpty()
                && (!resource.id().isEmpty() || computed);
        boolean outcome = resource != null && resource.type().equals("OperationOutcome");
        entries.add(new Entry(
                whole ? resource : null,
                had && !whole && !outcome,
                mode,
                method,
                response.status,
                response.etag,
                response.modified,
                response.location,
                outcome && response.outcome == null && resource != null ? resource.json() : response.outcome));
    }

    /** One text in the object that begins here; empty where there is none. */
    private String member(String wanted) throws IOException {
        String found = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean here = parser.currentName().equals(wanted);
            parser.nextToken();
            found = here ? text() : found;
            parser.skipChildren();
        }
        return found;
    }

    private final class Response {
        private String status = "";
        private @Nullable String etag;
        private @Nullable Instant modified;
        private @Nullable String location;
        private @Nullable String outcome;

        void read() throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                boolean object = parser.nextToken() == JsonToken.START_OBJECT;
                switch (name) {
                    case "status" -> status = text();
                    case "etag" -> etag = text();
                    case "lastModified" -> modified = instant(text());
                    case "location" -> location = text();
                    case "outcome" -> outcome = object ? resource().json() : null;
                    default -> parser.skipChildren();
                }
            }
        }
    }

    /** Reads the object that begins here; what it lacks comes out empty. */
    private ServerResource resource() throws IOException {
        int from = light.original((int) parser.currentTokenLocation().getByteOffset());
        String type = "";
        String id = "";
        String version = null;
        Instant updated = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            if (name.equals("resourceType")) {
                type = text();
            } else if (name.equals("id")) {
                id = text();
            } else if (name.equals("meta") && object) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String inMeta = parser.currentName();
                    parser.nextToken();
                    switch (inMeta) {
                        case "versionId" -> version = text();
                        case "lastUpdated" -> updated = instant(text());
                        default -> parser.skipChildren();
                    }
                }
            } else {
                parser.skipChildren();
            }
        }
        int to = light.original((int) parser.currentLocation().getByteOffset());
        return new ServerResource(
                type,
                id,
                version == null || version.isEmpty() ? null : version,
                updated,
                Utf8Text.part(body, from, to - from));
    }

    private String text() throws IOException {
        String text = parser.currentToken().isScalarValue() ? parser.getValueAsString("") : "";
        parser.skipChildren();
        return text;
    }

    private static @Nullable Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
