package itb.backoffice.shell.review;

import itb.backoffice.catalogue.Summaries;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.EnvironmentMark;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.Segment;
import itb.backoffice.upload.Standing;
import itb.backoffice.upload.Worded;
import itb.backoffice.validation.Finding;
import java.io.ByteArrayInputStream;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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

    private final PlanSheet sheet;
    private final Messages texts;
    private final Standing standing;

    PrintBlocks(PlanSheet sheet, Messages texts) {
        this.sheet = sheet;
        this.texts = texts;
        this.standing = sheet.plan().standing();
    }

    /** The pieces, each made when it is asked for. */
    Iterator<Region> all(ZonedDateTime made) {
        return Stream.concat(
                        Stream.of(head(made)), sheet.plan().lines().stream().flatMap(line -> line(line).stream()))
                .iterator();
    }

    private Region head(ZonedDateTime made) {
        String when = PlanSheet.moment(made, texts);
        int all = sheet.plan().lines().size();
        return new VBox(
                4,
                Labels.title(
                        texts.get("shell.review.page.title", all, sheet.to().name())),
                EnvironmentMark.of(PlanSheet.address(sheet.to()), sheet.to().environment(), texts),
                Labels.hint(texts.get("shell.review.page.made", when)),
                Labels.hint(texts.get("shell.review.page.going", standing.count(), all)));
    }

    private List<Region> line(PlanLine line) {
        String place = line.summary().fact(Summaries.CLINIC);
        VBox first = new VBox(
                4,
                Labels.heading(line.summary().title()),
                Labels.hint(place.isEmpty() ? line.action() : line.action() + " · " + place));
        first.setStyle("-fx-padding: 16 0 0 0; -fx-border-color: -color-border-default; -fx-border-width: 1 0 0 0;");
        if (!standing.goes(line)) {
            first.getChildren().add(Labels.strong(PlanWords.stays(line, standing, texts)));
        }
        if (line.draft().merged()) {
            first.getChildren().add(Labels.text(texts.get("shell.review.merged")));
        }
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
        Image image = new Image(new ByteArrayInputStream(picture.bytes()), PICTURE * 2, PICTURE * 2, true, true);
        Label size = Labels.hint(image.isError() ? texts.get("shell.review.noPicture") : picture.plain());
        ImageView view = new ImageView(image);
        view.setFitWidth(PICTURE);
        view.setFitHeight(PICTURE);
        view.setPreserveRatio(true);
        return image.isError() ? size : new VBox(4, view, size);
    }

    private static TextFlow words(FieldChange change) {
        TextFlow flow = new TextFlow();
        for (Segment segment : change.segments()) {
            Text text = new Text(segment.text());
            switch (segment.kind()) {
                case SAME -> {}
                case REMOVED -> text.setStrikethrough(true);
                case ADDED -> text.setUnderline(true);
            }
            flow.getChildren().add(text);
        }
        return flow;
    }
}
