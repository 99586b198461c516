package itb.backoffice.shell.flow;

import itb.backoffice.catalogue.LocalCopy;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Capabilities.Action;
import itb.backoffice.connection.Capabilities.TypeRules;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadPlanner;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Validator;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes plans from drafts: checks each, and asks what the server allows. Calls may wait. */
public final class PlanMaker {
    private final DraftStore drafts;
    private final LocalCopy catalogue;
    private final Validator validator;
    private final UploadPlanner planner;

    /** Plans for {@code drafts} as {@code planner} words them. */
    public PlanMaker(DraftStore drafts, LocalCopy catalogue, Validator validator, UploadPlanner planner) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.validator = validator;
        this.planner = planner;
    }

    /** The plan for these drafts ({@code Type/id}); drafts that are gone are left out. */
    public UploadPlan plan(Collection<String> references, Capabilities capabilities, boolean blockOnOldErrors) {
        List<Draft> chosen = chosen(references);
        Map<String, List<Finding>> findings = new HashMap<>();
        for (Draft draft : chosen) {
            if (draft.kind() != Draft.Kind.DELETE) {
                findings.put(draft.reference(), worthTelling(validator.validate(draft.json(), draft.baseJson())));
            }
        }
        return planner.plan(
                chosen, findings, new UploadPlanner.Rules(capabilities, blockOnOldErrors), catalogueVersion(chosen));
    }

    /** Mere information, such as a code list that is not at hand, helps nobody to decide. */
    private static List<Finding> worthTelling(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() != Finding.Severity.INFORMATION)
                .toList();
    }

    /** Whether a plan made now would be another. */
    public boolean stale(UploadPlan plan) {
        List<Draft> now =
                chosen(plan.lines().stream().map(line -> line.reference()).toList());
        return !UploadPlanner.fingerprint(now, catalogueVersion(now)).equals(plan.fingerprint());
    }

    private List<Draft> chosen(Collection<String> references) {
        Set<String> wanted = new HashSet<>(references);
        return drafts.all().stream()
                .filter(draft -> wanted.contains(draft.reference()))
                .toList();
    }

    /** The versions that the local copy has of what is planned. */
    private String catalogueVersion(List<Draft> chosen) {
        Map<String, String> versions = new TreeMap<>();
        for (Draft draft : chosen) {
            versions.put(
                    draft.reference(),
                    catalogue
                            .get(draft.type(), draft.id())
                            .map(StoredResource::version)
                            .orElse(""));
        }
        return versions.toString();
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
