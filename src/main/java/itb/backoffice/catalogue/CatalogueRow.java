package itb.backoffice.catalogue;

import java.util.HashMap;
import java.util.Map;

/** A resource and what tables show of it, ready to be written. Made outside of the transaction, which it would hold up. */
record CatalogueRow(StoredResource resource, String title, boolean active, String facts) {
    private static final char BETWEEN = '\u001f';

    static CatalogueRow of(StoredResource resource) {
        Summary summary = Summaries.of(resource.type(), resource.id(), resource.text());
        StringBuilder facts = new StringBuilder();
        summary.facts()
                .forEach((name, value) -> facts.append(name)
                        .append(BETWEEN)
                        .append(value.replace(BETWEEN, ' '))
                        .append(BETWEEN));
        return new CatalogueRow(resource, summary.title(), summary.active(), facts.toString());
    }

    /** Reads what {@link #of} wrote; equal values become the same object, by {@code same}. */
    static Map<String, String> facts(String text, Map<String, String> same) {
        Map<String, String> facts = new HashMap<>();
        int at = 0;
        while (at < text.length()) {
            int name = text.indexOf(BETWEEN, at);
            int value = text.indexOf(BETWEEN, name + 1);
            String read = text.substring(name + 1, value);
            String known = same.putIfAbsent(read, read);
            facts.put(text.substring(at, name).intern(), known == null ? read : known);
            at = value + 1;
        }
        return facts;
    }
}
