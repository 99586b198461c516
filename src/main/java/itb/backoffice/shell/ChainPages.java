package itb.backoffice.shell;

import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.page.Listing;
import itb.backoffice.shell.page.PageFactory;
import itb.backoffice.shell.page.ResourcePage;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;

/** The pages of the chain, each made when it is first needed. */
public final class ChainPages {
    private final ChainModel chain;
    private final PageFactory factory;
    private final Map<Kind, ResourcePage> made = new EnumMap<>(Kind.class);

    /** Pages over {@code chain}. */
    public ChainPages(ChainModel chain, PageFactory factory) {
        this.chain = chain;
        this.factory = factory;
    }

    /** All of them, for the navigation. */
    List<Page> all() {
        return Listing.ALL.stream().map(this::entry).toList();
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
