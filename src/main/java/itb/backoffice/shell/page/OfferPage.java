package itb.backoffice.shell.page;

import itb.backoffice.catalogue.Summary;
import itb.backoffice.connection.Failure;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.chain.Line;
import itb.backoffice.shell.chain.OffersModel;
import itb.backoffice.shell.chain.OffersModel.Look;
import itb.backoffice.shell.page.LineFilter.Only;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.EmptyState;
import itb.backoffice.shell.part.FailurePane;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What patients are offered, and why something is not: a table to read, as the server computed it. */
public final class OfferPage extends SideBySide {
    private final OffersModel offers;
    private final ChainModel chain;
    private final Messages messages;
    private final ResourceView table;
    private final OfferPane pane;
    private final Label hint = Labels.hint("");
    private Consumer<String> onOpen = reference -> {};
    private @Nullable String open;

    OfferPage(OffersModel offers, ChainModel chain, Messages messages, ResourceView table, OfferPane pane) {
        super(table);
        this.offers = offers;
        this.chain = chain;
        this.messages = messages;
        this.table = table;
        this.pane = pane;
        right().getChildren().setAll(pane);
        pane.onBack(this::backToTable);
        hint.setId("offers-hint");
        hint.managedProperty().bind(hint.visibleProperty());
        table.note(hint);
        table.whenEmpty(this::empty);
        offers.lookProperty().addListener((property, old, now) -> showLook());
        offers.loadedProperty().addListener((property, old, now) -> again());
        chain.revisionProperty().addListener((property, old, now) -> showLook());
        sceneProperty().addListener((property, old, now) -> {
            if (now != null) {
                offers.open();
            }
        });
        showLook();
    }

    /** Told what was opened. */
    void onOpen(Consumer<String> told) {
        onOpen = told;
    }

    @Override
    boolean hasOpen() {
        return open != null;
    }

    @Override
    void narrowed(boolean now) {
        pane.showBack(now);
    }

    private void backToTable() {
        uncoverTable();
        table.focusTable();
    }

    private void showLook() {
        Look look = offers.lookProperty().get();
        Instant fetched = look.fetched();
        hint.setText(fetched == null ? "" : hint(look, fetched));
        hint.setVisible(fetched != null && look.told());
        table.showEmpty();
    }

    private String hint(Look look, Instant fetched) {
        When when = new When(messages);
        boolean today = when.day(fetched).equals(LocalDate.now(ZoneId.systemDefault()));
        StringBuilder words = new StringBuilder(
                today
                        ? messages.get("offer.hint.today", when.time(fetched))
                        : messages.get("offer.hint.before", when.moment(fetched)));
        int drafts = chain.drafts().size();
        if (drafts > 0) {
            words.append(' ').append(messages.get("offer.hint.drafts", drafts));
        }
        Failure failure = look.failure();
        if (failure != null) {
            words.append(' ').append(messages.get("offer.hint.failed", FailurePane.sentence(failure, messages)));
        }
        return words.toString();
    }

    private Node empty() {
        Look look = offers.lookProperty().get();
        Failure failure = look.failure();
        if (look.asking()) {
            return state("asking", messages.get("offer.empty.asking.next"));
        }
        if (!look.told()) {
            return state("notTold", messages.get("offer.empty.notTold.next"));
        }
        if (failure != null) {
            return state("failed", FailurePane.sentences(failure, messages), fetchButton());
        }
        return look.fetched() == null
                ? state("never", messages.get("offer.empty.never.next"), fetchButton())
                : state("none", messages.get("offer.empty.none.next"));
    }

    private Node state(String key, String sentence, Node... more) {
        return EmptyState.of(Feather.TAG, messages.get("offer.empty." + key), sentence, more);
    }

    private Node fetchButton() {
        return Buttons.plain("offers-fetch", messages.get("offer.fetch"), offers::fetch);
    }

    /** A line was selected. */
    void selected(String reference) {
        offers.lines(Kind.OFFERS).stream()
                .filter(line -> line.reference().equals(reference))
                .findFirst()
                .map(Line::row)
                .ifPresent(row -> {
                    if (!reference.equals(open)) {
                        open = reference;
                        onOpen.accept(reference);
                    }
                    pane.show(row);
                });
    }

    /** What was read anew may say something else of the open one, or nothing any more. */
    private void again() {
        String reference = open;
        if (reference != null) {
            open = null;
            pane.clear();
            selected(reference);
            if (open == null) {
                uncoverTable();
            }
        }
    }

    /** Puts the keyboard into the details of the selected one. */
    void details() {
        coverTable();
        pane.focusFirst();
    }

    /** Opens an offer. */
    public void show(String reference) {
        offers.whenRead(() -> {
            table.select(reference);
            selected(reference);
        });
    }

    /** Shows those of which {@code thing} is part. */
    public void showOf(Summary thing) {
        offers.whenRead(() -> table.show(LineFilter.of(new Only(
                messages.get(
                        "page.relations.only",
                        messages.get("shell.page.offers"),
                        new Relatives(chain, messages).name(thing)),
                offers.of(thing.reference())))));
    }

    /** Puts the keyboard into the search field. */
    public void focusSearch() {
        uncoverTable();
        table.focusSearch();
    }
}
