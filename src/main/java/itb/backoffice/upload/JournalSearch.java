package itb.backoffice.upload;

import itb.backoffice.catalogue.SearchText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds entries of the journal by name, person and time, also among a hundred thousand. */
final class JournalSearch {
    private static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}");

    private final JournalStore store;

    JournalSearch(JournalStore store) {
        this.store = store;
    }

    /** What a search looks at for an entry, folded in both ways in which Nordic letters are typed. */
    static String text(Collection<String> names) {
        SearchText text = SearchText.of(String.join(" ", new LinkedHashSet<>(names)));
        return text.spelledOut() == null ? text.folded() : text.folded() + " " + text.spelledOut();
    }

    List<JournalEntry> find(Journal.Search search, int most) {
        StringBuilder where = new StringBuilder("1");
        List<Object> values = new ArrayList<>();
        String words = Objects.requireNonNullElse(search.words(), "").strip();
        if (REFERENCE.matcher(words).matches()) {
            where.append(" and type = ? and id = ?");
            values.addAll(List.of(words.split("/")));
        } else {
            for (SearchText.Word word : SearchText.words(words)) {
                where.append(" and (instr(look, ?) > 0 or instr(look, ?) > 0)");
                values.add(word.folded());
                values.add(Objects.requireNonNullElse(word.spelledOut(), word.folded()));
            }
        }
        add(
                where,
                values,
                " and began >= ?",
                search.from() == null ? null : search.from().toEpochMilli());
        add(
                where,
                values,
                " and began < ?",
                search.until() == null ? null : search.until().toEpochMilli());
        add(where, values, " and number < ?", search.older());
        values.add(most);
        // What is searched lies in a narrow table, so that nothing goes through the texts of all entries.
        return store.entries(
                "number in (select number from journal_look where " + where + " order by number desc limit ?)"
                        + " order by number desc",
                values.toArray());
    }

    private static void add(StringBuilder where, List<Object> values, String condition, @Nullable Long value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    Map<String, Journal.Size> sizes(Collection<String> uploads) {
        Map<String, Journal.Size> sizes = new HashMap<>();
        for (String upload : new LinkedHashSet<>(uploads)) {
            sizes.put(upload, store.size(upload));
        }
        return sizes;
    }
}
