package itb.backoffice.shell.page;

import itb.backoffice.catalogue.Offer;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Browser;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.OffersModel;
import itb.backoffice.shell.chain.Row;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.DetailsPane;
import itb.backoffice.shell.part.EmptyState;
import itb.backoffice.shell.part.Labels;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One offer to read: whether it is online and why not, what it is made of, and whatever else the server says of it. */
final class OfferPane extends BorderPane {
    /** How wide the labels are, so that groups of values stand in line. */
    private static final double LABELS = 96;

    private static final String NOTHING = "–";

    private final ChainModel chain;
    private final Messages messages;
    private final Background background;
    private final Consumer<String> open;
    private final LongFunction<Optional<Map.Entry<Offer, String>>> whole;
    private final Button back;
    private final Label title = Labels.title("");
    private final VBox head;
    private final VBox body = new VBox(24);
    private Runnable onBack = () -> {};

    /**
     * @param whole reads an offer by its number, off the FX thread
     * @param open opens a thing of the chain
     */
    OfferPane(
            ChainModel chain,
            Messages messages,
            Background background,
            LongFunction<Optional<Map.Entry<Offer, String>>> whole,
            Consumer<String> open) {
        this.chain = chain;
        this.messages = messages;
        this.background = background;
        this.whole = whole;
        this.open = open;
        back = Buttons.icon("offer-back", Feather.ARROW_LEFT, messages.get("shell.editor.back"), () -> onBack.run());
        back.managedProperty().bind(back.visibleProperty());
        showBack(false);
        title.setId("offer-title");
        title.setMinWidth(0);
        HBox line = new HBox(8, back, title);
        line.setAlignment(Pos.CENTER_LEFT);
        head = new VBox(4, line, Labels.hint(messages.get("offer.readOnly")));
        head.getStyleClass().add("editor-head");
        body.setPadding(new Insets(16, 24, 24, 24));
        body.setId("offer-details");
        getStyleClass().add("editor-pane");
        clear();
    }

    void onBack(Runnable action) {
        onBack = action;
    }

    void showBack(boolean shown) {
        back.setVisible(shown);
    }

    /** Nothing is open. */
    void clear() {
        setTop(null);
        setCenter(EmptyState.of(Feather.TAG, messages.get("offer.choose"), messages.get("offer.choose.next")));
    }

    void focusFirst() {
        body.lookupAll(".hyperlink").stream().findFirst().ifPresent(Node::requestFocus);
    }

    void show(Row row) {
        Summary offer = row.summary();
        title.setText(offer.title().isEmpty() ? messages.get("page.nameless.OFFERS") : offer.title());
        VBox others = new VBox(24);
        body.getChildren().setAll(online(row), parts(row), values(row), others);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-view");
        setTop(head);
        setCenter(scroll);
        long number = Long.parseLong(offer.fact(OffersModel.NUMBER));
        background.latest(
                this,
                () -> whole.apply(number),
                found -> found.ifPresent(there -> {
                    Map<String, String> more = there.getKey().others();
                    if (!more.isEmpty()) {
                        GridPane grid = grid();
                        more.forEach((name, value) -> add(grid, name, Labels.text(value)));
                        others.getChildren().add(group(messages.get("offer.others"), grid));
                    }
                    others.getChildren().add(new DetailsPane("offer-json", there.getValue(), messages).root());
                }));
    }

    private Node online(Row row) {
        String reason = row.text("reason").text();
        String words = row.active()
                ? messages.get("offer.is.online")
                : reason.isEmpty() ? messages.get("offer.is.offline.unsaid") : messages.get("offer.is.offline", reason);
        Label sentence = Labels.strong(words);
        sentence.setId("offer-sentence");
        VBox box = new VBox(
                8,
                Marks.label(messages.get(row.active() ? "offer.online" : "offer.offline"), row.active() ? "on" : "off"),
                sentence);
        String address = row.text("bookingUrl").text();
        if (!address.isEmpty()) {
            box.getChildren().add(address(address));
        }
        return box;
    }

    /** Where it is booked instead; only what is a web address can be opened. */
    private Node address(String address) {
        if (!address.matches("https?://[^\\s\"<>|\\\\^`{}]+")) {
            return Labels.text(address);
        }
        Hyperlink link = new Hyperlink(address);
        link.setId("offer-address");
        link.setOnAction(event -> background.run(() -> Browser.show(URI.create(address)), shown -> {}));
        return new VBox(Labels.hint(messages.get("offer.bookedAt")), link);
    }

    private Node parts(Row row) {
        GridPane grid = grid();
        part(grid, "treatment", OffersModel.TREATMENT, row, "treatment");
        part(grid, "clinic", OffersModel.CLINIC, row, "clinic");
        part(grid, "person", OffersModel.ROLE, row, "person");
        return group(messages.get("offer.parts"), grid);
    }

    private void part(GridPane grid, String label, String fact, Row row, String cell) {
        String reference = row.summary().fact(fact);
        String name = row.text(cell).text();
        String shown = name.isEmpty() ? reference : name;
        Summary known = chain.find(reference).orElse(null);
        if (known == null) {
            add(
                    grid,
                    messages.get("page.column." + label),
                    Labels.text(shown.isEmpty() ? NOTHING : messages.get("offer.part.unknown", shown)));
            return;
        }
        Hyperlink link = new Hyperlink(shown);
        link.setId("offer-" + fact);
        link.setWrapText(true);
        link.setAccessibleText(messages.get("page.column." + label) + ": " + shown);
        link.setOnAction(event -> open.accept(reference));
        FlowPane line = new FlowPane(8, 4, link);
        line.setRowValignment(javafx.geometry.VPos.CENTER);
        if (!known.active()) {
            line.getChildren().add(Marks.label(messages.get("shell.inactive"), "off"));
        }
        if (chain.drafts().containsKey(reference)) {
            line.getChildren().add(Marks.label(messages.get("offer.part.draft"), "draft"));
        }
        add(grid, messages.get("page.column." + label), line);
    }

    private Node values(Row row) {
        GridPane grid = grid();
        for (String cell : new String[] {"price", "duration"}) {
            String text = row.text(cell).text();
            add(grid, messages.get("page.column." + cell), Labels.text(text.isEmpty() ? NOTHING : text));
        }
        return grid;
    }

    private static Node group(String heading, Node content) {
        return new VBox(8, Labels.heading(heading), content);
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(8);
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(LABELS);
        grid.getColumnConstraints().add(labels);
        return grid;
    }

    private static void add(GridPane grid, String label, Node value) {
        Label name = new Label(label);
        name.getStyleClass().add("field-label");
        name.setMinWidth(Label.USE_PREF_SIZE);
        name.setLabelFor(value);
        GridPane.setHgrow(value, Priority.ALWAYS);
        GridPane.setValignment(name, javafx.geometry.VPos.BASELINE);
        grid.addRow(grid.getRowCount(), name, value);
    }
}
