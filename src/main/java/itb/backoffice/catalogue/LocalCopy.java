package itb.backoffice.catalogue;

import java.util.Collection;
import java.util.Optional;

/** What drafts and uploads need of the local copy of the chain. */
public interface LocalCopy {
    /** The resource as the server last sent it. */
    Optional<StoredResource> get(String type, String id);

    /** The version that the resource has here; empty where it has none, or is not here. */
    default String version(String type, String id) {
        return get(type, id).map(StoredResource::version).orElse("");
    }

    /** Keeps what the server has now. */
    void put(Collection<StoredResource> resources);

    /** Forgets what the server no longer has. */
    void remove(String type, Collection<String> ids);
}
