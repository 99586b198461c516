package itb.backoffice.shell.chain;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.CheckStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The chain as it lies on disk at one moment, read and made ready off the FX thread.
 *
 * @param downloaded what was downloaded, by {@code Type/id}
 * @param known the same as the drafts have it; whoever takes the snapshot may go on changing it
 * @param drafts every draft by {@code Type/id}
 * @param findings what the last check of each downloaded resource counted; may be changed as well
 * @param rows the rows of every table, sorted by name
 * @param fetched the server's time of the last whole download or refresh of roles; null where there was none
 */
public record ChainSnapshot(
        Map<String, Summary> downloaded,
        Known known,
        Map<String, Draft> drafts,
        Map<String, FindingCount> findings,
        Map<Kind, List<Row>> rows,
        @Nullable Instant fetched) {
    private static final List<String> TYPES = List.of(
            "PractitionerRole", "HealthcareService", "ActivityDefinition", "Organization", "Location", "Practitioner");

    /** Reads the files, for tables in the language of {@code messages}. Waits for the disk. */
    public static ChainSnapshot read(
            CatalogueStore catalogue, DraftStore drafts, CheckStore checks, Messages messages) {
        Map<String, Summary> downloaded = new HashMap<>();
        Known known = new Known();
        for (String type : TYPES) {
            for (Summary summary : catalogue.summaries(type)) {
                downloaded.put(summary.reference(), summary);
                known.put(summary.reference(), summary);
            }
        }
        Map<String, Draft> byReference = new LinkedHashMap<>();
        for (Draft draft : drafts.all()) {
            byReference.put(draft.reference(), draft);
            known.put(draft.reference(), summaryOf(draft));
        }
        Map<String, FindingCount> findings = new HashMap<>();
        checks.all()
                .forEach((reference, checked) ->
                        findings.put(reference, new FindingCount(checked.errors(), checked.warnings())));
        return new ChainSnapshot(
                downloaded,
                known,
                byReference,
                findings,
                rows(known, byReference, findings, messages),
                catalogue.state("PractitionerRole").since());
    }

    private static Map<Kind, List<Row>> rows(
            Known known, Map<String, Draft> drafts, Map<String, FindingCount> findings, Messages messages) {
        Map<Kind, List<Row>> rows = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            rows.put(kind, new ArrayList<>());
        }
        RowMaker maker = new RowMaker(known, messages);
        List<Summary> things = new ArrayList<>(known.all());
        things.addAll(known.identities());
        for (Summary thing : things) {
            Row row = maker.row(
                    thing, findings.getOrDefault(thing.reference(), FindingCount.NONE), drafts.get(thing.reference()));
            rows.getOrDefault(row.kind(), List.of()).add(row);
        }
        Comparator<Row> byName = Comparator.comparing(row -> row.texts().getFirst());
        rows.values().forEach(list -> list.sort(byName));
        return rows;
    }

    static Summary summaryOf(Draft draft) {
        return Summaries.of(draft.type(), draft.id(), Json.object(draft.json()));
    }
}
