package itb.backoffice.shell.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.Discarded;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.edit.BulkEdit.Edited;
import itb.backoffice.shell.edit.BulkEdit.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What {@link BulkEdit} does on disk, off the FX thread: piece by piece, so that it can tell how far it is, and back to
 * the beginning where it is stopped or fails. Nobody finds half of it done.
 */
public final class BulkWork {
    private static final Discarded NONE = new Discarded("", List.of());
    private static final int PIECE = 100;

    private final CatalogueStore catalogue;
    private final DraftStore drafts;

    /** Edits things of {@code catalogue} as drafts in {@code drafts}. */
    public BulkWork(CatalogueStore catalogue, DraftStore drafts) {
        this.catalogue = catalogue;
        this.drafts = drafts;
    }

    /** What other edits of the same drafts must be in order with. */
    Object lane() {
        return drafts;
    }

    Edited change(Map<String, UnaryOperator<ObjectNode>> changes, Progress progress) {
        return inPieces(
                List.copyOf(changes.keySet()),
                reference -> change(reference, Objects.requireNonNull(changes.get(reference))),
                progress);
    }

    Edited delete(List<String> references, Progress progress) {
        List<String> neverThere = new ArrayList<>();
        Edited edited = inPieces(
                references,
                reference -> {
                    StoredResource base = base(reference);
                    if (base == null) {
                        neverThere.add(reference);
                    }
                    return Optional.ofNullable(base).map(EditStep::delete);
                },
                progress);
        return edited.stopped() || neverThere.isEmpty()
                ? edited
                : new Edited(edited.steps(), drafts.discard(neverThere), edited.busy(), false);
    }

    private Edited inPieces(List<String> references, Function<String, Optional<EditStep>> edit, Progress progress) {
        List<Step> steps = new ArrayList<>();
        int busy = 0;
        try {
            for (int from = 0; from < references.size(); from += PIECE) {
                if (progress.cancelled()) {
                    takeBack(steps);
                    return new Edited(List.of(), NONE, 0, true);
                }
                int to = Math.min(references.size(), from + PIECE);
                List<EditStep> edits = references.subList(from, to).stream()
                        .map(edit)
                        .flatMap(Optional::stream)
                        .toList();
                List<EditResult> results = drafts.edit(edits);
                for (int i = 0; i < edits.size(); i++) {
                    Optional<Step> step = step(edits.get(i).type(), edits.get(i).id(), results.get(i));
                    step.ifPresent(steps::add);
                    busy += results.get(i) instanceof EditResult.Sending ? 1 : 0;
                }
                progress.report("", to, references.size());
            }
        } catch (RuntimeException failed) {
            takeBack(steps);
            throw failed;
        }
        return new Edited(steps, NONE, busy, false);
    }

    private @Nullable StoredResource base(String reference) {
        String type = type(reference);
        String id = id(reference);
        Draft draft = drafts.get(type, id).orElse(null);
        if (draft == null) {
            return catalogue.get(type, id).orElse(null);
        }
        String base = draft.baseJson();
        return base == null ? null : new StoredResource(type, id, draft.baseVersion(), null, base);
    }

    private Optional<EditStep> change(String reference, UnaryOperator<ObjectNode> change) {
        String type = type(reference);
        Draft draft = drafts.get(type, id(reference)).orElse(null);
        StoredResource base = catalogue.get(type, id(reference)).orElse(null);
        String before = draft != null ? draft.json() : base != null ? base.json() : null;
        if (before == null) {
            return Optional.empty();
        }
        ObjectNode changed = change.apply(Json.object(before));
        if (changed.equals(Json.object(before))) {
            return Optional.empty();
        }
        String server = draft != null ? draft.baseJson() : before;
        Forms.of(type, changed)
                .ifPresent(form -> form.upkeep().keep("", server == null ? null : Json.object(server), changed));
        String json = Json.write(changed);
        return Optional.of(
                draft != null
                        ? EditStep.change(draft, json, "")
                        : EditStep.change(Objects.requireNonNull(base), json, ""));
    }

    private static Optional<Step> step(String type, String id, EditResult result) {
        return switch (result) {
            case EditResult.Saved saved -> Optional.of(new Step(type, id, saved.draft()));
            case EditResult.NoDraft none -> Optional.of(new Step(type, id, null));
            case EditResult.Sending sending -> Optional.empty();
            case EditResult.Nothing nothing -> Optional.empty();
        };
    }

    /** Takes back what was done, except where somebody has edited on; nothing of it where that is stopped. */
    Edited undo(Edited edited, Progress progress) {
        List<Step> undone = new ArrayList<>();
        int size = edited.steps().size();
        for (int from = 0; from < size; from += PIECE) {
            if (progress.cancelled()) {
                drafts.redo(undone.stream().map(Step::reference).toList());
                return new Edited(List.of(), NONE, 0, true);
            }
            int to = Math.min(size, from + PIECE);
            undone.addAll(takeBack(edited.steps().subList(from, to)));
            progress.report("", to, size);
        }
        if (!edited.discarded().references().isEmpty()) {
            for (Draft back : drafts.restore(edited.discarded().handle())) {
                undone.add(new Step(back.type(), back.id(), back));
            }
        }
        return new Edited(undone, NONE, 0, false);
    }

    private List<Step> takeBack(List<Step> done) {
        List<Step> untouched = done.stream().filter(this::untouched).toList();
        List<EditResult> results =
                drafts.undo(untouched.stream().map(Step::reference).toList());
        List<Step> undone = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Step step = untouched.get(i);
            step(step.type(), step.id(), results.get(i)).ifPresent(undone::add);
        }
        return undone;
    }

    private boolean untouched(Step step) {
        Draft now = drafts.get(step.type(), step.id()).orElse(null);
        Draft left = step.left();
        return now == null || left == null ? now == left : now.json().equals(left.json()) && now.kind() == left.kind();
    }

    private static String type(String reference) {
        return reference.substring(0, reference.indexOf('/'));
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
