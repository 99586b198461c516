package itb.backoffice.shell.page;

import itb.backoffice.catalogue.Summary;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
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
    private @Nullable Summary shown;

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
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setExpanded(false);
        setAnimated(false);
        setId("relations-pane");
        getStyleClass().addAll("finding-list", "relations-pane");
        // Names are sorted only when somebody looks: a clinic may have thousands of roles.
        expandedProperty().addListener((property, old, now) -> list());
    }

    /** Shows the relations of {@code thing}. */
    void show(Summary thing) {
        shown = thing;
        line.getChildren().setAll(relations.line(thing));
        setAccessibleText(relations.words(thing));
        pseudoClassStateChanged(HIDES, relations.hides(thing));
        boolean any = relations.any(thing);
        setCollapsible(any);
        if (!any) {
            setExpanded(false);
        }
        list();
    }

    private void list() {
        if (isExpanded() && shown != null) {
            relations.show(shown);
        }
    }
}
