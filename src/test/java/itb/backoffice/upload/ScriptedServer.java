package itb.backoffice.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Capabilities.Action;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.Failure.Kind;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.platform.Json;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A server in memory whose faults a test writes down: versions, If-Match, lost answers, and somebody else's edits. */
final class ScriptedServer implements FhirServer {
    /** What happens at the next write. */
    enum Fault {
        NONE,
        /** The request never arrives. */
        LOST_REQUEST,
        /** The write happens and its answer is lost. */
        LOST_ANSWER
    }

    final Map<String, List<ServerResource>> versions = new LinkedHashMap<>();
    final List<String> requests = new ArrayList<>();
    final ArrayDeque<Fault> faults = new ArrayDeque<>();
    final ArrayDeque<Failure> refusals = new ArrayDeque<>();
    boolean updateCreate = true;
    boolean ifMatch = true;
    boolean tellsVersions = true;
    boolean emptyAnswers;
    boolean offline;
    boolean offlineAfterFault;
    /** Runs once, between reading and writing. */
    @Nullable
    Runnable meanwhile;

    UnaryOperator<ObjectNode> rewriting = json -> json;
    private int lastId = 1000;

    static Failure failure(Kind kind, int status) {
        return new Failure(kind, status, "scripted", List.of(), null);
    }

    static Failure tooMany(Duration after) {
        return new Failure(Kind.TOO_MANY, 429, "scripted", List.of(), after);
    }

    Capabilities declared() {
        var rules = new Capabilities.TypeRules(EnumSet.allOf(Action.class), updateCreate, true, Set.of(), Set.of());
        return new Capabilities(
                "scripted", "4.0.1", Map.of("PractitionerRole", rules, "HealthcareService", rules), false);
    }

    /** Somebody puts {@code json} there. */
    ServerResource put(String type, String id, String json) {
        List<ServerResource> all = versions.computeIfAbsent(type + "/" + id, key -> new ArrayList<>());
        String version = String.valueOf(all.size() + 1);
        ObjectNode kept = Json.object(json);
        kept.put("id", id);
        kept.withObject("/meta").put("versionId", version);
        all.add(new ServerResource(type, id, tellsVersions ? version : null, null, Json.write(kept)));
        return all.getLast();
    }

    void remove(String type, String id) {
        versions.get(type + "/" + id).add(new ServerResource(type, id, null, null, ""));
    }

    @Nullable
    ServerResource now(String type, String id) {
        List<ServerResource> all = versions.getOrDefault(type + "/" + id, List.of());
        return all.isEmpty() || all.getLast().json().isEmpty() ? null : all.getLast();
    }

    long alive(String type) {
        return versions.keySet().stream()
                .filter(reference -> reference.startsWith(type + "/"))
                .filter(reference -> now(type, reference.substring(type.length() + 1)) != null)
                .count();
    }

    private <T> Answer<T> failed(Kind kind, int status) {
        return new Answer.Failed<>(failure(kind, status));
    }

    @Override
    public Answer<ServerResource> read(String type, String id) {
        requests.add("GET " + type + "/" + id);
        if (offline) {
            return failed(Kind.REFUSED, 0);
        }
        ServerResource there = now(type, id);
        boolean known = versions.containsKey(type + "/" + id);
        return there == null ? failed(known ? Kind.GONE : Kind.NOT_FOUND, known ? 410 : 404) : new Answer.Ok<>(there);
    }

    private Answer<Written> write(String request, java.util.function.Supplier<Answer<Written>> does) {
        requests.add(request);
        if (meanwhile != null) {
            Runnable other = meanwhile;
            meanwhile = null;
            other.run();
        }
        if (offline) {
            return failed(Kind.REFUSED, 0);
        }
        if (!refusals.isEmpty()) {
            return new Answer.Failed<>(refusals.poll());
        }
        Fault fault = Objects.requireNonNullElse(faults.poll(), Fault.NONE);
        Answer<Written> answer = fault == Fault.LOST_REQUEST ? failed(Kind.CUT, 0) : does.get();
        offline |= fault != Fault.NONE && offlineAfterFault;
        return fault == Fault.LOST_ANSWER ? failed(Kind.CUT, 0) : answer;
    }

    private @Nullable Answer<Written> stale(String type, String id, @Nullable String wanted) {
        ServerResource there = now(type, id);
        if (!ifMatch || wanted == null || wanted.isEmpty()) {
            return null;
        }
        return there == null || !wanted.equals(there.version()) ? failed(Kind.CONFLICT, 412) : null;
    }

    private Answer<Written> done(@Nullable ServerResource there, boolean created) {
        return new Answer.Ok<>(new Written(emptyAnswers ? null : there, created));
    }

    @Override
    public Answer<Written> update(String type, String id, String json, @Nullable String wanted) {
        return write("PUT " + type + "/" + id, () -> {
            Answer<Written> stale = stale(type, id, wanted);
            boolean created = now(type, id) == null;
            return stale != null ? stale : done(put(type, id, Json.write(rewriting.apply(Json.object(json)))), created);
        });
    }

    @Override
    public Answer<Written> create(String type, String json, @Nullable String ifNoneExist) {
        return write("POST " + type, () -> {
            ServerResource same = ifNoneExist == null ? null : tagged(type, ifNoneExist.replace("_tag=", ""));
            return same != null ? done(same, false) : done(put(type, String.valueOf(++lastId), json), true);
        });
    }

    private @Nullable ServerResource tagged(String type, String token) {
        for (String reference : versions.keySet()) {
            ServerResource there =
                    reference.startsWith(type + "/") ? now(type, reference.substring(type.length() + 1)) : null;
            if (there != null
                    && there.json().contains("\"code\":\"" + token.substring(token.indexOf('|') + 1) + "\"")) {
                return there;
            }
        }
        return null;
    }

    @Override
    public Answer<Written> delete(String type, String id, String wanted) {
        return write("DELETE " + type + "/" + id, () -> {
            Answer<Written> stale = stale(type, id, wanted);
            if (stale == null) {
                remove(type, id);
            }
            return stale != null ? stale : new Answer.Ok<>(new Written(null, false));
        });
    }

    @Override
    public Answer<Page> search(String type, Map<String, String> parameters) {
        requests.add("SEARCH " + type);
        if (offline) {
            return failed(Kind.REFUSED, 0);
        }
        ServerResource there = tagged(type, parameters.getOrDefault("_tag", "|"));
        return new Answer.Ok<>(new Page(there == null ? List.of() : List.of(there), null, -1));
    }

    @Override
    public Answer<Capabilities> capabilities() {
        return new Answer.Ok<>(declared());
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
    public Answer<List<ServerResource>> history(String type, String id) {
        return new Answer.Ok<>(versions.getOrDefault(type + "/" + id, List.of()).reversed());
    }

    @Override
    public void close() {}
}
