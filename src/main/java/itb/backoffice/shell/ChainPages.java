package itb.backoffice.shell;

import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.chain.OffersModel;
import itb.backoffice.shell.page.Listing;
import itb.backoffice.shell.page.OfferPage;
import itb.backoffice.shell.page.PageFactory;
import itb.backoffice.shell.page.ResourcePage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The pages of the chain, each made when it is first needed. */
public final class ChainPages {
    private final ChainModel chain;
    private final PageFactory factory;
    private final Map<Kind, ResourcePage> made = new EnumMap<>(Kind.class);
    private final OffersModel offers;
    private final Supplier<OfferPage> offerPage;
    private @Nullable OfferPage offerPageMade;

    /** Pages over {@code chain}, and {@code offerPage} over what the server offers of it. */
    public ChainPages(ChainModel chain, PageFactory factory, OffersModel offers, Supplier<OfferPage> offerPage) {
        this.chain = chain;
        this.factory = factory;
        this.offers = offers;
        this.offerPage = offerPage;
    }

    /** All of them, for the navigation; offers after the three that they are made of. */
    List<Page> all() {
        List<Page> all = new ArrayList<>();
        for (Listing listing : Listing.ALL) {
            all.add(entry(listing));
            if (listing.kind() == Kind.TREATMENTS) {
                all.add(new Page(
                        "offers",
                        Feather.TAG,
                        offers.countProperty(),
                        this::offerPage,
                        () -> offerPage().focusSearch(),
                        reference -> offerPage().show(reference)));
            }
        }
        return all;
    }

    /** The page of what the server offers. */
    OfferPage offerPage() {
        OfferPage page = offerPageMade == null ? offerPage.get() : offerPageMade;
        offerPageMade = page;
        return page;
    }

    private Page entry(Listing listing) {
        Kind kind = listing.kind();
        return new Page(
                listing.key(),
                listing.icon(),
                Bindings.createIntegerBinding(() -> chain.lines(kind).size(), chain.loadedProperty()),
                () -> page(kind),
                () -> page(kind).focusSearch(),
                reference -> page(kind).show(reference));
    }

    /** The page of a kind of thing. */
    ResourcePage page(Kind kind) {
        return made.computeIfAbsent(kind, first -> factory.make(Listing.of(first)));
    }

    /** The page on which {@code reference} is shown, if the chain has it. */
    Optional<Kind> kindOf(String reference) {
        return chain.find(reference).map(Kind::of);
    }

    /** Those that were made. */
    Collection<ResourcePage> made() {
        return made.values();
    }
}
