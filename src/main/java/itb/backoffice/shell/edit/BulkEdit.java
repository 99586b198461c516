package itb.backoffice.shell.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.draft.Discarded;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.chain.ChainModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Edits many things at once: each becomes a draft of its own to be reviewed, and all are taken back together. */
public final class BulkEdit {
    /**
     * What was edited.
     *
     * @param steps one for each draft that was made or changed
     * @param discarded drafts of new things that were put away
     * @param busy how many stayed as they are because they are just being sent
     * @param stopped whether the user stopped it; then nothing was edited
     */
    public record Edited(List<Step> steps, Discarded discarded, int busy, boolean stopped) {
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
    public record Step(String type, String id, @Nullable Draft left) {
        /** {@code Type/id}. */
        public String reference() {
            return type + "/" + id;
        }
    }

    /** So many may take a second: then it is told how far it is, and can be stopped. */
    private static final int LONG = 200;
    /** More are shown when all is read anew, which happens off the FX thread; and checked with the whole chain. */
    public static final int MANY = 500;

    private final BulkWork work;
    private final ChainModel chain;
    private final Background background;
    private final DraftCheck check;
    private final Messages messages;

    /** Edits by {@code work} and tells {@code chain}; {@code check} looks over what was edited. */
    public BulkEdit(BulkWork work, ChainModel chain, Background background, DraftCheck check, Messages messages) {
        this.work = work;
        this.chain = chain;
        this.background = background;
        this.check = check;
        this.messages = messages;
    }

    /** Changes the things {@code references} ({@code Type/id}) in the same way. */
    public void change(List<String> references, UnaryOperator<ObjectNode> change, Consumer<Edited> then) {
        Map<String, UnaryOperator<ObjectNode>> changes = new LinkedHashMap<>();
        references.forEach(reference -> changes.put(reference, change));
        change(changes, then);
    }

    /** Changes each thing ({@code Type/id}) in its own way. */
    public void change(Map<String, UnaryOperator<ObjectNode>> changes, Consumer<Edited> then) {
        run(changes.size(), progress -> work.change(changes, progress), then);
    }

    /** Makes drafts that delete the things {@code references}; what the server never had is put away at once. */
    public void delete(List<String> references, Consumer<Edited> then) {
        run(references.size(), progress -> work.delete(references, progress), then);
    }

    /** Takes back what was done, except where somebody has edited on; {@code then} is told what that changed. */
    public void undo(Edited edited, Consumer<Edited> then) {
        run("page.bulk.undo", edited.count(), progress -> work.undo(edited, progress), then);
    }

    /** Runs {@code then} on the FX thread once all edits that were asked for so far have ended, in whatever way. */
    public void afterwards(Runnable then) {
        background.inOrder(work.lane(), () -> true, ended -> then.run());
    }

    private void run(int size, Function<Progress, Edited> edit, Consumer<Edited> then) {
        run("page.bulk.title", size, edit, then);
    }

    private void run(String title, int size, Function<Progress, Edited> edit, Consumer<Edited> then) {
        if (size < LONG) {
            background.inOrder(work.lane(), () -> edit.apply(Progress.none()), edited -> show(edited, then));
        } else {
            background.inOrder(work.lane(), messages.get(title, size), edit::apply, edited -> show(edited, then));
        }
    }

    private void show(Edited edited, Consumer<Edited> then) {
        if (edited.count() > MANY) {
            then.accept(edited);
            return;
        }
        Map<String, @Nullable Draft> now = new LinkedHashMap<>();
        edited.steps().forEach(step -> now.put(step.reference(), step.left()));
        edited.discarded().references().forEach(reference -> now.put(reference, null));
        chain.draftsChanged(now);
        check.drafts(now.values().stream().filter(Objects::nonNull).toList());
        then.accept(edited);
    }
}
