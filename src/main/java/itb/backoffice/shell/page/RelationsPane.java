package itb.backoffice.shell.page;

import itb.backoffice.catalogue.Summary;
import itb.backoffice.shell.page.Relatives.Around;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** The relations of the open thing under its form: a line of links, and folded away all of them by name. */
final class RelationsPane extends TitledPane {
    private static final double MOST_HEIGHT = 260;
    /** What the arrow and the paddings take of the width. */
    private static final double BESIDE = 56;

    /** What is shown is hidden from patients, and with it what hangs on it. */
    private static final PseudoClass HIDES = PseudoClass.getPseudoClass("hides");

    private final RelationsView relations;
    private final FlowPane line = new FlowPane(6, 0);
    private @Nullable Around shown;

    RelationsPane(RelationsView relations) {
        this.relations = relations;
        ScrollPane scroll = new ScrollPane(relations);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        setContent(scroll);
        line.setId("relations-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWrapLengthProperty().bind(widthProperty().subtract(BESIDE));
        line.maxWidthProperty().bind(widthProperty().subtract(BESIDE));
        setGraphic(line);
        // Else what the line would like to have makes the form wider than its place, and the line longer in turn.
        setMinWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setExpanded(false);
        setAnimated(false);
        setId("relations-pane");
        getStyleClass().addAll("finding-list", "relations-pane");
        // Names are sorted only when somebody looks: a clinic may have thousands of roles.
        expandedProperty().addListener((property, old, now) -> list());
    }

    /** Shows the relations of {@code thing}; where they are as before, whatever has the keyboard keeps it. */
    void show(Summary thing) {
        Around now = relations.around(thing);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        List<Labeled> parts = relations.line(now);
        line.getChildren().setAll(parts);
        setAccessibleText(parts.stream().map(Labeled::getText).collect(Collectors.joining(", ")));
        pseudoClassStateChanged(HIDES, now.hides());
        setCollapsible(now.any());
        if (!now.any()) {
            setExpanded(false);
        }
        list();
    }

    private void list() {
        Around now = shown;
        if (isExpanded() && now != null) {
            relations.show(now);
        }
    }
}
