package itb.backoffice.shell.find;

import itb.backoffice.catalogue.SearchIndex.Entry;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.page.Listing;
import itb.backoffice.shell.page.Relatives;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One thing that was found: its kind, its name, and what tells it from others. */
final class FindCell extends ListCell<Entry> {
    private final ChainModel chain;
    private final Relatives names;
    private final Messages texts;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label what = new Label();
    private final HBox line = new HBox(12, icon, name, what);

    FindCell(ChainModel chain, Relatives names, Messages texts) {
        this.chain = chain;
        this.names = names;
        this.texts = texts;
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        what.setMinWidth(USE_PREF_SIZE);
        what.getStyleClass().add("muted");
        // Long names are cut off, the list is not pushed wider.
        line.setMinWidth(0);
        line.setPrefWidth(1);
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        Summary thing =
                entry == null || empty ? null : chain.find(entry.reference()).orElse(null);
        if (thing == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Kind kind = Kind.of(thing);
        icon.setIconCode(Listing.of(kind).icon());
        name.setText(names.name(thing));
        String hint = hint(kind, thing);
        String one = texts.get("find.kind." + kind);
        what.setText(hint.isEmpty() ? one : one + " · " + hint);
        setAccessibleText(name.getText() + ", " + what.getText());
        setGraphic(line);
    }

    private static String hint(Kind kind, Summary thing) {
        return switch (kind) {
            case ROLES -> thing.fact(Summaries.ROLE);
            case CLINICS -> thing.fact(Summaries.CITY);
            case TREATMENTS -> thing.fact(Summaries.CODE);
            case PEOPLE, BILLING -> {
                String first = thing.fact(Summaries.IDENTIFIERS).split("\n", 2)[0];
                yield Summaries.value(first);
            }
            case AREAS, CHAIN, OFFERS -> "";
        };
    }
}
