package itb.backoffice.shell.chain;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.CheckStore;
import itb.backoffice.validation.Finding;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/** The open chain on the FX thread: the rows of the tables, the drafts and their findings. */
public final class ChainModel {
    private final CatalogueStore catalogue;
    private final DraftStore draftStore;
    private final CheckStore checks;
    private final Background background;
    private final Collator collator;

    private final ObservableList<RoleLine> roles = FXCollections.observableArrayList();
    private final ObservableMap<String, Draft> drafts = FXCollections.observableHashMap();
    private final ObservableMap<String, List<Finding>> findings = FXCollections.observableHashMap();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper loaded = new ReadOnlyLongWrapper();
    private @Nullable Instant fetched;
    private Map<String, List<Summary>> summaries = new HashMap<>();
    private Map<String, Summary> byReference = new HashMap<>();
    private Map<String, FindingCount> counts = new HashMap<>();
    private final Map<String, RoleLine> lines = new HashMap<>();

    /** An empty model over these stores; {@link #load} fills it. */
    public ChainModel(
            CatalogueStore catalogue, DraftStore drafts, CheckStore checks, Background background, Messages messages) {
        this.catalogue = catalogue;
        this.draftStore = drafts;
        this.checks = checks;
        this.background = background;
        this.collator = messages.collator();
    }

    /** Reads everything from disk anew, then runs {@code then}. */
    public void load(Runnable then) {
        background.latest(this, () -> ChainSnapshot.read(catalogue, draftStore, checks), snapshot -> {
            show(snapshot);
            then.run();
        });
    }

    private void show(ChainSnapshot snapshot) {
        summaries = new HashMap<>(snapshot.summaries());
        fetched = snapshot.fetched();
        byReference = summaries.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(Summary::reference, summary -> summary, (one, other) -> one, HashMap::new));
        counts = new HashMap<>(snapshot.findings());
        findings.forEach((reference, found) -> counts.put(reference, FindingCount.of(found)));
        drafts.keySet().retainAll(snapshot.drafts().keySet());
        drafts.putAll(snapshot.drafts());
        List<RoleRow> rows = new ArrayList<>();
        for (Summary role : snapshot.roles()) {
            rows.add(row(role, snapshot.drafts().get(role.reference())));
        }
        showRoles(rows);
    }

    /** Lines stay the same objects, and the list is touched only where roles came or went. */
    private void showRoles(List<RoleRow> rows) {
        Set<String> there = rows.stream().map(RoleRow::id).collect(Collectors.toSet());
        lines.keySet().retainAll(there);
        List<RoleLine> fresh = new ArrayList<>();
        for (RoleRow row : rows) {
            RoleLine line = lines.get(row.id());
            if (line == null) {
                line = new RoleLine(row);
                lines.put(row.id(), line);
                fresh.add(line);
            } else {
                line.show(row);
            }
        }
        if (!there.containsAll(roles.stream().map(RoleLine::id).toList())) {
            roles.removeIf(line -> !there.contains(line.id()));
        }
        if (!fresh.isEmpty()) {
            roles.addAll(fresh);
        }
        loaded.set(loaded.get() + 1);
        revision.set(revision.get() + 1);
    }

    private RoleRow row(Summary role, @Nullable Draft draft) {
        String clinicId = role.fact(Summaries.CLINIC_ID);
        String clinic = find("HealthcareService", clinicId).map(Summary::title).orElse("");
        FindingCount count = counts.getOrDefault(role.reference(), FindingCount.NONE);
        return RoleRow.of(role, clinic, count, draft, collator);
    }

    /** The lines of the table of roles. */
    public ObservableList<RoleLine> roles() {
        return roles;
    }

    /** Every draft by {@code Type/id}. */
    public ObservableMap<String, Draft> drafts() {
        return drafts;
    }

    /** The findings of drafts and of the open resource, by {@code Type/id}. */
    public ObservableMap<String, List<Finding>> findings() {
        return findings;
    }

    /** Counts up whenever anything here has changed. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Counts up whenever the chain was read anew or a role came or went; not for every edit. */
    public ReadOnlyLongProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** The server's time when what is here was fetched; null where nothing was. */
    public @Nullable Instant fetched() {
        return fetched;
    }

    /** What was downloaded of {@code type}. */
    public List<Summary> summaries(String type) {
        return summaries.getOrDefault(type, List.of());
    }

    /** The downloaded resource, if there is one. */
    public Optional<Summary> find(String type, String id) {
        return Optional.ofNullable(byReference.get(type + "/" + id));
    }

    /** Shows that a draft was made, changed, or, with null, is gone. */
    public void draftChanged(String type, String id, @Nullable Draft draft) {
        String reference = type + "/" + id;
        if (draft == null) {
            drafts.remove(reference);
        } else {
            drafts.put(reference, draft);
        }
        if (type.equals("PractitionerRole")) {
            roleChanged(id, draft);
        }
        revision.set(revision.get() + 1);
    }

    private void roleChanged(String id, @Nullable Draft draft) {
        Optional<Summary> now =
                draft == null ? find("PractitionerRole", id) : Optional.of(ChainSnapshot.summaryOf(draft));
        RoleLine line = lines.get(id);
        if (now.isEmpty()) {
            if (line != null) {
                lines.remove(id);
                roles.remove(line);
                loaded.set(loaded.get() + 1);
            }
        } else if (line == null) {
            RoleLine fresh = new RoleLine(row(now.get(), draft));
            lines.put(id, fresh);
            roles.add(fresh);
            loaded.set(loaded.get() + 1);
        } else {
            line.show(row(now.get(), draft));
        }
    }

    /** Shows new findings of a resource. */
    public void found(String reference, List<Finding> current) {
        findings.put(reference, List.copyOf(current));
        counted(Map.of(reference, FindingCount.of(current)));
    }

    /** Shows new counts of findings, by {@code Type/id}. */
    public void counted(Map<String, FindingCount> current) {
        current.forEach((reference, count) -> {
            counts.put(reference, count);
            RoleLine line = lines.get(reference.substring(reference.indexOf('/') + 1));
            if (line != null && reference.startsWith("PractitionerRole/")) {
                line.show(line.row().withFindings(count));
            }
        });
        revision.set(revision.get() + 1);
    }
}
