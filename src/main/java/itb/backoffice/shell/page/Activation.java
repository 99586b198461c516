package itb.backoffice.shell.page;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.chain.Line;
import itb.backoffice.shell.part.Buttons;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes things active or not, or deletes them; where something hangs on them, it says so first. */
final class Activation {
    private final Messages messages;
    private final Bulk bulk;
    private final PageFactory.Host host;
    private final Permissions permissions;
    private final Relatives relatives;

    Activation(ChainModel chain, Messages messages, Bulk bulk, PageFactory.Host host, Permissions permissions) {
        this.messages = messages;
        this.bulk = bulk;
        this.host = host;
        this.permissions = permissions;
        this.relatives = new Relatives(chain, messages);
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
        Runnable doIt = () -> bulk.change(
                references(lines),
                thing -> set(kind, thing, active),
                active ? "page.done.activated" : "page.done.deactivated");
        if (active) {
            doIt.run();
        } else {
            unlessSomethingHangsOn(kind, lines, "deactivate", doIt);
        }
    }

    /** Whether an edit would hide something on which others hang; it is then asked about, and {@code goOn} does it. */
    boolean keepsBack(ObjectNode before, ObjectNode after, Runnable goOn) {
        boolean same =
                Stream.of("active", "status").allMatch(mark -> before.path(mark).equals(after.path(mark)));
        if (same) {
            return false;
        }
        Summary thing = summary(after);
        if (thing.active() || !summary(before).active()) {
            return false;
        }
        return asks(Kind.of(thing), List.of(thing), "deactivate", goOn);
    }

    private static Summary summary(ObjectNode json) {
        return Summaries.of(
                json.path("resourceType").asText(""), json.path("id").asText(""), json);
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

    /** What deleting is called; with the reason where it cannot be done. */
    String deleteWords(Kind kind, List<Line> lines) {
        if (lines.stream().anyMatch(line -> !line.row().summary().type().equals(kind.type()))) {
            return messages.get("page.act.delete.inRoles");
        }
        if (permissions.mayDelete(kind.type())) {
            return messages.get("page.act.delete");
        }
        String why = permissions.known() ? "page.act.delete.forbidden" : "page.act.delete.unknown";
        return messages.get(why, messages.get("shell.page." + Listing.of(kind).key()));
    }

    /** Whether these can be deleted: on the server, or because they were never there. */
    boolean mayDelete(Kind kind, List<Line> lines) {
        return !lines.isEmpty()
                && lines.stream()
                        .allMatch(line -> line.row().summary().type().equals(kind.type())
                                && (permissions.mayDelete(kind.type()) || isNew(line)));
    }

    private static boolean isNew(Line line) {
        var draft = line.row().draft();
        return draft != null && draft.baseJson() == null;
    }

    /** Deletes them with the next upload. */
    void delete(Kind kind, List<Line> lines) {
        unlessSomethingHangsOn(
                kind, lines, "delete", () -> bulk.delete(references(lines), "page.done.deleted", () -> {}));
    }

    private void unlessSomethingHangsOn(Kind kind, List<Line> lines, String what, Runnable doIt) {
        List<Summary> things = lines.stream().map(line -> line.row().summary()).toList();
        if (!asks(kind, things, what, doIt)) {
            doIt.run();
        }
    }

    /** Whether something hangs on them, and it is asked about. */
    private boolean asks(Kind kind, List<Summary> things, String what, Runnable doIt) {
        Consequences consequences = new Consequences(relatives, messages);
        if (consequences.none(things)) {
            return false;
        }
        String subject = things.size() == 1 ? relatives.name(things.getFirst()) : relatives.number(kind, things.size());
        host.ask(new QuestionCard(
                messages,
                messages.get("page.question." + what, subject),
                consequences.nodes(things, "page.question." + what + "." + kind),
                Buttons.destructive("question-do", messages.get("page.act." + what), () -> {
                    host.answered();
                    doIt.run();
                }),
                host::answered));
        return true;
    }

    private static List<String> references(List<Line> lines) {
        return lines.stream().filter(Objects::nonNull).map(Line::reference).toList();
    }
}
