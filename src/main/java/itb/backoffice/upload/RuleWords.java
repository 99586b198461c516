package itb.backoffice.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.rules.BookingRules;
import itb.backoffice.form.rules.Rule;
import itb.backoffice.platform.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Booking rules as the sentences of the form: those that differ. */
final class RuleWords {
    private final Messages messages;

    RuleWords(Messages messages) {
        this.messages = messages;
    }

    /** The rules in the extensions at these paths; where one side has none at all, the other says all of its. */
    Pair of(ObjectNode before, String path, ObjectNode after, String pathAfter) {
        BookingRules was = BookingRules.of(before, path);
        BookingRules is = BookingRules.of(after, pathAfter);
        List<String> old = new ArrayList<>();
        List<String> now = new ArrayList<>();
        boolean both = any(was) && any(is);
        for (Rule rule : Rule.values()) {
            Optional<String> one = was.text(rule);
            Optional<String> other = is.text(rule);
            if (!one.equals(other)) {
                if (both || one.isPresent()) {
                    old.add(sentence(rule, was));
                }
                if (both || other.isPresent()) {
                    now.add(sentence(rule, is));
                }
            }
        }
        return Pair.lines(old, now);
    }

    private static boolean any(BookingRules rules) {
        for (Rule rule : Rule.values()) {
            if (rules.text(rule).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private String sentence(Rule rule, BookingRules rules) {
        Optional<String> text = rules.text(rule);
        if (rule.yesOrNo()) {
            String answer = rules.answer(rule).map(yes -> yes ? "YES" : "NO").orElse("OPEN");
            return messages.get("form.rules." + rule) + " " + messages.get("form.rules.answer." + answer);
        }
        if (text.isEmpty()) {
            return messages.get("upload.rule.off." + rule);
        }
        boolean one = text.get().matches("-?1");
        return messages.get("form.rules." + rule + (one ? ".one" : ".other")).replace("{0}", text.get());
    }
}
