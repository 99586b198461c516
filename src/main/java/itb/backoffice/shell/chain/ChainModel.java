package itb.backoffice.shell.chain;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.CheckStore;
import itb.backoffice.validation.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/** The open chain on the FX thread: the lines of the tables, the drafts and their findings, and who refers to whom. */
public final class ChainModel implements LineSource {
    private final CatalogueStore catalogue;
    private final DraftStore draftStore;
    private final CheckStore checks;
    private final Background background;
    private final Messages messages;

    private final Map<Kind, LineList> lists = new EnumMap<>(Kind.class);
    private final ObservableMap<String, Draft> drafts = FXCollections.observableHashMap();
    private final ObservableMap<String, List<Finding>> findings = FXCollections.observableHashMap();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper loaded = new ReadOnlyLongWrapper();
    private @Nullable Instant fetched;
    private long edits;
    private final List<Runnable> awaiting = new ArrayList<>();
    private Map<String, Summary> downloaded = new HashMap<>();
    private Known known = new Known();
    private RowMaker rows;
    private Map<String, FindingCount> counts = new HashMap<>();

    /** An empty model over these stores; {@link #load} fills it. */
    public ChainModel(
            CatalogueStore catalogue, DraftStore drafts, CheckStore checks, Background background, Messages messages) {
        this.catalogue = catalogue;
        this.draftStore = drafts;
        this.checks = checks;
        this.background = background;
        this.messages = messages;
        this.rows = new RowMaker(known, messages);
        for (Kind kind : Kind.values()) {
            lists.put(kind, new LineList());
        }
    }

    /** Reads everything from disk anew, then runs {@code then}; where more is asked for meanwhile, after that. */
    public void load(Runnable then) {
        awaiting.add(then);
        background.latest(this, () -> ChainSnapshot.read(catalogue, draftStore, checks, messages), snapshot -> {
            show(snapshot);
            List<Runnable> told = List.copyOf(awaiting);
            awaiting.clear();
            told.forEach(Runnable::run);
        });
    }

    /** Runs {@code then} when what is being read is there; at once where nothing is. */
    public void whenRead(Runnable then) {
        if (awaiting.isEmpty()) {
            then.run();
        } else {
            awaiting.add(then);
        }
    }

    /** Shows what was read before. */
    public void show(ChainSnapshot snapshot) {
        downloaded = snapshot.downloaded();
        known = snapshot.known();
        rows = new RowMaker(known, messages);
        fetched = snapshot.fetched();
        counts = snapshot.findings();
        if (!sameTexts(drafts, snapshot.drafts())) {
            edits++;
        }
        drafts.keySet().retainAll(snapshot.drafts().keySet());
        drafts.putAll(snapshot.drafts());
        snapshot.rows().forEach((kind, list) -> list(kind).showAll(list));
        Map<String, FindingCount> fresh = new HashMap<>();
        findings.forEach((reference, found) -> fresh.put(reference, FindingCount.of(found)));
        loaded.set(loaded.get() + 1);
        counted(fresh);
    }

    private static boolean sameTexts(Map<String, Draft> some, Map<String, Draft> others) {
        return some.size() == others.size()
                && some.values().stream().allMatch(draft -> {
                    Draft other = others.get(draft.reference());
                    return other != null && other.json().equals(draft.json());
                });
    }

    private LineList list(Kind kind) {
        return java.util.Objects.requireNonNull(lists.get(kind));
    }

    @Override
    public ObservableList<Line> lines(Kind kind) {
        return list(kind).lines();
    }

    /** The lines of the table of roles. */
    public ObservableList<Line> roles() {
        return lines(Kind.ROLES);
    }

    /** Every draft by {@code Type/id}. */
    public ObservableMap<String, Draft> drafts() {
        return drafts;
    }

    /** The findings of drafts and of the open resource, by {@code Type/id}. */
    public ObservableMap<String, List<Finding>> findings() {
        return findings;
    }

    @Override
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyLongProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** The server's time when what is here was fetched; null where nothing was. */
    public @Nullable Instant fetched() {
        return fetched;
    }

    /** The resources of {@code type} as the drafts have them, or else as they were downloaded. */
    public List<Summary> summaries(String type) {
        return known.all().stream().filter(thing -> thing.type().equals(type)).toList();
    }

    /** The same for one; also for a person or billing organisation that only roles tell of. */
    public Optional<Summary> find(String reference) {
        return known.find(reference);
    }

    /** Who has an identifier ({@code person/system|value}), with a resource or without. */
    public Optional<Summary> holder(String identity) {
        return known.holder(identity);
    }

    /** The same. */
    public Optional<Summary> find(String type, String id) {
        return find(type + "/" + id);
    }

    /** The same thing with the names of those it refers to, where it does not give them itself. */
    public Summary named(Summary thing) {
        return known.named(thing);
    }

    /** What refers to {@code reference}. */
    public Set<String> sources(String reference) {
        return known.sources(reference);
    }

    /** What {@code thing} refers to. */
    public Set<String> targets(Summary thing) {
        return known.targets(thing);
    }

    /** The names that roles give a person or a billing organisation. */
    public Spellings spellings(Summary thing) {
        return known.spellings(thing);
    }

    /** Shows that a draft was made, changed, or, with null, is gone. */
    public void draftChanged(String type, String id, @Nullable Draft draft) {
        draftsChanged(Collections.singletonMap(type + "/" + id, draft));
    }

    /** The same for many at once, by {@code Type/id}. */
    public void draftsChanged(Map<String, @Nullable Draft> changed) {
        boolean cameOrWent = false;
        for (Map.Entry<String, @Nullable Draft> each : changed.entrySet()) {
            String reference = each.getKey();
            Draft draft = each.getValue();
            if (draft == null) {
                drafts.remove(reference);
            } else {
                drafts.put(reference, draft);
            }
            cameOrWent |=
                    changed(reference, draft == null ? downloaded.get(reference) : ChainSnapshot.summaryOf(draft));
        }
        edits++;
        if (cameOrWent) {
            loaded.set(loaded.get() + 1);
        }
        revision.set(revision.get() + 1);
    }

    /** How often drafts were made, changed or put away here: what was done last is still the last while it stays the same. */
    public long edits() {
        return edits;
    }

    /** True where something came into a table, or left one. */
    private boolean changed(String reference, @Nullable Summary now) {
        Summary before = known.put(reference, now);
        boolean cameOrWent = false;
        for (String each : Affected.by(known, reference, before, now)) {
            cameOrWent |= show(each);
        }
        return cameOrWent;
    }

    /** Shows a thing in its table, or takes it away; true where it came or went. */
    private boolean show(String reference) {
        Summary thing = known.find(reference).orElse(null);
        Kind kind = thing == null ? null : Kind.of(thing);
        boolean changed = false;
        for (Kind other : Kind.values()) {
            changed |= other != kind && list(other).remove(reference);
        }
        if (thing != null && kind != null) {
            FindingCount count = counts.getOrDefault(reference, FindingCount.NONE);
            changed |= list(kind).show(rows.row(thing, count, drafts.get(reference)));
        }
        return changed;
    }

    /** Shows new findings of resources, by {@code Type/id}. */
    public void found(Map<String, List<Finding>> current) {
        Map<String, FindingCount> fresh = new HashMap<>();
        current.forEach((reference, found) -> {
            findings.put(reference, List.copyOf(found));
            fresh.put(reference, FindingCount.of(found));
        });
        counted(fresh);
    }

    /** The same for one. */
    public void found(String reference, List<Finding> current) {
        found(Map.of(reference, current));
    }

    /** Shows new counts of findings, by {@code Type/id}. */
    public void counted(Map<String, FindingCount> current) {
        current.forEach((reference, count) -> {
            counts.put(reference, count);
            for (LineList list : lists.values()) {
                Line line = list.line(reference);
                if (line != null) {
                    line.show(line.row().withFindings(count));
                }
            }
        });
        revision.set(revision.get() + 1);
    }
}
