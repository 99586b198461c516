package itb.backoffice.shell.connection;

import itb.backoffice.catalogue.OfferDownload;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Capabilities.Action;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Labels;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a server allows, a row for each kind of thing and a column for each thing that can be done with it. */
final class AllowedTable {
    private static final List<String> TYPES = List.of(
            "PractitionerRole", "HealthcareService", "ActivityDefinition", "Organization", "Location", "Practitioner");
    private static final List<Action> ACTIONS =
            List.of(Action.READ, Action.SEARCH, Action.CREATE, Action.UPDATE, Action.DELETE);

    private AllowedTable() {}

    static Node of(Capabilities capabilities, Messages texts) {
        GridPane grid = new GridPane();
        grid.setId("allowedTable");
        grid.getStyleClass().add("plain-grid");
        ColumnConstraints first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(first);
        grid.add(head(texts.get("shell.connections.allowed.kind")), 0, 0);
        for (int column = 0; column < ACTIONS.size(); column++) {
            grid.add(head(texts.get("shell.connections.allowed." + ACTIONS.get(column))), column + 1, 0);
        }
        for (int row = 0; row < TYPES.size(); row++) {
            String type = TYPES.get(row);
            String kind = texts.get("shell.kind." + type + ".many");
            grid.add(cell(new Label(kind)), 0, row + 1);
            for (int column = 0; column < ACTIONS.size(); column++) {
                Action action = ACTIONS.get(column);
                Label mark = mark(capabilities.allows(type, action), texts);
                mark.setId("allowed-" + type + "-" + action);
                mark.setAccessibleText(
                        kind + ", " + texts.get("shell.connections.allowed." + action) + ": " + mark.getText());
                grid.add(cell(mark), column + 1, row + 1);
            }
        }
        Label offers = mark(computesOffers(capabilities), texts);
        offers.setId("allowed-offers");
        offers.setAccessibleText(texts.get("shell.page.offers") + ", " + texts.get("shell.connections.allowed.READ")
                + ": " + offers.getText());
        grid.add(cell(new Label(texts.get("shell.page.offers"))), 0, TYPES.size() + 1);
        grid.add(cell(offers), 1, TYPES.size() + 1);
        return grid;
    }

    private static boolean computesOffers(Capabilities capabilities) {
        return capabilities.computes(OfferDownload.OPERATION)
                || capabilities.computes("HealthcareService", OfferDownload.OPERATION);
    }

    private static Label mark(boolean allowed, Messages texts) {
        FontIcon icon = new FontIcon(allowed ? Feather.CHECK : Feather.MINUS);
        icon.getStyleClass().add(allowed ? "success" : "muted");
        Label mark = new Label(texts.get(allowed ? "shell.connections.allowed.yes" : "shell.connections.allowed.no"));
        mark.setGraphic(icon);
        if (!allowed) {
            mark.getStyleClass().add("muted");
        }
        return mark;
    }

    private static Label head(String text) {
        Label head = Labels.hint(text);
        head.setWrapText(false);
        return cell(head);
    }

    private static Label cell(Label label) {
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.setAlignment(Pos.CENTER_LEFT);
        label.getStyleClass().add("plain-grid-cell");
        return label;
    }
}
