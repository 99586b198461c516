package itb.backoffice.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Names;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.draft.Change;
import itb.backoffice.draft.Changes;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.OtherData;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.Wording.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a draft changes, field by field, in words. */
public final class ChangeWords {
    /** From this length on a text is compared word by word. */
    private static final int LONG = 40;
    /** Below this share of letters in common, two texts read better beside each other. */
    private static final double ALIKE = 0.35;

    private final Messages messages;
    private final Wording wording;

    /** Words from {@code messages}; values as {@code wording} puts them. */
    public ChangeWords(Messages messages, Wording wording) {
        this.messages = messages;
        this.wording = wording;
    }

    /** The clinic that a role belongs to, as it is called now where that is known; empty for all else. */
    public String place(Summary thing) {
        String clinic = thing.fact(Summaries.CLINIC_ID);
        return clinic.isEmpty()
                ? ""
                : wording.name(JournalEntry.CLINIC + clinic).orElse(thing.fact(Summaries.CLINIC));
    }

    /** The same of an entry in the journal: as it is called now, or else was; empty where nobody knows. */
    public String place(JournalEntry entry) {
        String place = entry.place();
        return !place.startsWith(JournalEntry.CLINIC)
                ? place
                : wording.name(place.split(" ", 2)[0]).orElse(JournalEntry.named(place));
    }

    /** A thing under the name by which people know it. */
    Summary named(Summary thing, boolean isNew) {
        return Names.has(thing)
                ? thing
                : wording.name(thing.reference())
                        .map(thing::called)
                        .orElseGet(() -> new Names(messages).named(thing, isNew));
    }

    /** Every changed field with its old and new value, in the order of the form, other data last. */
    public List<FieldChange> of(Draft draft) {
        ObjectNode mine = Json.object(draft.json());
        ObjectNode base = draft.baseJson() == null ? null : Json.object(draft.baseJson());
        return of(draft.kind(), draft.type(), base, mine);
    }

    /** The same of a draft that was read already. */
    List<FieldChange> of(Draft.Kind kind, String type, @Nullable ObjectNode base, ObjectNode mine) {
        return kind == Draft.Kind.DELETE
                ? between(type, base == null ? mine : base, Json.object())
                : between(type, base, mine);
    }

    /** As {@link #of(Draft)} for any two versions of a resource of {@code type}. */
    public List<FieldChange> between(String type, @Nullable ObjectNode before, ObjectNode after) {
        ObjectNode old = before == null ? Json.object() : before;
        Optional<Form> was = Forms.of(type, old.isEmpty() ? after : old);
        Optional<Form> is = Forms.of(type, after.isEmpty() ? old : after);
        return was.isPresent() && is.isPresent()
                ? new Telling(new Version(was.get(), old), new Version(is.get(), after)).all()
                : Changes.between(old, after).stream()
                        .filter(change -> !(old.isEmpty() || after.isEmpty())
                                || !change.path().matches("resourceType|id|meta"))
                        .map(change -> other(change.path(), change.before(), change.after()))
                        .toList();
    }

    /** A resource with the form that fits it: its elements may have other names than those of another version. */
    private record Version(Form form, ObjectNode resource) {
        List<Field> fieldsAt(String path) {
            return form.fieldsAt(path);
        }

        boolean covers(String path) {
            return form.fields().stream().anyMatch(field -> field.covers(path));
        }

        /** Other data at and below {@code path}, by path. */
        Map<String, JsonNode> othersIn(String path) {
            Map<String, JsonNode> others = new LinkedHashMap<>();
            OtherData.of(form, resource).stream()
                    .filter(entry -> entry.path().startsWith(path + ".")
                            || entry.path().startsWith(path + "[")
                            || entry.path().equals(path))
                    .forEach(entry -> others.put(entry.path(), entry.value()));
            return others;
        }
    }

    /** The changes between two versions. */
    private final class Telling {
        private final Version was;
        private final Version is;
        private final Set<String> fields = new LinkedHashSet<>();
        private final Map<String, FieldChange> others = new LinkedHashMap<>();

        Telling(Version was, Version is) {
            this.was = was;
            this.is = is;
        }

        List<FieldChange> all() {
            boolean whole = was.resource().isEmpty() || is.resource().isEmpty();
            for (Change change : Changes.between(was.resource(), is.resource())) {
                String path = change.path().replaceAll("(^|\\.)_", "$1");
                boolean touches = touch(was, path) | touch(is, path);
                if (touches && !was.covers(path) && !is.covers(path)) {
                    // A container came or went as a whole: what no field covers in it is told as well.
                    inside(path);
                } else if (!touches && !(whole && path.matches("resourceType|id|meta"))) {
                    others.put(change.path(), other(change.path(), change.before(), change.after()));
                }
            }
            List<FieldChange> all = new ArrayList<>();
            Form order = is.resource().isEmpty() ? was.form() : is.form();
            Set<String> keys = new LinkedHashSet<>();
            order.fields().forEach(field -> keys.add(field.key()));
            was.form().fields().forEach(field -> keys.add(field.key()));
            keys.stream().filter(fields::contains).forEach(key -> all.add(field(key)));
            all.addAll(others.values());
            return all;
        }

        private boolean touch(Version version, String path) {
            List<Field> touched = version.fieldsAt(path);
            touched.stream().map(Field::key).filter(this::anywhere).forEach(fields::add);
            return !touched.isEmpty();
        }

        private boolean anywhere(String key) {
            return sides(key).stream().anyMatch(side -> side.node() != null);
        }

        private void inside(String path) {
            Map<String, JsonNode> old = was.othersIn(path);
            Map<String, JsonNode> now = is.othersIn(path);
            Set<String> paths = new LinkedHashSet<>(old.keySet());
            paths.addAll(now.keySet());
            paths.stream()
                    .filter(each -> !Elements.same(old.get(each), now.get(each)))
                    .forEach(each -> others.put(each, other(each, old.get(each), now.get(each))));
        }

        private List<Side> sides(String key) {
            Field then = was.form().field(key).or(() -> is.form().field(key)).orElseThrow();
            Field now = is.form().field(key).orElse(then);
            return List.of(new Side(was.form(), then, was.resource()), new Side(is.form(), now, is.resource()));
        }

        private FieldChange field(String key) {
            List<Side> sides = sides(key);
            Field field = sides.getLast().field();
            Pair pair = wording.of(sides.getFirst(), sides.getLast());
            boolean text = field.kind() == Field.Kind.LONG_TEXT || field.kind() == Field.Kind.TEXT;
            return new FieldChange(
                    messages.get(sides.getLast().form().labelKey(field)),
                    field.lead(),
                    pair.before(),
                    pair.after(),
                    text ? segments(pair) : List.of());
        }
    }

    /** A change of an element that no field covers. */
    public FieldChange other(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        Pair pair = wording.other(before, after);
        return new FieldChange(
                messages.get("upload.other", Wording.path(path, messages)),
                path,
                pair.before(),
                pair.after(),
                segments(pair));
    }

    private static List<Segment> segments(Pair pair) {
        return pair.before() instanceof Worded.Text old
                        && pair.after() instanceof Worded.Text now
                        && Math.max(old.words().length(), now.words().length()) >= LONG
                ? alike(WordDiff.between(old.words(), now.words()))
                : List.of();
    }

    private static List<Segment> alike(List<Segment> segments) {
        long all = 0;
        long same = 0;
        for (Segment segment : segments) {
            long letters =
                    segment.text().chars().filter(Character::isLetterOrDigit).count();
            all += segment.kind() == Segment.Kind.SAME ? 2 * letters : letters;
            same += segment.kind() == Segment.Kind.SAME ? 2 * letters : 0;
        }
        return same >= ALIKE * all ? segments : List.of();
    }
}
