package itb.backoffice.form.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Elements;
import itb.backoffice.form.rules.Contradiction.Kind;
import itb.backoffice.platform.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The booking rules that one extension holds. */
public final class BookingRules {
    private static final long MONTH_HOURS = 31 * 24;
    private static final long OLDEST = 120;

    private final JsonNode extension;

    private BookingRules(JsonNode extension) {
        this.extension = extension;
    }

    /** The rules in the extension at {@code path}; none where there is no extension. */
    public static BookingRules of(ObjectNode resource, String path) {
        JsonNode extension = Elements.get(resource, path);
        return new BookingRules(extension == null ? Json.object() : extension);
    }

    /** What the rule says, as it is written; empty where it is off. */
    public Optional<String> text(Rule rule) {
        JsonNode value = value(rule);
        return value == null ? Optional.empty() : Optional.of(value.isValueNode() ? value.asText() : value.toString());
    }

    /** The number of a rule that is on and has a whole one. */
    public OptionalLong number(Rule rule) {
        JsonNode value = value(rule);
        return value != null && value.isIntegralNumber() && value.canConvertToLong()
                ? OptionalLong.of(value.asLong())
                : OptionalLong.empty();
    }

    /** The answer of a yes or no that was given. */
    public Optional<Boolean> answer(Rule rule) {
        JsonNode value = value(rule);
        return value != null && value.isBoolean() ? Optional.of(value.asBoolean()) : Optional.empty();
    }

    private @Nullable JsonNode value(Rule rule) {
        for (JsonNode child : extension.path("extension")) {
            if (child.path("url").asText("").equals(rule.child())) {
                return child.properties().stream()
                        .filter(member -> member.getKey().startsWith("value"))
                        .map(java.util.Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    /** Gives the rule of the extension at {@code path} a number. */
    public static void set(ObjectNode resource, String path, Rule rule, int number) {
        put(resource, path, rule, IntNode.valueOf(number));
    }

    /** Gives the yes or no of the extension at {@code path} an answer. */
    public static void set(ObjectNode resource, String path, Rule rule, boolean answer) {
        put(resource, path, rule, BooleanNode.valueOf(answer));
    }

    private static void put(ObjectNode resource, String path, Rule rule, JsonNode value) {
        String child = path + ".extension[" + rule.child() + "]";
        if (Elements.get(resource, child) instanceof ObjectNode there) {
            List<String> others = new ArrayList<>();
            there.fieldNames().forEachRemaining(others::add);
            others.removeIf(name -> !name.startsWith("value") || name.equals(rule.member()));
            there.remove(others);
        }
        Elements.set(resource, child + "." + rule.member(), value);
    }

    /** Takes the rule out of the extension at {@code path}, and the extension too when nothing is left in it. */
    public static void turnOff(ObjectNode resource, String path, Rule rule) {
        Elements.set(resource, path + ".extension[" + rule.child() + "]", null);
    }

    /** All that cannot be meant, and what is good to know. */
    public List<Contradiction> contradictions() {
        List<Contradiction> found = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            if (text(rule).isPresent()) {
                if (twice(rule)) {
                    found.add(new Contradiction(Kind.TWICE, rule, 0));
                }
                kind(rule)
                        .ifPresent(kind -> found.add(
                                new Contradiction(kind, rule, number(rule).orElse(0))));
            }
        }
        late(Rule.CANCEL_BEFORE, Rule.CANCEL_AFTER).ifPresent(found::add);
        late(Rule.MOVE_BEFORE, Rule.MOVE_AFTER).ifPresent(found::add);
        return found;
    }

    private boolean twice(Rule rule) {
        int count = 0;
        for (JsonNode child : extension.path("extension")) {
            count += child.path("url").asText("").equals(rule.child()) ? 1 : 0;
        }
        return count > 1;
    }

    private Optional<Kind> kind(Rule rule) {
        if (rule.yesOrNo()) {
            return answer(rule).isPresent() ? Optional.empty() : Optional.of(Kind.NO_NUMBER);
        }
        if (number(rule).isEmpty()) {
            return Optional.of(Kind.NO_NUMBER);
        }
        long number = number(rule).getAsLong();
        if (number < 0) {
            return Optional.of(Kind.NEGATIVE);
        }
        if (answer(rule.permission()).equals(Optional.of(false))) {
            return Optional.of(Kind.NOT_ALLOWED);
        }
        return Optional.ofNullable(
                switch (rule) {
                    case AGE -> number == 0 ? Kind.NO_AGE : number > OLDEST ? Kind.TOO_OLD : null;
                    case NOTICE -> before(number, MONTH_HOURS * 60);
                    case CANCEL_BEFORE, MOVE_BEFORE -> before(number, MONTH_HOURS);
                    default -> number == 0 ? Kind.NO_EFFECT : null;
                });
    }

    private static @Nullable Kind before(long number, long longest) {
        return number == 0 ? Kind.UNTIL_THE_BEGINNING : number > longest ? Kind.FAR_AHEAD : null;
    }

    /** Where one can book later than one can cancel, and no time to think it over is given. */
    private Optional<Contradiction> late(Rule before, Rule after) {
        long hours = number(before).orElse(0);
        boolean allowed = !answer(before.permission()).equals(Optional.of(false));
        boolean late = allowed
                && hours * 60 > Math.max(0, number(Rule.NOTICE).orElse(0))
                && hours <= MONTH_HOURS
                && number(after).orElse(0) <= 0;
        return late ? Optional.of(new Contradiction(Kind.TOO_LATE_FROM_THE_START, before, hours)) : Optional.empty();
    }
}
