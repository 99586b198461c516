package itb.backoffice.shell.page;

import itb.backoffice.catalogue.Summary;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;

/** The relations of the open thing under its form, folded away until somebody asks for them. */
final class RelationsPane extends TitledPane {
    private static final double MOST_HEIGHT = 260;

    private final RelationsView relations;

    RelationsPane(RelationsView relations) {
        this.relations = relations;
        ScrollPane scroll = new ScrollPane(relations);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        setContent(scroll);
        setExpanded(false);
        setAnimated(false);
        setId("relations-pane");
        getStyleClass().add("finding-list");
    }

    /** Shows the relations of {@code thing}. */
    void show(Summary thing) {
        boolean any = relations.show(thing);
        setText(relations.words(thing));
        setCollapsible(any);
        if (!any) {
            setExpanded(false);
        }
    }
}
