package itb.backoffice.shell.chain;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.platform.Json;
import itb.backoffice.validation.CheckStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The chain as it lies on disk at one moment, read off the FX thread.
 *
 * @param summaries for each type what was downloaded
 * @param drafts every draft by {@code Type/id}
 * @param findings what the last check of each downloaded resource counted
 * @param fetched the server's time of the last whole download or refresh of roles; null where there was none
 */
record ChainSnapshot(
        Map<String, List<Summary>> summaries,
        Map<String, Draft> drafts,
        Map<String, FindingCount> findings,
        @Nullable Instant fetched) {
    static final List<String> TYPES = List.of(
            "PractitionerRole", "HealthcareService", "ActivityDefinition", "Organization", "Location", "Practitioner");

    static ChainSnapshot read(CatalogueStore catalogue, DraftStore drafts, CheckStore checks) {
        Map<String, List<Summary>> summaries = new HashMap<>();
        for (String type : TYPES) {
            summaries.put(type, catalogue.summaries(type));
        }
        Map<String, Draft> byReference = new LinkedHashMap<>();
        drafts.all().forEach(draft -> byReference.put(draft.reference(), draft));
        Map<String, FindingCount> findings = new HashMap<>();
        checks.all()
                .forEach((reference, checked) ->
                        findings.put(reference, new FindingCount(checked.errors(), checked.warnings())));
        return new ChainSnapshot(
                summaries,
                byReference,
                findings,
                catalogue.state("PractitionerRole").since());
    }

    /** All roles as the drafts have them, or else as they were downloaded. */
    List<Summary> roles() {
        List<Summary> roles = new ArrayList<>();
        for (Summary summary : summaries.getOrDefault("PractitionerRole", List.of())) {
            Draft draft = drafts.get(summary.reference());
            roles.add(draft == null ? summary : summaryOf(draft));
        }
        for (Draft draft : drafts.values()) {
            if (draft.type().equals("PractitionerRole") && draft.kind() == Draft.Kind.CREATE) {
                roles.add(summaryOf(draft));
            }
        }
        return roles;
    }

    static Summary summaryOf(Draft draft) {
        return Summaries.of(draft.type(), draft.id(), Json.object(draft.json()));
    }
}
