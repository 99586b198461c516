package itb.backoffice.shell.review;

import itb.backoffice.platform.Json;
import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.KnownVersion;
import itb.backoffice.upload.VersionPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version and what it changed.
 *
 * @param number counts from the newest one on
 * @param before the version before it; null for the first one
 * @param changes each field that this version changed
 */
record VersionRow(
        int number, KnownVersion version, @Nullable KnownVersion before, List<FieldChange> changes) {
    /**
     * The rows of {@code page}; the oldest version waits for the one before it while there is more. Takes time for large
     * resources.
     */
    static List<VersionRow> of(String type, VersionPage page, ChangeWords words) {
        List<VersionRow> rows = new ArrayList<>();
        List<KnownVersion> all = page.versions();
        int whole = page.next() == null ? all.size() : all.size() - 1;
        for (int i = 0; i < whole; i++) {
            KnownVersion before = i + 1 < all.size() ? all.get(i + 1) : null;
            rows.add(new VersionRow(i, all.get(i), before, between(type, before, all.get(i), words)));
        }
        return rows;
    }

    /** What is different in {@code version}. */
    static List<FieldChange> between(
            String type, @Nullable KnownVersion before, KnownVersion version, ChangeWords words) {
        String old = before == null ? null : before.json();
        String json = version.json();
        return words.between(
                type, old == null ? null : Json.object(old), json == null ? Json.object() : Json.object(json));
    }

    /** Which of the two values there are to show beside each other. */
    static ChangesPane.Sides sides(@Nullable KnownVersion before, KnownVersion version) {
        if (version.deletion()) {
            return ChangesPane.Sides.OLD;
        }
        return before == null || before.deletion() ? ChangesPane.Sides.NEW : ChangesPane.Sides.BOTH;
    }

    /** Whether this is what there is now. */
    boolean newest() {
        return number == 0;
    }
}
