package itb.backoffice.shell.check;

import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Job;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.FindingCount;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.chain.Chain;
import itb.backoffice.validation.chain.ChainThing;
import itb.backoffice.validation.chain.ChainVerdict;
import itb.backoffice.validation.chain.Judged;
import itb.backoffice.validation.chain.KnownChain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.MapChangeListener;
import org.jspecify.annotations.Nullable;

/** Everything that was found in the open chain and its drafts. Belongs to the FX thread. */
public final class FindingsModel {
    private final ChainModel chain;
    private final KnownChain known;
    private final Map<String, List<FindingRow>> rows = new HashMap<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Job> running = new ReadOnlyObjectWrapper<>();
    /** What was edited while the check was under way: the check may have seen it as it was before. */
    private final Set<String> newer = new HashSet<>();

    private @Nullable Instant checkedAt;
    private int things;

    /** Nothing found yet; what is found in drafts while they are typed comes from {@code chain}. */
    public FindingsModel(ChainModel chain, KnownChain known) {
        this.chain = chain;
        this.known = known;
        chain.drafts().addListener((MapChangeListener<String, Draft>) change -> newer.add(change.getKey()));
        chain.findings().addListener((MapChangeListener<String, List<Finding>>) change -> {
            if (change.wasAdded()) {
                Chain view = known.view();
                view.get(change.getKey()).ifPresent(thing -> put(thing, change.getValueAdded(), view));
                changed();
            }
        });
    }

    /** The whole chain was checked. */
    public void show(ChainVerdict verdict) {
        rows.keySet().retainAll(newer);
        things = verdict.judged().size();
        checkedAt = Instant.now();
        take(verdict.judged(), verdict.chain());
    }

    /** A part of the chain was checked; the rest follows. */
    public void found(Map<String, Judged> judged) {
        take(judged, known.view());
    }

    private void take(Map<String, Judged> judged, Chain view) {
        Map<String, FindingCount> counts = new HashMap<>();
        judged.forEach((reference, one) -> {
            if (!newer.contains(reference)) {
                put(one.thing(), one.findings(), view);
                counts.put(reference, FindingCount.of(one.findings()));
            }
        });
        chain.counted(counts);
        changed();
    }

    private void put(ChainThing thing, List<Finding> findings, Chain view) {
        List<FindingRow> now = FindingRow.of(thing, findings, view);
        if (now.isEmpty()) {
            rows.remove(thing.reference());
        } else {
            rows.put(thing.reference(), now);
        }
    }

    private void changed() {
        int worth = 0;
        for (List<FindingRow> some : rows.values()) {
            for (FindingRow row : some) {
                worth += row.finding().isWorthTelling() ? 1 : 0;
            }
        }
        count.set(worth);
        revision.set(revision.get() + 1);
    }

    /** A check has begun. */
    public void checking(Job job) {
        newer.clear();
        running.set(job);
    }

    /** The check has ended, in whatever way. */
    public void checked() {
        running.set(null);
    }

    /** All of them, in no order. */
    List<FindingRow> all() {
        List<FindingRow> all = new ArrayList<>();
        rows.values().forEach(all::addAll);
        return all;
    }

    /** How many of them are worth telling; negative before anything was checked. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Counts up whenever something was found, or found no more. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** The check that is under way, or null. */
    public ReadOnlyObjectProperty<@Nullable Job> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** When everything was last checked; null where it never was. */
    @Nullable
    Instant checkedAt() {
        return checkedAt;
    }

    /** How many things were checked then. */
    int things() {
        return things;
    }
}
