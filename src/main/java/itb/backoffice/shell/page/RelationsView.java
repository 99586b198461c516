package itb.backoffice.shell.page;

import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.page.LineFilter.Only;
import itb.backoffice.shell.page.Relatives.Around;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;

/** What refers to a thing and what it refers to, each one click away. */
final class RelationsView extends VBox {
    /** So many are listed by name; the table shows the rest. */
    private static final int MOST = 12;
    /** A longer name is cut off, so that it stays inside the form. */
    private static final double LONGEST = 280;

    private final Relatives relatives;
    private final Messages messages;
    private final Consumer<String> open;
    private final BiConsumer<Kind, Only> showAll;
    private ToIntFunction<String> number = reference -> 0;
    private Consumer<Summary> showOffers = thing -> {};

    /**
     * @param open opens a thing
     * @param showAll shows many of a kind in their table
     */
    RelationsView(ChainModel chain, Messages messages, Consumer<String> open, BiConsumer<Kind, Only> showAll) {
        super(8);
        this.relatives = new Relatives(chain, messages);
        this.messages = messages;
        this.open = open;
        this.showAll = showAll;
        getStyleClass().add("relations");
        setId("relations");
    }

    /** Names the number of offers too that a thing is part of; {@code show} shows them. */
    RelationsView offers(ToIntFunction<String> newNumber, Consumer<Summary> show) {
        number = newNumber;
        showOffers = show;
        return this;
    }

    /** What {@code thing} has to do with now. */
    Around around(Summary thing) {
        return relatives.around(thing).withOffers(number.applyAsInt(thing.reference()));
    }

    /** Shows the relations of a thing by name. */
    void show(Around around) {
        getChildren().clear();
        around.used()
                .forEach((kind, list) -> group(heading("page.relations.to", kind, list), around.thing(), kind, list));
        around.users()
                .forEach((kind, list) -> group(heading("page.relations.by", kind, list), around.thing(), kind, list));
        List<Summary> places = around.places();
        if (!places.isEmpty()) {
            group(heading("page.relations.at", Kind.CLINICS, places), around.thing(), Kind.CLINICS, places);
        }
    }

    /** The same in a line: what there is one of leads there, what there are more of into the table. */
    List<Labeled> line(Around around) {
        List<Labeled> parts = new ArrayList<>();
        if (!around.used().isEmpty()) {
            parts.add(Labels.hint(messages.get("page.relations.line.to")));
            around.used().forEach((kind, list) -> parts.add(link(around.thing(), kind, list)));
        }
        if (!around.users().isEmpty()) {
            parts.add(Labels.hint(messages.get(by(around.thing()))));
            around.users().forEach((kind, list) -> parts.add(link(around.thing(), kind, list)));
        }
        if (!around.places().isEmpty()) {
            parts.add(Labels.hint(messages.get("page.relations.line.at")));
            parts.add(link(around.thing(), Kind.CLINICS, around.places()));
        }
        if (around.offers() > 0) {
            Hyperlink link = new Hyperlink(relatives.number(Kind.OFFERS, around.offers()));
            link.setId("relation-" + Kind.OFFERS);
            link.setOnAction(event -> showOffers.accept(around.thing()));
            parts.add(Labels.hint(messages.get("page.relations.line.offers")));
            parts.add(link);
        }
        if (parts.isEmpty()) {
            parts.add(Labels.hint(messages.get("page.relations.none")));
        }
        return parts;
    }

    private static String by(Summary thing) {
        return thing.active() ? "page.relations.line.by" : "page.relations.line.hidden";
    }

    private Hyperlink link(Summary of, Kind kind, List<Summary> list) {
        Summary only = list.size() == 1 ? list.getFirst() : null;
        Hyperlink link = new Hyperlink(only == null ? relatives.number(kind, list.size()) : relatives.name(only));
        link.setId("relation-" + kind);
        link.setMaxWidth(LONGEST);
        link.setOnAction(event -> {
            if (only == null) {
                showAll.accept(kind, only(of, kind, list));
            } else {
                open.accept(only.reference());
            }
        });
        return link;
    }

    private Node heading(String key, Kind kind, List<Summary> list) {
        return Labels.strong(messages.get(key, relatives.number(kind, list.size())));
    }

    private void group(Node heading, Summary of, Kind kind, List<Summary> list) {
        VBox box = new VBox(2, heading);
        for (Summary thing : relatives.sorted(list).subList(0, Math.min(MOST, list.size()))) {
            Hyperlink link = new Hyperlink(relatives.name(thing));
            link.setId("relation-" + thing.reference().replace('/', '-'));
            link.setOnAction(event -> open.accept(thing.reference()));
            box.getChildren().add(link);
        }
        if (list.size() > 1) {
            box.getChildren()
                    .add(Buttons.flat(
                            "relations-all-" + kind,
                            messages.get("page.relations.all", relatives.number(kind, list.size())),
                            () -> showAll.accept(kind, only(of, kind, list))));
        }
        getChildren().add(box);
    }

    private Only only(Summary of, Kind kind, List<Summary> list) {
        return new Only(
                messages.get(
                        "page.relations.only",
                        messages.get("shell.page." + Listing.of(kind).key()),
                        relatives.name(of)),
                list.stream().map(Summary::reference).collect(Collectors.toUnmodifiableSet()));
    }
}
