package itb.backoffice.shell.chain;

import itb.backoffice.catalogue.SearchText;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.draft.Draft;
import java.text.Collator;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of roles: the role as the draft has it, or else as the server sent it.
 *
 * @param draft the draft, or null where there is none
 * @param search all that a search looks at, folded
 */
public record RoleRow(
        Summary summary,
        SortText person,
        SortText clinic,
        SortText billing,
        SortText role,
        FindingCount findings,
        @Nullable Draft draft,
        SearchText search) {

    /**
     * Makes the row.
     *
     * @param clinicName what the catalogue calls the clinic; empty where it knows none
     */
    public static RoleRow of(
            Summary summary, String clinicName, FindingCount findings, @Nullable Draft draft, Collator collator) {
        String clinic = clinicName.isEmpty() ? summary.fact(Summaries.CLINIC) : clinicName;
        SearchText search = SearchText.of(String.join(
                " ",
                summary.fact(Summaries.PERSON),
                clinic,
                summary.fact(Summaries.BILLING),
                summary.fact(Summaries.ROLE),
                summary.fact(Summaries.SPECIALTY),
                summary.fact(Summaries.PERSON_KEY).replaceAll(".*\\|", ""),
                summary.fact(Summaries.BILLING_KEY).replaceAll(".*\\|", "")));
        return new RoleRow(
                summary,
                SortText.of(summary.fact(Summaries.PERSON), collator),
                SortText.of(clinic, collator),
                SortText.of(summary.fact(Summaries.BILLING), collator),
                SortText.of(summary.fact(Summaries.ROLE), collator),
                findings,
                draft,
                search);
    }

    /** The role's id. */
    public String id() {
        return summary.id();
    }

    /** Whether patients can see it. */
    public boolean active() {
        return summary.active();
    }

    /** The same with other findings. */
    public RoleRow withFindings(FindingCount other) {
        return new RoleRow(summary, person, clinic, billing, role, other, draft, search);
    }
}
