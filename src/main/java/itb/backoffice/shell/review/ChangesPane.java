package itb.backoffice.shell.review;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.Segment;
import itb.backoffice.upload.Worded;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Old and new values of fields, side by side; long texts word by word; pictures as pictures. */
final class ChangesPane {
    private static final double PICTURE = 96;

    /** Which of the two values there are. */
    enum Sides {
        BOTH,
        OLD,
        NEW
    }

    private final Messages texts;
    private final Background background;

    ChangesPane(Messages texts, Background background) {
        this.texts = texts;
        this.background = background;
    }

    /** The changes as a grid with a row for each field. */
    Node of(List<FieldChange> changes, Sides sides) {
        return of(changes, sides, change -> null);
    }

    /** The same with what {@code below} has to say of a field in a row under it. */
    Node of(List<FieldChange> changes, Sides sides, Function<FieldChange, @Nullable Node> below) {
        return grid(changes, sides, List.of(texts.get("shell.review.before"), texts.get("shell.review.after")), below);
    }

    /** As above; {@code before} and {@code after} are what stands above the two values. */
    Node of(List<FieldChange> changes, Sides sides, String before, String after) {
        return grid(changes, sides, List.of(before, after), change -> null);
    }

    private Node grid(
            List<FieldChange> changes, Sides sides, List<String> heads, Function<FieldChange, @Nullable Node> below) {
        GridPane grid = new GridPane();
        grid.setHgap(24);
        grid.setVgap(8);
        grid.getStyleClass().add("changes");
        ColumnConstraints label = new ColumnConstraints(176);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        value.setPercentWidth(-1);
        value.setPrefWidth(320);
        grid.getColumnConstraints().addAll(label, value);
        if (sides == Sides.BOTH) {
            grid.getColumnConstraints().add(value);
            grid.addRow(0, new Label(), Labels.hint(heads.getFirst()), Labels.hint(heads.getLast()));
        }
        for (FieldChange change : changes) {
            int row = grid.getRowCount();
            grid.getRowConstraints().add(new RowConstraints());
            grid.add(top(Labels.strong(change.label())), 0, row);
            if (sides == Sides.BOTH && !change.segments().isEmpty()) {
                grid.add(top(words(change)), 1, row, 2, 1);
            } else {
                if (sides != Sides.NEW) {
                    grid.add(top(value(change, change.before(), sides == Sides.BOTH)), 1, row);
                }
                if (sides != Sides.OLD) {
                    grid.add(top(value(change, change.after(), false)), sides == Sides.BOTH ? 2 : 1, row);
                }
            }
            Node note = below.apply(change);
            if (note != null) {
                grid.add(note, 1, row + 1, sides == Sides.BOTH ? 2 : 1, 1);
            }
        }
        return grid;
    }

    private static Node top(Node node) {
        GridPane.setValignment(node, VPos.TOP);
        return node;
    }

    /** One value; {@code old} ones are quieter. */
    Node value(FieldChange change, Worded worded, boolean old) {
        return switch (worded) {
            case Worded.Nothing nothing -> {
                Label empty = Labels.hint(texts.get("shell.review.nothing"));
                empty.setAccessibleText(change.label() + ": " + empty.getText());
                yield empty;
            }
            case Worded.Text text -> {
                Label words = Labels.text(text.words());
                words.setAccessibleText(change.label() + ": " + text.words());
                if (old) {
                    words.getStyleClass().add("muted");
                }
                yield words;
            }
            case Worded.Picture picture -> picture(change.label(), picture);
        };
    }

    private record Thumbnail(Image image, String size) {}

    private Node picture(String label, Worded.Picture picture) {
        StackPane frame = new StackPane();
        frame.setMinSize(PICTURE, PICTURE);
        frame.setMaxSize(PICTURE, PICTURE);
        frame.getStyleClass().add("picture");
        Label size = Labels.hint("");
        background.run(
                () -> new Thumbnail(
                        new Image(new ByteArrayInputStream(picture.bytes()), PICTURE * 2, PICTURE * 2, true, true),
                        picture.plain()),
                seen -> {
                    size.setText(seen.size());
                    frame.setAccessibleText(label + ": " + seen.size());
                    if (seen.image().isError()) {
                        frame.getChildren().setAll(Labels.hint(texts.get("shell.review.noPicture")));
                    } else {
                        ImageView view = new ImageView(seen.image());
                        view.setFitWidth(PICTURE);
                        view.setFitHeight(PICTURE);
                        view.setPreserveRatio(true);
                        frame.getChildren().setAll(view);
                    }
                });
        return new VBox(4, frame, size);
    }

    /** What came stands a little apart from what went. */
    static void apart(TextFlow flow) {
        if (!flow.getChildren().isEmpty()
                && flow.getChildren().getLast() instanceof Text went
                && !went.getText().endsWith(" ")
                && (went.isStrikethrough() || went.getStyleClass().contains("text-strikethrough"))) {
            flow.getChildren().add(new Text("\u2009"));
        }
    }

    /** Both texts as one: what went is struck through, what came is underlined. */
    Node words(FieldChange change) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("word-diff");
        StringBuilder spoken = new StringBuilder(change.label()).append(": ");
        for (Segment segment : change.segments()) {
            Text text = new Text(segment.text());
            text.getStyleClass().add("text");
            switch (segment.kind()) {
                case SAME -> spoken.append(segment.text());
                case REMOVED -> {
                    text.getStyleClass().addAll("danger", "text-strikethrough");
                    spoken.append(texts.get("shell.review.removed", segment.text()));
                }
                case ADDED -> {
                    apart(flow);
                    text.getStyleClass().addAll("success", "text-underlined");
                    spoken.append(texts.get("shell.review.added", segment.text()));
                }
            }
            flow.getChildren().add(text);
        }
        flow.setAccessibleText(spoken.toString());
        return flow;
    }
}
