package itb.backoffice.shell;

import itb.backoffice.catalogue.Summaries;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainItem;
import itb.backoffice.shell.chain.ChainItems;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.ChainTable;
import itb.backoffice.shell.role.RoleFilter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import org.kordamp.ikonli.feather.Feather;

/** The pages that show the chain as it was downloaded; each thing leads to its roles. */
public final class ChainPages {
    private final ChainModel chain;
    private final ChainItems items;
    private final Messages messages;

    /** Pages over {@code chain}. */
    public ChainPages(ChainModel chain, Messages messages) {
        this.chain = chain;
        this.items = new ChainItems(chain, messages);
        this.messages = messages;
    }

    /** All of them; {@code showRoles} opens the table of roles with a filter. */
    List<Page> all(Consumer<RoleFilter> showRoles) {
        return List.of(
                page("clinics", Feather.HOME, items::clinics, item -> showRoles.accept(RoleFilter.ofClinic(id(item)))),
                page("treatments", Feather.CLIPBOARD, items::treatments, item -> {}),
                page(
                        "people",
                        Feather.USER,
                        () -> items.identities(Summaries.PERSON_KEY, Summaries.PERSON),
                        item -> showRoles.accept(RoleFilter.ofIdentity(item.key()))),
                page(
                        "billing",
                        Feather.CREDIT_CARD,
                        () -> items.identities(Summaries.BILLING_KEY, Summaries.BILLING),
                        item -> showRoles.accept(RoleFilter.ofIdentity(item.key()))),
                page("areas", Feather.MAP, () -> items.named("Location"), item -> {}),
                page("chain", Feather.GLOBE, () -> items.named("Organization"), item -> {}));
    }

    private Page page(String key, Feather icon, Supplier<List<ChainItem>> read, Consumer<ChainItem> showRoles) {
        ChainTable[] table = new ChainTable[1];
        IntegerBinding count = Bindings.createIntegerBinding(() -> read.get().size(), chain.loadedProperty());
        return new Page(
                key,
                icon,
                count,
                () -> {
                    table[0] = new ChainTable(key, chain, messages, read, showRoles);
                    return table[0];
                },
                () -> {
                    if (table[0] != null) {
                        table[0].focusSearch();
                    }
                });
    }

    private static String id(ChainItem item) {
        return item.key().substring(item.key().indexOf('/') + 1);
    }
}
