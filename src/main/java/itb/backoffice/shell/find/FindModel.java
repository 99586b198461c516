package itb.backoffice.shell.find;

import itb.backoffice.catalogue.SearchIndex;
import itb.backoffice.catalogue.SearchIndex.Entry;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Background;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.chain.Line;
import itb.backoffice.shell.chain.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The index over everything in the chain, drafts as they are typed; made anew in the background where it is out of date. */
public final class FindModel {
    private final ChainModel chain;
    private final Background background;
    private final ReadOnlyObjectWrapper<SearchIndex> index = new ReadOnlyObjectWrapper<>(SearchIndex.of(List.of()));
    private long made = -1;

    /** Finds things of {@code chain}. */
    public FindModel(ChainModel chain, Background background) {
        this.chain = chain;
        this.background = background;
    }

    /** The index as it is now; another one takes its place when the chain has changed. */
    public ReadOnlyObjectProperty<SearchIndex> indexProperty() {
        return index.getReadOnlyProperty();
    }

    /** Makes the index anew, if anything has changed since. */
    public void refresh() {
        long revision = chain.revisionProperty().get();
        if (made == revision) {
            return;
        }
        List<Row> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Line line : chain.lines(kind)) {
                rows.add(line.row());
            }
        }
        background.latest(
                this, () -> SearchIndex.of(rows.stream().map(FindModel::entry).toList()), fresh -> {
                    made = revision;
                    index.set(fresh);
                });
    }

    /** Whether the index is not there yet. */
    public boolean isEmpty() {
        return index.get().size() == 0;
    }

    private static Entry entry(Row row) {
        Summary thing = row.summary();
        StringJoiner words = new StringJoiner(" ");
        words.add(thing.fact(Summaries.WORDS));
        row.texts().forEach(text -> words.add(text.text()));
        words.add(thing.fact(Summaries.WEB_NAME));
        for (String fact : List.of(Summaries.IDENTIFIERS, Summaries.PERSON_KEY, Summaries.BILLING_KEY)) {
            for (String key : thing.fact(fact).split("\n", -1)) {
                words.add(Summaries.value(key));
            }
        }
        return new Entry(row.reference(), row.texts().getFirst().text(), words.toString(), weight(row.kind()));
    }

    /** A person comes before their roles, a clinic before those who work there. */
    private static int weight(Kind kind) {
        return switch (kind) {
            case CLINICS -> 12;
            case TREATMENTS -> 10;
            case PEOPLE, BILLING -> 9;
            case AREAS, CHAIN -> 8;
            case ROLES, OFFERS -> 0;
        };
    }
}
