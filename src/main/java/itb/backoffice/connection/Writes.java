package itb.backoffice.connection;

import itb.backoffice.connection.Failure.Kind;
import itb.backoffice.connection.FhirServer.Entry;
import itb.backoffice.connection.FhirServer.Written;
import itb.backoffice.platform.Json;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Creates, updates, deletes and transactions, and what they left: read back where the answer does not hold it. */
final class Writes {
    private static final Pattern LOCATION = Pattern.compile("([A-Za-z]+)/([^/?#]+)(?:/_history/[^/?#]+)?/?$");

    private final Exchange exchange;
    private final BiFunction<String, String, Answer<ServerResource>> reader;

    /**
     * @param reader reads a resource by its type and id
     */
    Writes(Exchange exchange, BiFunction<String, String, Answer<ServerResource>> reader) {
        this.exchange = exchange;
        this.reader = reader;
    }

    /** What is written to; no id where the server gives one. */
    record Target(String type, @Nullable String id) {}

    Answer<Written> send(
            String method, URI address, @Nullable String json, Target target, Map<String, String> conditions) {
        Map<String, String> headers = new LinkedHashMap<>(conditions);
        headers.put("Prefer", "return=representation");
        return switch (exchange.send(method, address, headers, json)) {
            case Answer.Failed<Reply>(Failure failure) -> new Answer.Failed<>(failure);
            case Answer.Ok<Reply>(Reply reply) when reply.html() -> new Answer.Failed<>(Failures.notFhir(reply, ""));
            case Answer.Ok<Reply>(Reply reply)
            when method.equals("DELETE") -> new Answer.Ok<>(new Written(null, false));
            case Answer.Ok<Reply>(Reply reply) ->
                new Answer.Ok<>(new Written(left(reply, target.type(), target.id()), reply.status() == 201));
        };
    }

    private @Nullable ServerResource left(Reply reply, String type, @Nullable String id) {
        ServerResource shown = single(reply);
        if (shown != null
                && shown.type().equals(type)
                && (id == null || shown.id().equals(id))) {
            return shown;
        }
        String location = reply.header("Location")
                .or(() -> reply.header("Content-Location"))
                .orElse("");
        return readBack(type, id == null ? idIn(location, type) : id);
    }

    /** The one resource in an answer, its version from the ETag where there is one; null where there is none. */
    static @Nullable ServerResource single(Reply reply) {
        try {
            ServerResource read = BundleReader.resource(reply.body());
            return read == null
                    ? null
                    : new ServerResource(
                            read.type(),
                            read.id(),
                            Etag.version(reply.header("ETag"), read.version()),
                            read.lastUpdated(),
                            read.json());
        } catch (IOException notJson) {
            return null;
        }
    }

    private @Nullable ServerResource readBack(String type, @Nullable String id) {
        return id != null && reader.apply(type, id) instanceof Answer.Ok<ServerResource>(ServerResource now)
                ? now
                : null;
    }

    private static @Nullable String idIn(@Nullable String location, String type) {
        Matcher matcher = LOCATION.matcher(location == null ? "" : location);
        return matcher.find() && matcher.group(1).equals(type) ? matcher.group(2) : null;
    }

    Answer<List<Written>> transaction(List<Entry> entries) {
        Map<String, String> headers = Map.of("Prefer", "return=representation");
        return switch (exchange.send("POST", exchange.address(), headers, TransactionBundle.of(entries))) {
            case Answer.Failed<Reply>(Failure failure) -> new Answer.Failed<>(failure);
            case Answer.Ok<Reply>(Reply reply) -> outcome(reply, entries);
        };
    }

    private Answer<List<Written>> outcome(Reply reply, List<Entry> entries) {
        List<BundleReader.Entry> answers;
        try {
            answers = BundleReader.bundle(reply.body()).entries();
        } catch (IOException e) {
            return new Answer.Failed<>(Failures.notFhir(reply, "not JSON"));
        }
        if (answers.size() != entries.size()) {
            return new Answer.Failed<>(Failures.notFhir(reply, "not an answer to each entry"));
        }
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            BundleReader.Entry answer = answers.get(i);
            if (!answer.status().isEmpty() && !answer.status().startsWith("2")) {
                return new Answer.Failed<>(partly(reply, i, answer));
            }
            written.add(written(entries.get(i), answer));
        }
        return new Answer.Ok<>(List.copyOf(written));
    }

    private Written written(Entry entry, BundleReader.Entry answer) {
        boolean created = answer.status().startsWith("201");
        if (entry.method().equals("DELETE")) {
            return new Written(null, false);
        }
        ServerResource shown = answer.resource();
        if (shown != null && shown.type().equals(entry.type())) {
            String version = Etag.version(Optional.ofNullable(answer.etag()), shown.version());
            return new Written(
                    new ServerResource(shown.type(), shown.id(), version, shown.lastUpdated(), shown.text()), created);
        }
        String id = entry.method().equals("PUT") ? entry.id() : idIn(answer.location(), entry.type());
        return new Written(readBack(entry.type(), id), created);
    }

    /** Some servers refuse one entry and commit the rest: nobody can tell what was done but by looking. */
    private static Failure partly(Reply reply, int index, BundleReader.Entry answer) {
        String details = reply.details() + ": entry " + (index + 1) + " was answered " + answer.status()
                + ", others may be done";
        return new Failure(
                Kind.UNEXPECTED,
                reply.status(),
                details,
                answer.outcome() == null ? List.of() : Failures.issues(Json.object(answer.outcome())),
                null);
    }
}
