package itb.backoffice.upload;

import itb.backoffice.catalogue.LocalCopy;
import itb.backoffice.catalogue.StoredResource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A local copy that only lives as long as its test. */
final class MemoryCopy implements LocalCopy {
    private final Map<String, StoredResource> resources = new HashMap<>();

    @Override
    public Optional<StoredResource> get(String type, String id) {
        return Optional.ofNullable(resources.get(type + "/" + id));
    }

    @Override
    public void put(Collection<StoredResource> some) {
        some.forEach(resource -> resources.put(resource.reference(), resource));
    }

    @Override
    public void remove(String type, Collection<String> ids) {
        ids.forEach(id -> resources.remove(type + "/" + id));
    }
}
