package itb.backoffice.shell.review;

import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadPlanner;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Validator;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Makes plans from drafts as they lie on disk, validated anew, so that a plan never trusts an older verdict. */
public final class PlanMaker {
    private final DraftStore drafts;
    private final Validator validator;
    private final UploadPlanner planner;
    private final Supplier<UploadPlanner.Rules> rules;
    private final Supplier<String> catalogueVersion;

    /**
     * @param rules what decides whether a line may go; asked for each plan, off the FX thread
     * @param catalogueVersion anything that changes whenever the local copy does
     */
    public PlanMaker(
            DraftStore drafts,
            Validator validator,
            UploadPlanner planner,
            Supplier<UploadPlanner.Rules> rules,
            Supplier<String> catalogueVersion) {
        this.drafts = drafts;
        this.validator = validator;
        this.planner = planner;
        this.rules = rules;
        this.catalogueVersion = catalogueVersion;
    }

    /** A plan for those of {@code references} ({@code Type/id}) that are still drafts. */
    public UploadPlan plan(Collection<String> references) {
        String version = catalogueVersion.get();
        List<Draft> chosen = among(references);
        Map<String, List<Finding>> findings = new HashMap<>();
        for (Draft draft : chosen) {
            if (draft.kind() != Draft.Kind.DELETE) {
                findings.put(draft.reference(), validator.validate(draft.json(), draft.baseJson()));
            }
        }
        return planner.plan(chosen, findings, rules.get(), version);
    }

    /** Whether {@code plan} would be another one now. */
    public boolean stale(UploadPlan plan) {
        List<Draft> now = among(plan.lines().stream().map(PlanLine::reference).toList());
        return !UploadPlanner.fingerprint(now, catalogueVersion.get()).equals(plan.fingerprint());
    }

    private List<Draft> among(Collection<String> references) {
        Set<String> wanted = Set.copyOf(references);
        return drafts.all().stream()
                .filter(draft -> wanted.contains(draft.reference()))
                .toList();
    }
}
