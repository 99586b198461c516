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
import java.util.function.IntFunction;
import java.util.function.Predicate;
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
        LOST_ANSWER,
        /** The request is held up, and arrives when {@link ScriptedServer#late} is run. */
        LATE
    }

    /** What is held up. */
    @Nullable
    Runnable late;

    final Map<String, List<ServerResource>> versions = new LinkedHashMap<>();
    final List<String> requests = new ArrayList<>();
    final ArrayDeque<Fault> faults = new ArrayDeque<>();
    final ArrayDeque<Failure> refusals = new ArrayDeque<>();
    /** How a transaction ends in which an entry is refused. */
    enum Transactions {
        NONE,
        /** Nothing is done, and the server answers with the entry's status. */
        ROLL_BACK,
        /** Nothing is done, and the answer is 400 with an issue that says so. */
        ROLL_BACK_INVALID,
        /** The entry has its status, and the others are done. */
        COMMIT_THE_REST,
        /** It declares them, and refuses every one. */
        LIE
    }

    Transactions transactions = Transactions.NONE;
    boolean updateCreate = true;
    boolean takesOwnIds = true;
    boolean takesPosts = true;
    boolean searchesTags = true;
    int largestPage = Integer.MAX_VALUE;
    private List<ServerResource> rest = List.of();
    boolean conditions = true;
    boolean ifMatch = true;
    Set<String> searchParams = Set.of();
    /** What the server does not take. */
    Predicate<String> refused = json -> false;

    boolean history = true;
    IntFunction<String> versionNames = String::valueOf;
    boolean tellsVersions = true;
    boolean emptyAnswers;
    boolean offline;
    boolean offlineAfterFault;
    /** Runs once, between reading and writing. */
    @Nullable
    Runnable meanwhile;

    /** Runs once, right after a write. */
    @Nullable
    Runnable afterwards;

    UnaryOperator<ObjectNode> rewriting = json -> json;
    private int lastId = 1000;

    static Failure failure(Kind kind, int status) {
        return new Failure(kind, status, "scripted", List.of(), null);
    }

    static Failure tooMany(Duration after) {
        return new Failure(Kind.TOO_MANY, 429, "scripted", List.of(), after);
    }

    Capabilities declared() {
        var rules = new Capabilities.TypeRules(
                history ? EnumSet.allOf(Action.class) : EnumSet.complementOf(EnumSet.of(Action.HISTORY)),
                updateCreate,
                conditions,
                searchParams,
                Set.of(),
                ifMatch);
        return new Capabilities(
                "scripted",
                "4.0.1",
                Map.of("PractitionerRole", rules, "HealthcareService", rules, "ActivityDefinition", rules),
                transactions != Transactions.NONE);
    }

    /** Somebody puts {@code json} there. */
    ServerResource put(String type, String id, String json) {
        List<ServerResource> all = versions.computeIfAbsent(type + "/" + id, key -> new ArrayList<>());
        String version = versionNames.apply(all.size() + 1);
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
        if (fault == Fault.LATE) {
            late = does::get;
        }
        boolean arrives = fault == Fault.NONE || fault == Fault.LOST_ANSWER;
        Answer<Written> answer = arrives ? does.get() : failed(Kind.CUT, 0);
        if (afterwards != null) {
            Runnable other = afterwards;
            afterwards = null;
            other.run();
        }
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

    private Answer<Written> doUpdate(String type, String id, String json, @Nullable String wanted) {
        Answer<Written> stale = stale(type, id, wanted);
        boolean created = now(type, id) == null;
        if (stale != null) {
            return stale;
        }
        if (refused.test(json) || (!versions.containsKey(type + "/" + id) && !takesOwnIds)) {
            return failed(Kind.INVALID, refused.test(json) ? 422 : 400);
        }
        return done(put(type, id, Json.write(rewriting.apply(Json.object(json)))), created);
    }

    @Override
    public Answer<Written> update(String type, String id, String json, @Nullable String wanted) {
        return write("PUT " + type + "/" + id, () -> doUpdate(type, id, json, wanted));
    }

    @Override
    public Answer<Written> create(String type, String json, @Nullable String ifNoneExist) {
        return write("POST " + type, () -> {
            if (!takesPosts) {
                return failed(Kind.UNEXPECTED, 405);
            }
            if (refused.test(json)) {
                return failed(Kind.INVALID, 422);
            }
            if (ifNoneExist != null && ifNoneExist.startsWith("_tag") && !searchesTags) {
                return failed(Kind.INVALID, 422);
            }
            ServerResource same = ifNoneExist == null || !conditions ? null : found(type, ifNoneExist);
            return same != null
                    ? done(same, false)
                    : done(put(type, String.valueOf(++lastId), Json.write(rewriting.apply(Json.object(json)))), true);
        });
    }

    private @Nullable ServerResource found(String type, String query) {
        String wanted = query.substring(query.indexOf('|') + 1);
        return all(type).stream()
                .filter(there -> there.json().contains("\"code\":\"" + wanted + "\"")
                        || there.json().contains("\"value\":\"" + wanted + "\""))
                .findFirst()
                .orElse(null);
    }

    private List<ServerResource> all(String type) {
        return versions.keySet().stream()
                .filter(reference -> reference.startsWith(type + "/"))
                .map(reference -> now(type, reference.substring(type.length() + 1)))
                .filter(Objects::nonNull)
                .toList();
    }

    private Answer<Written> doDelete(String type, String id, @Nullable String wanted) {
        Answer<Written> stale = stale(type, id, wanted);
        if (stale == null) {
            remove(type, id);
        }
        return stale != null ? stale : new Answer.Ok<>(new Written(null, false));
    }

    @Override
    public Answer<Written> delete(String type, String id, String wanted) {
        return write("DELETE " + type + "/" + id, () -> doDelete(type, id, wanted));
    }

    @Override
    public Answer<Page> search(String type, Map<String, String> parameters) {
        requests.add("SEARCH " + type);
        if (offline) {
            return failed(Kind.REFUSED, 0);
        }
        if (parameters.containsKey("_tag") && !searchesTags) {
            return failed(Kind.INVALID, 400);
        }
        if (parameters.containsKey("_id")) {
            Set<String> ids = Set.of(parameters.get("_id").split(","));
            return page(all(type).stream().filter(one -> ids.contains(one.id())).toList());
        }
        String query = parameters.entrySet().stream()
                .filter(one -> !one.getKey().equals("_count"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        ServerResource there = query == null ? null : found(type, query);
        return new Answer.Ok<>(
                new Page(query == null ? all(type) : there == null ? List.of() : List.of(there), null, -1));
    }

    @Override
    public Answer<List<Written>> transaction(List<Entry> entries) {
        Map<String, List<ServerResource>> before = new LinkedHashMap<>();
        List<Written> written = new ArrayList<>();
        Answer<Written> whole = write("TRANSACTION " + entries.size(), () -> {
            versions.forEach((reference, all) -> before.put(reference, new ArrayList<>(all)));
            Failure refusal = transactions == Transactions.LIE ? failure(Kind.UNEXPECTED, 501) : null;
            for (Entry entry : refusal == null ? entries : List.<Entry>of()) {
                Answer<Written> one = entry.json() == null
                        ? doDelete(entry.type(), entry.id(), entry.ifMatch())
                        : doUpdate(entry.type(), entry.id(), entry.json(), entry.ifMatch());
                switch (one) {
                    case Answer.Ok<Written>(Written did) -> written.add(did);
                    case Answer.Failed<Written>(Failure failure) -> refusal = failure;
                }
            }
            if (refusal != null && transactions != Transactions.COMMIT_THE_REST) {
                versions.clear();
                versions.putAll(before);
            }
            return refusal == null
                    ? done(null, false)
                    : new Answer.Failed<>(
                            switch (transactions) {
                                case ROLL_BACK_INVALID -> failure(Kind.INVALID, 400);
                                case COMMIT_THE_REST -> failure(Kind.UNEXPECTED, 200);
                                default -> refusal;
                            });
        });
        return switch (whole) {
            case Answer.Ok<Written> ok -> new Answer.Ok<>(written);
            case Answer.Failed<Written>(Failure failure) -> new Answer.Failed<>(failure);
        };
    }

    @Override
    public Answer<Capabilities> capabilities() {
        return new Answer.Ok<>(declared());
    }

    /** As much as goes on one page, and a link to the rest. */
    private Answer<Page> page(List<ServerResource> matches) {
        if (matches.size() <= largestPage) {
            return new Answer.Ok<>(new Page(matches, null, -1));
        }
        rest = matches.subList(largestPage, matches.size());
        return new Answer.Ok<>(new Page(matches.subList(0, largestPage), "rest", -1));
    }

    @Override
    public Answer<Page> next(String link) {
        requests.add("NEXT");
        return page(rest);
    }

    @Override
    public Answer<Versions> history(String type, String id, int most) {
        return page(type + "/" + id, 0, most);
    }

    @Override
    public Answer<Versions> older(String link) {
        String[] parts = link.split(" ");
        return page(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    private Answer<Versions> page(String reference, int from, int most) {
        List<ServerResource> all = versions.getOrDefault(reference, List.of()).reversed();
        if (offline || all.isEmpty()) {
            Failure.Kind kind = offline ? Failure.Kind.REFUSED : Failure.Kind.NOT_FOUND;
            return new Answer.Failed<>(Failure.of(kind, offline ? 0 : 404, "scripted"));
        }
        int to = Math.min(all.size(), from + most);
        return new Answer.Ok<>(new Versions(
                all.subList(from, to).stream()
                        .map(one -> new Version(
                                one.version(), one.lastUpdated(), one.json().isEmpty() ? null : one))
                        .toList(),
                to < all.size() ? reference + " " + to + " " + most : null));
    }

    @Override
    public void close() {}
}
