package itb.backoffice.shell.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.chain.Line;
import itb.backoffice.shell.edit.DraftDesk;
import itb.backoffice.shell.edit.EditorPane;
import itb.backoffice.shell.part.Buttons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** What can be done on the page of one kind of thing. */
final class PageActs {
    private static final Predicate<List<Line>> ONE = lines -> lines.size() == 1;
    /** So much of a text stands in the menu. */
    private static final int MOST_COPIED = 30;

    private static final Predicate<List<Line>> ANY = lines -> !lines.isEmpty();

    private final Listing listing;
    private final ChainModel chain;
    private final Messages messages;
    private final DraftDesk desk;
    private final Activation activation;
    private Consumer<String> onVersions = reference -> {};

    PageActs(Listing listing, ChainModel chain, Messages messages, DraftDesk desk, Activation activation) {
        this.listing = listing;
        this.chain = chain;
        this.messages = messages;
        this.desk = desk;
        this.activation = activation;
    }

    /** What shows the versions of a thing. */
    void onVersions(Consumer<String> show) {
        onVersions = show;
    }

    /** The acts on selected lines; {@code page} shows what comes of them. */
    List<Act> all(ResourcePage page, ResourceView view) {
        List<Act> acts = new ArrayList<>();
        if (listing.hasStatus()) {
            acts.add(new Act(
                    "activate",
                    null,
                    null,
                    true,
                    activation::words,
                    ANY,
                    lines -> activation.turn(listing.kind(), lines)));
        }
        acts.add(act("edit", Feather.EDIT_3, "F2", false, ONE, lines -> page.edit(null)));
        acts.add(act(
                "duplicate",
                Feather.COPY,
                "Shortcut+D",
                listing.hasStatus(),
                this::isResource,
                lines -> duplicate(page, lines)));
        acts.add(act(
                "versions",
                Feather.CLOCK,
                EditorPane.VERSIONS.getName(),
                false,
                this::isResource,
                lines -> onVersions.accept(lines.getFirst().reference())));
        acts.add(new Act(
                "delete",
                Feather.TRASH_2,
                KeyCombination.valueOf("Delete"),
                false,
                lines -> activation.deleteWords(listing.kind(), lines),
                lines -> activation.mayDelete(listing.kind(), lines),
                lines -> activation.delete(listing.kind(), lines)));
        acts.addAll(copying(view, messages));
        return acts;
    }

    /** The acts that put what is shown on the clipboard. */
    static List<Act> copying(ResourceView view, Messages messages) {
        List<Act> acts = new ArrayList<>();
        acts.add(new Act(
                "copy",
                null,
                KeyCombination.valueOf("Shortcut+C"),
                false,
                lines -> copyWords(view.table(), messages, lines),
                ANY,
                lines -> copy(view.table(), lines)));
        acts.add(new Act(
                "copyRows",
                null,
                KeyCombination.valueOf("Shortcut+Shift+C"),
                false,
                lines -> messages.get("page.act.copy.rows", Math.max(1, lines.size())),
                ANY,
                lines -> Tsv.copy(view.table().texts(lines).all())));
        view.table().onMark(view::selectionChanged);
        return acts;
    }

    private static String copyWords(LineTable table, Messages messages, List<Line> lines) {
        if (lines.size() != 1) {
            return messages.get("page.act.copy.rows", Math.max(1, lines.size()));
        }
        String text = table.cell(lines.getFirst());
        return messages.get(
                "page.act.copy.cell", text.length() <= MOST_COPIED ? text : text.substring(0, MOST_COPIED) + "…");
    }

    /** The marked cell of one line; of several all that is shown, with headings. */
    private static void copy(LineTable table, List<Line> lines) {
        if (lines.size() == 1) {
            Tsv.copy(List.of(List.of(table.cell(lines.getFirst()))));
        } else {
            Tsv.copy(table.texts(lines).all());
        }
    }

    /** Selects all lines, as far as that goes; {@code tell} is told where it does not. */
    static Act selectAll(LineTable table, Messages messages, Consumer<String> tell) {
        return new Act(
                "all",
                null,
                KeyCombination.valueOf("Shortcut+A"),
                false,
                any -> messages.get("page.act.all"),
                any -> !table.getItems().isEmpty(),
                any -> {
                    if (table.selectFirst()) {
                        tell.accept(messages.get("page.act.all.most", LineTable.MOST_SELECTED));
                    }
                });
    }

    private Act act(
            String key,
            Feather icon,
            String keys,
            boolean inToolbar,
            Predicate<List<Line>> allowed,
            Consumer<List<Line>> run) {
        Function<List<Line>, String> words = lines -> messages.get("page.act." + key);
        return new Act(key, icon, KeyCombination.valueOf(keys), inToolbar, words, allowed, run);
    }

    private boolean isResource(List<Line> lines) {
        return lines.size() == 1
                && lines.getFirst().row().summary().type().equals(listing.kind().type());
    }

    private void duplicate(ResourcePage page, List<Line> lines) {
        desk.open(
                listing.kind().type(),
                lines.getFirst().id(),
                opened -> opened.ifPresent(
                        open -> create(page, NewResource.like(open.form().resource()))));
    }

    /** The button that makes a new one. */
    Button newButton(ResourcePage page) {
        Button button = Buttons.withIcon(
                listing.key() + "-new", Feather.PLUS, messages.get("page.new." + listing.key()), () -> create(page));
        button.setVisible(NewResource.possible(listing.kind(), chain));
        button.managedProperty().bind(button.visibleProperty());
        chain.loadedProperty()
                .addListener((property, old, now) -> button.setVisible(NewResource.possible(listing.kind(), chain)));
        return button;
    }

    /** Starts a new one. */
    void create(ResourcePage page) {
        if (NewResource.possible(listing.kind(), chain)) {
            NewResource fresh = NewResource.in(chain, listing.kind());
            String type = listing.kind().type();
            desk.create(type, fresh.others(), fresh::make, id -> page.show(type + "/" + id, LineFilter.ALL, null));
        }
    }

    private void create(ResourcePage page, ObjectNode json) {
        Kind kind = listing.kind();
        desk.create(kind.type(), json, id -> page.show(kind.type() + "/" + id, LineFilter.ALL, null));
    }
}
