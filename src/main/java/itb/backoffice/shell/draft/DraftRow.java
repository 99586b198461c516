package itb.backoffice.shell.draft;

import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.platform.Json;
import itb.backoffice.validation.Finding;
import java.time.Instant;
import java.util.List;

/**
 * One draft as the list shows it.
 *
 * @param title what the thing is called
 * @param place what tells it from others of the same name; may be empty
 */
record DraftRow(
        String reference,
        String type,
        String title,
        String place,
        Draft.Kind kind,
        DraftState state,
        Instant changed,
        long errors,
        long warnings) {
    /** The same under the name that the chain has for it. */
    DraftRow called(String name) {
        return new DraftRow(reference, type, name, place, kind, state, changed, errors, warnings);
    }

    static DraftRow of(Draft draft, List<Finding> findings) {
        Summary summary = Summaries.of(draft.type(), draft.id(), Json.object(draft.json()));
        return new DraftRow(
                draft.reference(),
                draft.type(),
                summary.title(),
                summary.fact(Summaries.CLINIC),
                draft.kind(),
                draft.state(),
                draft.changed(),
                findings.stream()
                        .filter(finding -> finding.severity().isError())
                        .count(),
                findings.stream()
                        .filter(finding -> finding.severity() == Finding.Severity.WARNING)
                        .count());
    }
}
