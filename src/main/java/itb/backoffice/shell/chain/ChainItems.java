package itb.backoffice.shell.chain;

import itb.backoffice.catalogue.SearchText;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.platform.Messages;
import java.text.Collator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the lines of the tables that show the downloaded chain, with how many roles refer to each thing. */
public final class ChainItems {
    private final ChainModel chain;
    private final Collator collator;

    /** Lines from {@code chain}, sorted in the user's language. */
    public ChainItems(ChainModel chain, Messages messages) {
        this.chain = chain;
        this.collator = messages.collator();
    }

    /** The clinics, each with its town. */
    public List<ChainItem> clinics() {
        Map<String, Integer> roles = count(Summaries.CLINIC_ID);
        return chain.summaries("HealthcareService").stream()
                .map(clinic -> item(
                        clinic.reference(),
                        clinic.title(),
                        clinic.fact(Summaries.CITY),
                        roles.getOrDefault(clinic.id(), 0),
                        clinic.active()))
                .toList();
    }

    /** The treatments, each with its code. */
    public List<ChainItem> treatments() {
        return chain.summaries("ActivityDefinition").stream()
                .map(treatment -> item(
                        treatment.reference(),
                        treatment.title(),
                        treatment.fact(Summaries.CODE),
                        -1,
                        treatment.active()))
                .toList();
    }

    /** The areas, or the organisations: what has a name and not much more. */
    public List<ChainItem> named(String type) {
        return chain.summaries(type).stream()
                .map(summary -> item(summary.reference(), summary.title(), "", -1, summary.active()))
                .toList();
    }

    /** The people, or the billing organisations: one line for each identifier that roles carry. */
    public List<ChainItem> identities(String keyFact, String nameFact) {
        Map<String, Integer> roles = count(keyFact);
        Map<String, String> names = new HashMap<>();
        for (RoleLine line : chain.roles()) {
            RoleRow row = line.row();
            names.putIfAbsent(row.summary().fact(keyFact), row.summary().fact(nameFact));
        }
        names.remove("");
        List<ChainItem> items = new ArrayList<>();
        names.forEach((key, name) ->
                items.add(item(key, name, key.substring(key.lastIndexOf('|') + 1), roles.getOrDefault(key, 0), null)));
        return items;
    }

    private Map<String, Integer> count(String fact) {
        Map<String, Integer> counts = new HashMap<>();
        for (RoleLine line : chain.roles()) {
            RoleRow row = line.row();
            counts.merge(row.summary().fact(fact), 1, Integer::sum);
        }
        return counts;
    }

    private ChainItem item(String key, String name, String hint, int roles, @Nullable Boolean active) {
        return new ChainItem(
                key,
                SortText.of(name.isBlank() ? hint : name, collator),
                SortText.of(hint, collator),
                roles,
                active,
                SearchText.of(name + " " + hint));
    }
}
