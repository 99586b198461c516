package itb.backoffice.upload;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Failure;
import org.jspecify.annotations.Nullable;

/** What the server has, seen from a draft. */
sealed interface Look {
    /** Still what the draft began with: it can go. {@code version} is what to match, or null where there is none. */
    record Free(@Nullable String version) implements Look {
        /** The version to match of something that is there: empty where the server never told one. */
        String toMatch() {
            return version == null ? "" : version;
        }
    }

    /** The server has what the draft wants already; null where it wanted it gone. */
    record Already(@Nullable StoredResource there) implements Look {}

    /** Somebody changed it meanwhile, or deleted it (null). */
    record Changed(@Nullable StoredResource theirs) implements Look {}

    /** Something else has the business key of what is to be created. */
    record Taken(StoredResource there) implements Look {}

    /** The server could not be asked. */
    record Blind(Failure failure) implements Look {}
}
