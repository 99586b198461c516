package itb.backoffice.upload;

import itb.backoffice.draft.Draft;
import itb.backoffice.validation.Finding;
import java.util.List;
import java.util.Map;

/** Plans without the store that they otherwise come from. */
public final class Plans {
    private Plans() {}

    /** A plan for {@code drafts}; {@code findings} is what validation said, by {@code Type/id}. */
    public static UploadPlan of(
            UploadPlanner planner, List<Draft> drafts, Map<String, List<Finding>> findings, UploadPlanner.Rules rules) {
        return planner.plan(
                drafts.stream()
                        .map(draft -> planner.part(draft, findings.getOrDefault(draft.reference(), List.of()), rules))
                        .toList(),
                "");
    }
}
