package itb.backoffice.connection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One FHIR R4 server. The real one speaks HTTP and is the only user of the HAPI client; every call may wait and belongs
 * off the FX thread. Nothing is thrown for what a server can do wrong: that is an {@link Answer.Failed}.
 */
public interface FhirServer extends AutoCloseable {
    /**
     * One page of a search.
     *
     * @param resources the matches, as received
     * @param next the link to the next page as the server gave it, or null on the last
     * @param total all matches, or -1 where the server does not say
     * @param unreadable how many entries had no type or id, and were left out
     * @param serverTime the server's clock when it answered, or null where it did not tell
     */
    record Page(
            List<ServerResource> resources,
            @Nullable String next,
            long total,
            int unreadable,
            @Nullable Instant serverTime) {
        /** A page without anything unreadable. */
        public Page(List<ServerResource> resources, @Nullable String next, long total) {
            this(resources, next, total, 0, null);
        }
    }

    /**
     * What a write left on the server.
     *
     * @param resource the resource as it now is there; null where the server neither sent it nor let it be read back,
     *     and after a delete
     * @param created whether it is new
     */
    record Written(@Nullable ServerResource resource, boolean created) {}

    /** One entry of a transaction: {@code method} is PUT, POST or DELETE, {@code ifMatch} as there. */
    record Entry(
            String method,
            String type,
            String id,
            @Nullable String json,
            @Nullable String ifMatch,
            @Nullable String ifNoneExist) {}

    /**
     * One version in a history.
     *
     * @param name the server's name for it, or null where it never told
     * @param when when it was written, or null where it never told
     * @param resource what it was; null where this version is the deletion
     */
    record Version(
            @Nullable String name,
            @Nullable Instant when,
            @Nullable ServerResource resource) {}

    /**
     * A page of a history.
     *
     * @param versions newest first
     * @param next the link to older ones as the server gave it, or null on the last page
     */
    record Versions(List<Version> versions, @Nullable String next) {}

    /** What the server says it can do. */
    Answer<Capabilities> capabilities();

    /** The first page of a search; {@code parameters} in FHIR's own syntax. */
    Answer<Page> search(String type, Map<String, String> parameters);

    /**
     * The first page of what the server computes: {@code path} leads to an operation, as {@code $name} or
     * {@code Type/id/$name}. What it computes need not have an id.
     */
    default Answer<Page> compute(String path, Map<String, String> parameters) {
        return new Answer.Failed<>(Failure.of(Failure.Kind.NOT_FOUND, 404, path + " is not known here"));
    }

    /** A further page, by the link that the server gave. */
    Answer<Page> next(String link);

    /** The current state of a resource; a deleted one is {@code GONE} or {@code NOT_FOUND}. */
    Answer<ServerResource> read(String type, String id);

    /**
     * Replaces a resource if it still has version {@code ifMatch}, empty where the server never told one. With null,
     * creates it under this id if there is none yet, as far as the server knows {@code If-None-Match}: a request that
     * arrives late must not undo a later one.
     */
    Answer<Written> update(String type, String id, String json, @Nullable String ifMatch);

    /** Creates a resource under an id of the server's choice, unless {@code ifNoneExist} already finds one. */
    Answer<Written> create(String type, String json, @Nullable String ifNoneExist);

    /** Deletes a resource if it still has version {@code ifMatch}; empty where the server never told one. */
    Answer<Written> delete(String type, String id, String ifMatch);

    /** All or nothing: the answers in the order of the entries. */
    Answer<List<Written>> transaction(List<Entry> entries);

    /** The newest versions of a resource, deletions among them; about {@code most} on a page. */
    Answer<Versions> history(String type, String id, int most);

    /** Older versions, by the link that the server gave. */
    Answer<Versions> older(String link);

    /** The newest versions of a resource, newest first; deletions among them are left out. */
    default Answer<List<ServerResource>> newest(String type, String id, int most) {
        return switch (history(type, id, most)) {
            case Answer.Ok<Versions>(Versions page) ->
                new Answer.Ok<>(page.versions().stream()
                        .map(Version::resource)
                        .filter(Objects::nonNull)
                        .toList());
            case Answer.Failed<Versions>(Failure failure) -> new Answer.Failed<>(failure);
        };
    }

    @Override
    void close();
}
