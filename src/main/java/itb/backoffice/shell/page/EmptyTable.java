package itb.backoffice.shell.page;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.EmptyState;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** What stands where there is nothing of a kind: why that is, and the button that helps. */
final class EmptyTable {
    private final Listing listing;
    private final ChainModel chain;
    private final Messages messages;
    private final ObservableBooleanValue fetching;
    private final Runnable fetch;

    /**
     * @param fetching whether the chain is being fetched
     * @param fetch fetches it
     */
    EmptyTable(Listing listing, ChainModel chain, Messages messages, ObservableBooleanValue fetching, Runnable fetch) {
        this.listing = listing;
        this.chain = chain;
        this.messages = messages;
        this.fetching = fetching;
        this.fetch = fetch;
    }

    /** There is nothing of this kind. */
    Node nothing() {
        String key = listing.key();
        if (chain.fetched() != null) {
            return EmptyState.of(
                    listing.icon(), messages.get("page.empty." + key), messages.get("page.empty." + key + ".next"));
        }
        if (fetching.get()) {
            return EmptyState.of(
                    Feather.DOWNLOAD_CLOUD,
                    messages.get("page.empty.fetching"),
                    messages.get("page.empty.fetching.next"));
        }
        Button button = Buttons.primary(key + "-fetch", messages.get("page.empty.fetch"), fetch);
        return EmptyState.of(
                Feather.DOWNLOAD_CLOUD,
                messages.get("page.empty.never"),
                messages.get("page.empty.never.next"),
                button);
    }
}
