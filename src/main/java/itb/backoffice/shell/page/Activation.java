package itb.backoffice.shell.page;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.chain.Line;
import itb.backoffice.shell.edit.BulkEdit;
import java.util.List;

/** Makes things active or not. */
final class Activation {
    private final Messages messages;
    private final BulkEdit bulk;
    private final Runnable changed;

    /** @param changed told when drafts were made */
    Activation(Messages messages, BulkEdit bulk, Runnable changed) {
        this.messages = messages;
        this.bulk = bulk;
        this.changed = changed;
    }

    String words(List<Line> lines) {
        return messages.get(anyActive(lines) || lines.isEmpty() ? "page.act.deactivate" : "page.act.activate");
    }

    private static boolean anyActive(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.row().active());
    }

    /** Makes all of them active, or none where one is. */
    void turn(Kind kind, List<Line> lines) {
        boolean active = !anyActive(lines);
        bulk.change(
                lines.stream().map(Line::reference).toList(),
                thing -> set(kind, thing, active),
                edited -> changed.run());
    }

    /** What makes a thing of this kind visible to patients, or hides it. */
    static ObjectNode set(Kind kind, ObjectNode thing, boolean active) {
        switch (kind) {
            case TREATMENTS -> thing.put("status", active ? "active" : "retired");
            case AREAS -> thing.put("status", active ? "active" : "inactive");
            default -> thing.set("active", BooleanNode.valueOf(active));
        }
        return thing;
    }
}
