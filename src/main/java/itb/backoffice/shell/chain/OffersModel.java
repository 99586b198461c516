package itb.backoffice.shell.chain;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.OfferOutcome;
import itb.backoffice.catalogue.OfferStore;
import itb.backoffice.connection.Failure;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import java.time.Instant;
import java.util.ArrayList;
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
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the server says can be booked, on the FX thread. It is fetched when somebody first wants to see it, and from then
 * on after every look at the server; what was fetched last is shown until all of the new answer is here.
 */
public final class OffersModel implements LineSource {
    /** The facts of an offer: {@code Type/id} of what it is made of. */
    public static final String TREATMENT = "treatment";

    /** The same of its clinic. */
    public static final String CLINIC = "clinic";

    /** The same of its role. */
    public static final String ROLE = "role";

    /** Where its text lies in the {@link OfferStore}. */
    public static final String NUMBER = "number";

    /**
     * How things stand.
     *
     * @param asking whether the server is being asked
     * @param told whether this server tells at all, as far as is known
     * @param fetched when the server computed what is shown; null where nothing was fetched yet
     * @param failure why the last try to fetch brought nothing; null where it did
     */
    public record Look(
            boolean asking,
            boolean told,
            @Nullable Instant fetched,
            @Nullable Failure failure) {}

    private record Numbers(OfferStore.State state, Map<String, Integer> counts) {}

    private final OfferStore store;
    private final CatalogueStore catalogue;
    private final Background.Tracked<OfferOutcome> fetch;
    private final Background background;
    private final Messages messages;

    private final LineList list = new LineList();
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(new Look(false, true, null, null));
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyLongWrapper loaded = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final List<Runnable> awaiting = new ArrayList<>();
    private Map<String, Integer> counts = Map.of();
    private boolean opened;
    private boolean stale = true;
    private boolean refreshing;
    private boolean fetching;
    /** Something changed while they were fetched. */
    private boolean again;

    /** Offers of {@code store}; {@code fetch} brings new ones there, {@code catalogue} knows names. */
    public OffersModel(
            OfferStore store,
            CatalogueStore catalogue,
            Background.Tracked<OfferOutcome> fetch,
            Background background,
            Messages messages) {
        this.store = store;
        this.catalogue = catalogue;
        this.fetch = fetch;
        this.background = background;
        this.messages = messages;
    }

    /** Reads how many offers there are, for those who only name their number. */
    public void start() {
        background.latest(count, () -> new Numbers(store.state(), store.counts()), numbers -> {
            counts = numbers.counts();
            count.set(numbers.state().fetched() == null ? -1 : numbers.state().offers());
            Look now = look.get();
            look.set(new Look(now.asking(), now.told(), numbers.state().fetched(), now.failure()));
            revision.set(revision.get() + 1);
        });
    }

    /** Somebody wants to see them. */
    public void open() {
        if (!opened) {
            opened = true;
            read();
        }
        if (stale) {
            fetch();
        }
    }

    /** The server is being asked for changes of the chain, or no longer. */
    public void refreshing(boolean now) {
        refreshing = now;
        if (now) {
            outdated();
        } else if (opened) {
            fetch();
        }
        showAsking();
    }

    /** The server has something else to compute from: whoever wants to see them next sees them fetched anew. */
    public void outdated() {
        stale = true;
        again = fetching;
    }

    /** Fetches them anew, unless that is being done; what is shown stays until then. */
    public void fetch() {
        if (fetching || refreshing) {
            showAsking();
            return;
        }
        fetching = true;
        again = false;
        showAsking();
        background.run(messages.get("offer.fetching"), fetch, this::fetched, () -> {
            fetching = false;
            showAsking();
            if (again && opened) {
                fetch();
            }
        });
    }

    private void showAsking() {
        Look now = look.get();
        look.set(new Look(fetching || refreshing && opened, now.told(), now.fetched(), now.failure()));
    }

    private void fetched(OfferOutcome outcome) {
        Look now = look.get();
        look.set(new Look(
                now.asking(),
                !(outcome instanceof OfferOutcome.NotTold),
                now.fetched(),
                outcome instanceof OfferOutcome.Failed(Failure failure) ? failure : null));
        if (!(outcome instanceof OfferOutcome.Failed)) {
            // What was computed before something changed is not the last word.
            stale = again;
            start();
            read();
        }
    }

    private void read() {
        background.latest(this, () -> OfferRows.read(store, catalogue, messages), rows -> {
            list.showAll(rows);
            loaded.set(loaded.get() + 1);
            revision.set(revision.get() + 1);
            List<Runnable> told = List.copyOf(awaiting);
            awaiting.clear();
            told.forEach(Runnable::run);
        });
    }

    /** Runs {@code then} as soon as what lies on disk is in the lines. */
    public void whenRead(Runnable then) {
        if (loaded.get() > 0) {
            then.run();
        } else {
            awaiting.add(then);
            open();
        }
    }

    /** How things stand. */
    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** How many there are; negative where none were fetched yet. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Of how many a treatment, clinic or role is part. */
    public int count(String reference) {
        return counts.getOrDefault(reference, 0);
    }

    /** Those of which a treatment, clinic or role is part, among the lines. */
    public Set<String> of(String reference) {
        Set<String> found = new HashSet<>();
        for (Line line : list.lines()) {
            var offer = line.row().summary();
            if (offer.fact(TREATMENT).equals(reference)
                    || offer.fact(CLINIC).equals(reference)
                    || offer.fact(ROLE).equals(reference)) {
                found.add(line.reference());
            }
        }
        return found;
    }

    @Override
    public ObservableList<Line> lines(Kind kind) {
        return list.lines();
    }

    @Override
    public ReadOnlyLongProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }
}
