package itb.backoffice.shell.flow;

import itb.backoffice.catalogue.LocalCopy;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Capabilities.Action;
import itb.backoffice.connection.Capabilities.TypeRules;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.platform.Parallel;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.PlanPart;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadPlanner;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Validator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes plans from drafts: checks each, and asks what the server allows. One draft after the other is read, told and let
 * go, so that a thousand of them need no more memory than their changes. Calls may wait.
 */
public final class PlanMaker {
    private final DraftStore drafts;
    private final LocalCopy catalogue;
    private final Validator validator;
    private final UploadPlanner planner;
    private final Parallel parallel;

    /** Plans for {@code drafts} as {@code planner} words them, several at once by {@code parallel}. */
    public PlanMaker(
            DraftStore drafts, LocalCopy catalogue, Validator validator, UploadPlanner planner, Parallel parallel) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.validator = validator;
        this.planner = planner;
        this.parallel = parallel;
    }

    /**
     * The plan for these drafts ({@code Type/id}); drafts that are gone are left out.
     *
     * @param progress told how many are looked through; it can stop the work
     */
    public UploadPlan plan(
            Collection<String> references, Capabilities capabilities, boolean blockOnOldErrors, Progress progress) {
        Map<String, String> stamps = stamps(references);
        UploadPlanner.Rules rules = new UploadPlanner.Rules(capabilities, blockOnOldErrors);
        List<PlanPart> parts = new ArrayList<>();
        progress.report("", 0, stamps.size());
        parallel.each(
                List.copyOf(stamps.keySet()).iterator(),
                reference -> read(reference).map(draft -> part(draft, rules)),
                (reference, part) -> {
                    part.ifPresent(parts::add);
                    progress.report("", parts.size(), stamps.size());
                },
                progress);
        return planner.plan(parts, fingerprint(stamps));
    }

    private PlanPart part(Draft draft, UploadPlanner.Rules rules) {
        List<Finding> findings = draft.kind() == Draft.Kind.DELETE
                ? List.of()
                : worthTelling(validator.validate(draft.json(), draft.baseJson()));
        return planner.part(draft, findings, rules);
    }

    private Optional<Draft> read(String reference) {
        int slash = reference.indexOf('/');
        return drafts.get(reference.substring(0, slash), reference.substring(slash + 1));
    }

    /** Mere information, such as a code list that is not at hand, helps nobody to decide. */
    private static List<Finding> worthTelling(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() != Finding.Severity.INFORMATION)
                .toList();
    }

    /** Whether a plan made now would be another. Reads no draft. */
    public boolean stale(UploadPlan plan) {
        Map<String, String> now =
                stamps(plan.lines().stream().map(PlanLine::reference).toList());
        return !fingerprint(now).equals(plan.fingerprint());
    }

    private Map<String, String> stamps(Collection<String> references) {
        Map<String, String> stamps = new LinkedHashMap<>(drafts.stamps());
        stamps.keySet().retainAll(new HashSet<>(references));
        return stamps;
    }

    /** Changes with the drafts, and with the versions that the local copy has of what is planned. */
    private String fingerprint(Map<String, String> stamps) {
        Map<String, String> all = new TreeMap<>();
        stamps.forEach((reference, stamp) -> {
            int slash = reference.indexOf('/');
            String version = catalogue.version(reference.substring(0, slash), reference.substring(slash + 1));
            all.put(reference, stamp + "/" + version);
        });
        return all.toString();
    }

    /**
     * For a server that could not be asked yet: nothing is known to be forbidden. Before anything is sent the server is
     * asked in earnest.
     */
    static Capabilities notAskedYet(Collection<String> types) {
        Map<String, TypeRules> rules = new HashMap<>();
        for (String type : types) {
            rules.put(type, new TypeRules(EnumSet.allOf(Action.class), true, true, Set.of(), Set.of()));
        }
        return new Capabilities("", "4.0.1", rules, false);
    }
}
