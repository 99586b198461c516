package itb.backoffice.shell.review;

import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.EnvironmentMark;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.Segment;
import itb.backoffice.upload.Worded;
import itb.backoffice.validation.Finding;
import java.io.ByteArrayInputStream;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A plan in pieces that are not torn apart between two sheets of paper: a heading with its first field, then field by field. */
final class PrintBlocks {
    /** As wide as a sheet is laid out; the printer's own width is reached by scaling. */
    static final double WIDTH = 720;

    private static final double LABEL = 160;
    private static final double GAP = 16;
    private static final double ARROW = 16;
    private static final double PICTURE = 120;

    /** A picture as it can be put on paper, and its size in words. */
    record Seen(Image image, String size) {}

    private final PlanSheet sheet;
    private final Messages texts;
    private final PlanWords words;
    private final Map<Worded.Picture, Seen> seen;

    /** {@code seen} has the pictures of a line by the time its pieces are asked for. */
    PrintBlocks(PlanSheet sheet, Messages texts, Map<Worded.Picture, Seen> seen) {
        this.sheet = sheet;
        this.texts = texts;
        this.words = new PlanWords(sheet, texts);
        this.seen = seen;
    }

    /** Decodes the pictures of {@code line}; takes time, and is done off the FX thread. */
    static Map<Worded.Picture, Seen> pictures(PlanLine line) {
        Map<Worded.Picture, Seen> seen = new HashMap<>();
        line.changes().stream()
                .flatMap(change -> Stream.of(change.before(), change.after()))
                .filter(Worded.Picture.class::isInstance)
                .map(Worded.Picture.class::cast)
                .forEach(picture -> seen.computeIfAbsent(picture, PrintBlocks::see));
        return seen;
    }

    private static Seen see(Worded.Picture picture) {
        Image image = new Image(new ByteArrayInputStream(picture.bytes()), PICTURE * 2, PICTURE * 2, true, true);
        return new Seen(image, picture.plain());
    }

    /** What stands above all lines. */
    Region head(ZonedDateTime made) {
        PlanHead head = PlanHead.of(sheet, made, texts);
        return new VBox(
                4,
                Labels.title(head.title()),
                EnvironmentMark.of(head.address(), head.environment(), texts),
                Labels.hint(head.made()),
                Labels.hint(head.going()));
    }

    /** The pieces of a line. */
    List<Region> line(PlanLine line) {
        VBox first = new VBox(4, Labels.heading(line.summary().title()), Labels.hint(line.action()));
        first.setStyle("-fx-padding: 16 0 0 0; -fx-border-color: -color-border-default; -fx-border-width: 1 0 0 0;");
        words.notes(line).forEach(note -> first.getChildren().add(Labels.text(note)));
        List<Region> blocks = new ArrayList<>();
        blocks.add(first);
        for (FieldChange change : line.changes()) {
            Region row = row(change, line.draft().kind());
            if (blocks.size() == 1 && first.getChildren().stream().noneMatch(HBox.class::isInstance)) {
                first.getChildren().add(row);
            } else {
                blocks.add(row);
            }
        }
        for (Finding finding : line.findings()) {
            blocks.add(Labels.text(FindingLines.words(finding, texts)));
        }
        List<Touched> touched = sheet.touched(line);
        if (!touched.isEmpty()) {
            VBox box = new VBox(4, Labels.strong(texts.get("shell.review.touched", TouchedLines.numbers(touched))));
            touched.forEach(one -> box.getChildren().add(Labels.text(String.join(" · ", one.names()))));
            blocks.add(box);
        }
        return blocks;
    }

    private Region row(FieldChange change, Draft.Kind kind) {
        HBox row = new HBox(GAP, wide(Labels.strong(change.label()), LABEL));
        double rest = WIDTH - LABEL - GAP;
        if (kind == Draft.Kind.UPDATE && !change.segments().isEmpty()) {
            row.getChildren().add(wide(words(change), rest));
            return row;
        }
        double each = kind == Draft.Kind.UPDATE ? (rest - 2 * GAP - ARROW) / 2 : rest;
        if (kind != Draft.Kind.CREATE) {
            row.getChildren().add(wide(value(change.before()), each));
        }
        if (kind == Draft.Kind.UPDATE) {
            row.getChildren().add(wide(new Label("→"), ARROW));
        }
        if (kind != Draft.Kind.DELETE) {
            row.getChildren().add(wide(value(change.after()), each));
        }
        return row;
    }

    private static Region wide(Region node, double width) {
        node.setMinWidth(width);
        node.setPrefWidth(width);
        node.setMaxWidth(width);
        return node;
    }

    private Region value(Worded worded) {
        return switch (worded) {
            case Worded.Nothing nothing -> Labels.hint(texts.get("shell.review.nothing"));
            case Worded.Text text -> Labels.text(text.words());
            case Worded.Picture picture -> picture(picture);
        };
    }

    private Region picture(Worded.Picture picture) {
        Seen known = seen.get(picture);
        if (known == null || known.image().isError()) {
            return Labels.hint(texts.get("shell.review.noPicture"));
        }
        ImageView view = new ImageView(known.image());
        view.setFitWidth(PICTURE);
        view.setFitHeight(PICTURE);
        view.setPreserveRatio(true);
        return new VBox(4, view, Labels.hint(known.size()));
    }

    private static TextFlow words(FieldChange change) {
        TextFlow flow = new TextFlow();
        for (Segment segment : change.segments()) {
            Text text = new Text(segment.text());
            switch (segment.kind()) {
                case SAME -> {}
                case REMOVED -> text.setStrikethrough(true);
                case ADDED -> {
                    text.setUnderline(true);
                    ChangesPane.apart(flow);
                }
            }
            flow.getChildren().add(text);
        }
        return flow;
    }
}
