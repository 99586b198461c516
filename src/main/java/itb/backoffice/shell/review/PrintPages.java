package itb.backoffice.shell.review;

import atlantafx.base.theme.PrimerLight;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.Screen;
import java.util.Iterator;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Lays pieces out on sheets of paper, black on white, one sheet after the other. */
final class PrintPages {
    private static final double GAP = 8;
    private static final double FOOT = 24;

    private final Iterator<Region> blocks;
    private final double width;
    private final double height;
    private final double scale;
    private @Nullable Region waiting;
    private int number;

    /** Sheets of this size, in points. */
    PrintPages(Iterator<Region> blocks, double width, double height) {
        this.blocks = blocks;
        this.width = width;
        this.height = height;
        this.scale = width / PrintBlocks.WIDTH;
    }

    boolean hasNext() {
        return waiting != null || blocks.hasNext();
    }

    /** The next sheet. What is higher than a whole sheet is made smaller until it fits. */
    Parent next() {
        VBox sheet = new VBox(GAP);
        sheet.setFillWidth(true);
        Parent page = dressed(sheet);
        double room = height / scale - FOOT;
        double used = 0;
        while (hasNext()) {
            Region block = waiting == null ? blocks.next() : waiting;
            waiting = null;
            sheet.getChildren().add(block);
            page.applyCss();
            double high = block.prefHeight(PrintBlocks.WIDTH);
            if (used > 0 && used + high > room) {
                sheet.getChildren().remove(block);
                waiting = block;
                break;
            }
            used += high + GAP;
        }
        number++;
        double shrunk = Math.min(1, room / used);
        sheet.getTransforms().add(new javafx.scene.transform.Scale(scale * shrunk, scale * shrunk));
        sheet.resize(PrintBlocks.WIDTH, used);
        return page;
    }

    private Parent dressed(VBox sheet) {
        Region foot = Labels.hint(String.valueOf(number + 1));
        Pane page = new Pane(sheet, foot);
        page.getStylesheets().setAll(new PrimerLight().getUserAgentStylesheet(), Screen.STYLES);
        page.getStyleClass().add("screen");
        page.setStyle("-fx-background-color: white;");
        page.setMinSize(width, height);
        page.setPrefSize(width, height);
        page.setMaxSize(width, height);
        new Scene(page, width, height);
        page.applyCss();
        foot.relocate(width / 2, height - FOOT * scale);
        foot.resize(40, FOOT);
        return page;
    }
}
