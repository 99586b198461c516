package itb.backoffice.shell.review;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What leads to a thing that patients will no longer see: by number, and by name. */
final class TouchedLines {
    private static final int FEW = 6;

    private TouchedLines() {}

    static VBox of(List<Touched> touched, String title, Messages texts) {
        VBox box = new VBox(4);
        box.getStyleClass().addAll("banner", "warning");
        String numbers = numbers(touched);
        Label heading = Labels.strong(texts.get("shell.review.touched", numbers));
        heading.setAccessibleText(heading.getText() + " " + title);
        box.getChildren().add(heading);
        touched.forEach(one -> box.getChildren().add(names(one, texts)));
        return box;
    }

    /** All numbers in one phrase. */
    static String numbers(List<Touched> touched) {
        return touched.stream().map(Touched::number).collect(Collectors.joining(", "));
    }

    private static Node names(Touched touched, Messages texts) {
        List<String> names = touched.names();
        Label label = Labels.text(String.join(" · ", names.subList(0, Math.min(FEW, names.size()))));
        if (names.size() <= FEW) {
            return label;
        }
        VBox box = new VBox(4, label);
        Button more = Buttons.flat("more", texts.get("shell.review.touched.more", names.size() - FEW), () -> {
            label.setText(String.join(" · ", names));
            box.getChildren().setAll(label);
        });
        box.getChildren().add(more);
        return box;
    }
}
