package itb.backoffice.shell.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Capabilities.Action;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.Failure.Kind;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.platform.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A server with versions and If-Match, whose next answers a test can decide. */
final class ServerInMemory implements FhirServer {
    final Map<String, ServerResource> now = new ConcurrentHashMap<>();
    final List<String> writes = new CopyOnWriteArrayList<>();
    final List<Failure> refusals = new CopyOnWriteArrayList<>();
    /** Whether nothing can be read any more after the next refusal. */
    boolean deafAfterwards;

    private volatile boolean deaf;
    volatile CountDownLatch gate = new CountDownLatch(0);

    static Capabilities declared() {
        var rules = new Capabilities.TypeRules(EnumSet.allOf(Action.class), true, true, Set.of(), Set.of());
        return new Capabilities("memory", "4.0.1", Map.of("PractitionerRole", rules), false);
    }

    ServerResource put(String type, String id, String json) {
        ServerResource before = now.get(type + "/" + id);
        String version = before == null ? "1" : String.valueOf(Integer.parseInt(before.version()) + 1);
        ObjectNode kept = Json.object(json);
        kept.put("id", id);
        kept.withObject("/meta").put("versionId", version);
        ServerResource stored = new ServerResource(type, id, version, null, Json.write(kept));
        now.put(type + "/" + id, stored);
        return stored;
    }

    private static <T> Answer<T> failed(Kind kind, int status) {
        return new Answer.Failed<>(new Failure(kind, status, "scripted", List.of(), null));
    }

    @Override
    public Answer<ServerResource> read(String type, String id) {
        if (deaf) {
            return failed(Kind.TIMEOUT, 0);
        }
        ServerResource there = now.get(type + "/" + id);
        return there == null ? failed(Kind.NOT_FOUND, 404) : new Answer.Ok<>(there);
    }

    @Override
    public Answer<Written> update(String type, String id, String json, @Nullable String ifMatch) {
        writes.add(type + "/" + id);
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (!refusals.isEmpty()) {
            deaf = deafAfterwards;
            return new Answer.Failed<>(refusals.removeFirst());
        }
        ServerResource there = now.get(type + "/" + id);
        if (ifMatch != null && !ifMatch.isEmpty() && (there == null || !ifMatch.equals(there.version()))) {
            return failed(Kind.CONFLICT, 412);
        }
        return new Answer.Ok<>(new Written(put(type, id, json), there == null));
    }

    @Override
    public Answer<Written> create(String type, String json, @Nullable String ifNoneExist) {
        return update(type, Json.object(json).path("id").asText(), json, null);
    }

    @Override
    public Answer<Written> delete(String type, String id, String ifMatch) {
        writes.add(type + "/" + id);
        now.remove(type + "/" + id);
        return new Answer.Ok<>(new Written(null, false));
    }

    @Override
    public Answer<Capabilities> capabilities() {
        return new Answer.Ok<>(declared());
    }

    @Override
    public Answer<Page> search(String type, Map<String, String> parameters) {
        return new Answer.Ok<>(new Page(List.of(), null, 0));
    }

    @Override
    public Answer<Page> next(String link) {
        return failed(Kind.GONE, 410);
    }

    @Override
    public Answer<List<Written>> transaction(List<Entry> entries) {
        return failed(Kind.UNEXPECTED, 405);
    }

    @Override
    public Answer<Versions> history(String type, String id, int most) {
        return failed(Kind.NOT_FOUND, 404);
    }

    @Override
    public Answer<Versions> older(String link) {
        return failed(Kind.GONE, 410);
    }

    @Override
    public void close() {}
}
