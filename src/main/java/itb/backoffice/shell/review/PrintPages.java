package itb.backoffice.shell.review;

import atlantafx.base.theme.PrimerLight;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.shell.part.Screen;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Lays pieces out on sheets of paper, black on white, one sheet after the other. */
final class PrintPages {
    private static final double GAP = 8;
    private static final double FOOT = 24;

    private final double width;
    private final double height;
    private final double scale;
    private VBox sheet = new VBox(GAP);
    private Parent page;
    private double used;
    private int number;

    /** Sheets of this size, in points. */
    PrintPages(double width, double height) {
        this.width = width;
        this.height = height;
        this.scale = width / PrintBlocks.WIDTH;
        page = dressed(sheet);
    }

    /** Puts {@code block} on the sheet; gives the one that is full where that is a new one. */
    Optional<Parent> add(Region block) {
        double high = put(block);
        if (used == 0 || used + high <= room()) {
            used += high + GAP;
            return Optional.empty();
        }
        sheet.getChildren().remove(block);
        Parent full = finished();
        sheet = new VBox(GAP);
        page = dressed(sheet);
        used = put(block) + GAP;
        return Optional.of(full);
    }

    private double put(Region block) {
        sheet.getChildren().add(block);
        page.applyCss();
        return block.prefHeight(PrintBlocks.WIDTH);
    }

    private double room() {
        return height / scale - FOOT;
    }

    /** The sheet as it now is, which is the last one. What is higher than a whole sheet was made smaller until it fits. */
    Parent finished() {
        number++;
        double shrunk = Math.min(1, room() / used);
        sheet.getTransforms().add(new javafx.scene.transform.Scale(scale * shrunk, scale * shrunk));
        sheet.resize(PrintBlocks.WIDTH, used);
        return page;
    }

    /** How many are finished. */
    int number() {
        return number;
    }

    private Parent dressed(VBox on) {
        Region foot = Labels.hint(String.valueOf(number + 1));
        Pane page = new Pane(on, foot);
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
