package itb.backoffice.shell.review;

import itb.backoffice.draft.Change;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.Labels;
import itb.backoffice.upload.ChangeWords;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.Wording;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What a server made of what it was sent, beside that. */
final class Differing {
    /** So many differences are shown. */
    private static final int MOST = 12;

    private final Messages texts;
    private final ChangesPane pane;
    private final ChangeWords words;

    Differing(Messages texts, ChangesPane pane) {
        this.texts = texts;
        this.pane = pane;
        words = new ChangeWords(texts, new Wording(texts, reference -> Optional.empty()));
    }

    /** The differences in what {@code line} sent. */
    Node of(PlanLine line, List<Change> differs) {
        List<FieldChange> changes = differs.stream()
                .limit(MOST)
                .map(change -> named(line, words.other(change.path(), change.before(), change.after())))
                .toList();
        Node grid = pane.of(
                changes,
                ChangesPane.Sides.BOTH,
                texts.get("shell.review.differs.sent"),
                texts.get("shell.review.differs.there"));
        return differs.size() <= MOST
                ? grid
                : new VBox(8, grid, Labels.hint(texts.get("shell.review.differs.more", differs.size() - MOST)));
    }

    /** Under the name that the field has for this resource, where it is among what changed; else as its kind has it. */
    private FieldChange named(PlanLine line, FieldChange change) {
        String path = change.path();
        String label = line.changes().stream()
                .filter(sent -> path.equals(sent.path())
                        || path.startsWith(sent.path() + ".")
                        || path.startsWith(sent.path() + "["))
                .map(FieldChange::label)
                .findFirst()
                .or(() -> Forms.of(line.draft().type())
                        .flatMap(form -> form.fieldAt(path).map(form::labelKey))
                        .map(texts::get))
                .orElse(change.label());
        return new FieldChange(label, path, change.before(), change.after(), change.segments());
    }
}
