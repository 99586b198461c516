package itb.backoffice.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.draft.Change;
import itb.backoffice.draft.Changes;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what a draft changes, field by field, in words. */
public final class ChangeWords {
    /** From this length on a text is compared word by word. */
    private static final int LONG = 40;

    private final Messages messages;
    private final Wording wording;

    /** Words from {@code messages}; values as {@code wording} puts them. */
    public ChangeWords(Messages messages, Wording wording) {
        this.messages = messages;
        this.wording = wording;
    }

    /** Every changed field with its old and new value, in the order of the form, other data last. */
    public List<FieldChange> of(Draft draft) {
        ObjectNode mine = Json.object(draft.json());
        ObjectNode base = draft.baseJson() == null ? null : Json.object(draft.baseJson());
        if (draft.kind() == Draft.Kind.DELETE) {
            return between(draft.type(), base == null ? mine : base, Json.object());
        }
        return between(draft.type(), base, mine);
    }

    /** As {@link #of(Draft)} for any two versions of a resource of {@code type}. */
    public List<FieldChange> between(String type, @Nullable ObjectNode before, ObjectNode after) {
        ObjectNode old = before == null ? Json.object() : before;
        boolean whole = old.isEmpty() || after.isEmpty();
        Optional<Form> form = Forms.of(type, after.isEmpty() ? old : after);
        Map<Field, FieldChange> fields = new LinkedHashMap<>();
        List<FieldChange> others = new ArrayList<>();
        for (Change change : Changes.between(old, after)) {
            String path = change.path().replaceAll("(^|\\.)_", "$1");
            List<Field> touched = form.map(known -> known.fieldsAt(path)).orElse(List.of());
            touched.stream()
                    .filter(field -> Elements.at(old, field.lead()) != null || Elements.at(after, field.lead()) != null)
                    .forEach(field -> fields.computeIfAbsent(field, one -> field(form.orElseThrow(), one, old, after)));
            if (!touched.isEmpty()) {
                continue;
            }
            if (!whole || !change.path().matches("resourceType|id|meta")) {
                others.add(other(change));
            }
        }
        List<FieldChange> all = new ArrayList<>();
        form.ifPresent(known ->
                known.fields().stream().filter(fields::containsKey).forEach(field -> all.add(fields.get(field))));
        all.addAll(others);
        return all;
    }

    private FieldChange field(Form form, Field field, ObjectNode old, ObjectNode now) {
        String path = field.paths().getFirst();
        Worded before = wording.of(field, old);
        Worded after = wording.of(field, now);
        if (before.equals(after)) {
            before = wording.exactly(field, Elements.at(old, path));
            after = wording.exactly(field, Elements.at(now, path));
        }
        boolean words = field.kind() == Field.Kind.LONG_TEXT || field.kind() == Field.Kind.TEXT;
        return new FieldChange(
                messages.get(form.labelKey(field)), path, before, after, words ? segments(before, after) : List.of());
    }

    private FieldChange other(Change change) {
        Worded before = wording.other(change.before());
        Worded after = wording.other(change.after());
        return new FieldChange(
                messages.get("upload.other", readable(change.path())),
                change.path(),
                before,
                after,
                segments(before, after));
    }

    private static List<Segment> segments(Worded before, Worded after) {
        return before instanceof Worded.Text old
                        && after instanceof Worded.Text now
                        && Math.max(old.words().length(), now.words().length()) >= LONG
                ? WordDiff.between(old.words(), now.words())
                : List.of();
    }

    /** {@code extension[https://…/ext-sort-key].valueInteger} becomes {@code extension, ext-sort-key, valueInteger}. */
    static String readable(String path) {
        return path.replaceAll("\\[(?:[^\\]]*/)?([^\\]]*)\\]", ", $1").replace(".", ", ");
    }
}
