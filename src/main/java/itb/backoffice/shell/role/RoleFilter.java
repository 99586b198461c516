package itb.backoffice.shell.role;

import itb.backoffice.catalogue.SearchText;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.shell.chain.RoleLine;
import itb.backoffice.shell.chain.RoleRow;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What of the table is shown.
 *
 * @param typed what was typed: every word of it must be found
 * @param clinicId only roles at this clinic, or null for all
 * @param personKey only roles of this person ({@code system|value}), or null for all
 * @param status which of the active and the others
 */
public record RoleFilter(
        String typed,
        @Nullable String clinicId,
        @Nullable String personKey,
        Status status,
        boolean withFindings,
        boolean withDraft) {
    /** Active or not. */
    public enum Status {
        ALL,
        ACTIVE,
        INACTIVE
    }

    /** Only roles in which every word of {@code typed} is found. */
    public static RoleFilter ofTyped(String typed) {
        return new RoleFilter(typed, null, null, Status.ALL, false, false);
    }

    /** Only roles at this clinic. */
    public static RoleFilter ofClinic(String clinicId) {
        return new RoleFilter("", clinicId, null, Status.ALL, false, false);
    }

    /** Only roles of this person, or billed by this organisation ({@code system|value}). */
    public static RoleFilter ofIdentity(String key) {
        return new RoleFilter("", null, key, Status.ALL, false, false);
    }

    /** Everything is shown. */
    public static final RoleFilter ALL = new RoleFilter("", null, null, Status.ALL, false, false);

    /** The filter as a predicate; the words are folded once. */
    public Predicate<RoleLine> compiled() {
        List<SearchText.Word> words = SearchText.words(typed);
        return line -> where(line.row()) && line.row().search().holds(words);
    }

    private boolean where(RoleRow row) {
        return (clinicId == null || row.summary().fact(Summaries.CLINIC_ID).equals(clinicId))
                && (personKey == null
                        || row.summary().fact(Summaries.PERSON_KEY).equals(personKey)
                        || row.summary().fact(Summaries.BILLING_KEY).equals(personKey))
                && (status == Status.ALL || row.active() == (status == Status.ACTIVE))
                && (!withFindings || row.findings().all() > 0)
                && (!withDraft || row.draft() != null);
    }

    /** Whether it shows everything. */
    public boolean isOpen() {
        return equals(ALL);
    }
}
