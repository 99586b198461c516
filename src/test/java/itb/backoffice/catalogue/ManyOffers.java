package itb.backoffice.catalogue;

import itb.backoffice.platform.Utf8Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Offers of a chain of any size, straight into the local copy. */
public final class ManyOffers {
    private static final int AT_ONCE = 1_000;

    private ManyOffers() {}

    /** Puts {@code count} of them in place of what was there. */
    public static void put(OfferStore store, int count) {
        int run = store.begin();
        List<OfferStore.Received> page = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int clinic = i / 50 % 300;
            Offer offer = new Offer(
                    "o" + i,
                    new Offer.Part("ActivityDefinition/t" + i % 60, "Behandling " + i % 60),
                    new Offer.Part("HealthcareService/c" + clinic, "Klinikk " + clinic),
                    new Offer.Part("PractitionerRole/r" + i / 12, "Åse Ødegård " + i / 12),
                    15 + i % 5 * 15 + " min",
                    "fra " + (300 + i % 97 * 10) + " kr",
                    "",
                    i % 9 != 4,
                    i % 9 == 4 ? "Klinikken er ikke aktiv" : "",
                    Map.of());
            page.add(new OfferStore.Received(offer, Utf8Text.of("{\"resourceType\":\"Parameters\"}")));
            if (page.size() == AT_ONCE) {
                store.add(run, page);
                page.clear();
            }
        }
        store.add(run, page);
        store.finish(run, Instant.now());
    }
}
