package itb.backoffice.shell.chain;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.Offer;
import itb.backoffice.catalogue.OfferStore;
import itb.backoffice.catalogue.OfferStore.Kept;
import itb.backoffice.catalogue.SearchText;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Messages;
import java.text.Collator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the rows of the table of offers, off the FX thread. */
final class OfferRows {
    /** The first number in a price or a duration, which are free texts: {@code fra 1 200,-} or {@code 45 min}. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:[  .]\\d{3})+|\\d{1,9}");

    private final Messages messages;
    private final Collator collator;
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, SortText> words = new HashMap<>();
    private final Map<String, SearchText> searches = new HashMap<>();
    private final Map<String, SortText> numbers = new HashMap<>();
    private final Set<String> references = new HashSet<>();
    private final Map<String, Integer> taken = new HashMap<>();

    private OfferRows(Messages messages) {
        this.messages = messages;
        this.collator = messages.collator();
    }

    /** All offers in {@code store}; what they are made of is called as in {@code catalogue}. Waits for the disk. */
    static List<Row> read(OfferStore store, CatalogueStore catalogue, Messages messages) {
        OfferRows maker = new OfferRows(messages);
        for (String type : List.of("ActivityDefinition", "HealthcareService", "PractitionerRole")) {
            catalogue.titles(type).forEach((id, title) -> {
                if (!title.equals(id)) {
                    maker.titles.put(type + "/" + id, title);
                }
            });
        }
        List<Row> rows = new ArrayList<>();
        store.all().forEach(kept -> rows.add(maker.row(kept)));
        return rows;
    }

    private Row row(Kept kept) {
        Offer offer = kept.offer();
        String treatment = name(offer.treatment());
        List<SortText> texts = List.of(
                text(treatment),
                text(name(offer.clinic())),
                text(name(offer.role())),
                number(offer.price()),
                number(duration(offer.duration())),
                text(messages.get(offer.online() ? "offer.online" : "offer.offline")),
                text(offer.offlineReason()),
                text(offer.bookingUrl()));
        Summary summary = new Summary(
                Kind.OFFERS.type(),
                id(offer),
                treatment,
                offer.online(),
                Map.of(
                        OffersModel.TREATMENT, offer.treatment().reference(),
                        OffersModel.CLINIC, offer.clinic().reference(),
                        OffersModel.ROLE, offer.role().reference(),
                        OffersModel.NUMBER, Long.toString(kept.num())));
        return new Row(summary.reference(), Kind.OFFERS, summary, texts, FindingCount.NONE, null, search(texts));
    }

    /** Folding costs most of all, and most cells say what others say too. */
    private SearchText search(List<SortText> texts) {
        StringJoiner folded = new StringJoiner(" ");
        StringJoiner spelledOut = new StringJoiner(" ");
        for (SortText text : texts) {
            SearchText one = searches.computeIfAbsent(text.text(), SearchText::of);
            folded.add(one.folded());
            spelledOut.add(one.spelledOut() == null ? one.folded() : one.spelledOut());
        }
        String all = folded.toString();
        String other = spelledOut.toString();
        return new SearchText(all, other.equals(all) ? null : other);
    }

    private String name(Offer.Part part) {
        return titles.getOrDefault(part.reference(), part.name());
    }

    /** The server's id, or else what it is made of; the same again for the same offer in a later answer. */
    private String id(Offer offer) {
        String id = offer.id().isEmpty() ? offer.parts() : offer.id();
        String free = id;
        while (!references.add(free)) {
            free = id + " " + taken.merge(id, 2, (before, any) -> before + 1);
        }
        return free;
    }

    /** A number alone means minutes. */
    private String duration(String text) {
        return text.matches("\\d{1,4}") ? messages.get("offer.minutes", text) : text;
    }

    private SortText text(String text) {
        return words.computeIfAbsent(text, fresh -> SortText.of(fresh, collator));
    }

    /** A text that sorts by the first number in it. */
    private SortText number(String text) {
        return numbers.computeIfAbsent(text, fresh -> {
            Matcher number = NUMBER.matcher(fresh);
            return number.find()
                    ? new SortText(
                            fresh,
                            SortText.number(Long.parseLong(number.group().replaceAll("\\D", "")), collator)
                                    .key())
                    : SortText.of(fresh, collator);
        });
    }
}
