package itb.backoffice.shell.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.edit.BulkEdit;
import itb.backoffice.shell.edit.BulkEdit.Edited;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Edits of many things at once as the pages do them: told in a line, and taken back as one, by the button in that line or
 * by Ctrl+Z as long as nothing else was edited since.
 */
final class Bulk {
    private final BulkEdit edit;
    private final ChainModel chain;
    private final Messages messages;
    private final PageFactory.Host host;
    private @Nullable Runnable last;
    private long at;

    Bulk(BulkEdit edit, ChainModel chain, Messages messages, PageFactory.Host host) {
        this.edit = edit;
        this.chain = chain;
        this.messages = messages;
        this.host = host;
    }

    /** Changes the things {@code references} in the same way; {@code done} tells it. */
    void change(List<String> references, UnaryOperator<ObjectNode> change, String done) {
        Map<String, UnaryOperator<ObjectNode>> changes = new LinkedHashMap<>();
        references.forEach(reference -> changes.put(reference, change));
        change(changes, done, () -> {}, () -> {});
    }

    /**
     * Changes each thing in its own way.
     *
     * @param done the key of the words that tell it, with the number of drafts
     * @param then when it is done
     * @param undone when it was taken back
     */
    void change(Map<String, UnaryOperator<ObjectNode>> changes, String done, Runnable then, Runnable undone) {
        edit.change(changes, edited -> tell(edited, done, then, undone));
    }

    /** Deletes things with the next upload. */
    void delete(List<String> references, String done, Runnable then) {
        edit.delete(references, edited -> tell(edited, done, then, () -> {}));
    }

    /** Runs {@code then} once what was asked for so far has ended, in whatever way. */
    void afterwards(Runnable then) {
        edit.afterwards(then);
    }

    private void tell(Edited edited, String done, Runnable then, Runnable undone) {
        Runnable back = () -> takeBack(edited, undone);
        boolean some = edited.count() > 0;
        if (some) {
            last = back;
            at = chain.edits();
        }
        host.draftsChanged(() -> {
            if (edited.stopped()) {
                host.tell(messages.get("page.bulk.stopped"));
            } else if (!some || last == back) {
                then.run();
                if (edited.count() > BulkEdit.MANY) {
                    // Reading all anew is what showed the edits.
                    at = chain.edits();
                }
                shown(edited, done, back);
            }
        });
    }

    private void shown(Edited edited, String done, Runnable back) {
        String busy = edited.busy() == 0 ? "" : messages.get("page.bulk.busy", edited.busy());
        if (edited.count() == 0) {
            host.tell(busy.isEmpty() ? messages.get("page.bulk.nothing") : busy);
            return;
        }
        host.tell((messages.get(done, edited.count()) + " " + busy).strip(), back);
    }

    private void takeBack(Edited edited, Runnable undone) {
        last = null;
        edit.undo(edited, taken -> {
            if (taken.stopped()) {
                last = () -> takeBack(edited, undone);
                at = chain.edits();
                host.tell(messages.get("page.bulk.undo.stopped"));
            } else {
                host.draftsChanged(undone);
            }
        });
    }

    /** Takes back what was done last, if it was done here and nothing was edited since; otherwise says false. */
    boolean undo() {
        Runnable back = last;
        if (back == null || chain.edits() != at) {
            return false;
        }
        host.takenBack();
        back.run();
        return true;
    }
}
