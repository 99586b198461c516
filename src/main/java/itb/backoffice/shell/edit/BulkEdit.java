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
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.chain.ChainModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Edits many things at once: each becomes a draft of its own to be reviewed, and all are taken back together. */
public final class BulkEdit {
    /**
     * What was edited.
     *
     * @param steps one for each draft that was made or changed
     * @param discarded drafts of new things that were put away
     */
    public record Edited(List<Step> steps, Discarded discarded) {
        /** How many things it changed. */
        public int count() {
            return steps.size() + discarded.references().size();
        }
    }

    /**
     * One edited thing.
     *
     * @param left the draft that the edit left; null where it left none
     */
    public record Step(String type, String id, @Nullable Draft left) {}

    private static final Discarded NONE = new Discarded("", List.of());

    private final CatalogueStore catalogue;
    private final DraftStore drafts;
    private final ChainModel chain;
    private final Background background;
    private final DraftCheck check;

    /** Edits things of {@code catalogue} as drafts in {@code drafts}; {@code check} looks over what was edited. */
    public BulkEdit(
            CatalogueStore catalogue, DraftStore drafts, ChainModel chain, Background background, DraftCheck check) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.chain = chain;
        this.background = background;
        this.check = check;
    }

    /** Changes the things {@code references} ({@code Type/id}) in the same way. */
    public void change(List<String> references, UnaryOperator<ObjectNode> change, Consumer<Edited> then) {
        Map<String, UnaryOperator<ObjectNode>> changes = new LinkedHashMap<>();
        references.forEach(reference -> changes.put(reference, change));
        change(changes, then);
    }

    /** Changes each thing ({@code Type/id}) in its own way. */
    public void change(Map<String, UnaryOperator<ObjectNode>> changes, Consumer<Edited> then) {
        inOrder(
                () -> {
                    List<Step> steps = new ArrayList<>();
                    changes.forEach(
                            (reference, change) -> edit(reference, change).ifPresent(steps::add));
                    return new Edited(steps, NONE);
                },
                then);
    }

    /** Makes drafts that delete the things {@code references}; what the server never had is put away at once. */
    public void delete(List<String> references, Consumer<Edited> then) {
        inOrder(
                () -> {
                    List<Step> steps = new ArrayList<>();
                    List<String> neverThere = new ArrayList<>();
                    for (String reference : references) {
                        StoredResource base = base(reference);
                        if (base == null) {
                            neverThere.add(reference);
                        } else {
                            step(base.type(), base.id(), drafts.edit(EditStep.delete(base)))
                                    .ifPresent(steps::add);
                        }
                    }
                    return new Edited(steps, neverThere.isEmpty() ? NONE : drafts.discard(neverThere));
                },
                then);
    }

    private @Nullable StoredResource base(String reference) {
        int slash = reference.indexOf('/');
        String type = reference.substring(0, slash);
        String id = reference.substring(slash + 1);
        Draft draft = drafts.get(type, id).orElse(null);
        if (draft == null) {
            return catalogue.get(type, id).orElse(null);
        }
        String base = draft.baseJson();
        return base == null ? null : new StoredResource(type, id, draft.baseVersion(), null, base);
    }

    /** Takes back what was done, except where somebody has edited on. */
    public void undo(Edited edited, Runnable then) {
        inOrder(
                () -> {
                    List<Step> steps = new ArrayList<>();
                    edited.steps().forEach(step -> undo(step).ifPresent(steps::add));
                    if (!edited.discarded().references().isEmpty()) {
                        for (Draft back : drafts.restore(edited.discarded().handle())) {
                            steps.add(new Step(back.type(), back.id(), back));
                        }
                    }
                    return new Edited(steps, NONE);
                },
                undone -> then.run());
    }

    private void inOrder(Callable<Edited> work, Consumer<Edited> then) {
        background.inOrder(drafts, work, edited -> {
            for (Step step : edited.steps()) {
                chain.draftChanged(step.type(), step.id(), step.left());
                if (step.left() != null) {
                    check.draft(step.left());
                }
            }
            for (String reference : edited.discarded().references()) {
                int slash = reference.indexOf('/');
                chain.draftChanged(reference.substring(0, slash), reference.substring(slash + 1), null);
            }
            then.accept(edited);
        });
    }

    private Optional<Step> edit(String reference, UnaryOperator<ObjectNode> change) {
        int slash = reference.indexOf('/');
        String type = reference.substring(0, slash);
        String id = reference.substring(slash + 1);
        Draft draft = drafts.get(type, id).orElse(null);
        StoredResource base = catalogue.get(type, id).orElse(null);
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
        EditStep step = draft != null
                ? EditStep.change(draft, json, "")
                : EditStep.change(java.util.Objects.requireNonNull(base), json, "");
        return step(type, id, drafts.edit(step));
    }

    private static Optional<Step> step(String type, String id, EditResult result) {
        return switch (result) {
            case EditResult.Saved saved -> Optional.of(new Step(type, id, saved.draft()));
            case EditResult.NoDraft none -> Optional.of(new Step(type, id, null));
            case EditResult.Sending sending -> Optional.empty();
            case EditResult.Nothing nothing -> Optional.empty();
        };
    }

    private Optional<Step> undo(Step step) {
        Draft now = drafts.get(step.type(), step.id()).orElse(null);
        boolean untouched = now == null || step.left() == null
                ? now == step.left()
                : now.json().equals(step.left().json())
                        && now.kind() == step.left().kind();
        return untouched ? step(step.type(), step.id(), drafts.undo(step.type(), step.id())) : Optional.empty();
    }
}
