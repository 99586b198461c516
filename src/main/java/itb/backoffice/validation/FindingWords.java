package itb.backoffice.validation;

import itb.backoffice.platform.Messages;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says in the user's words which rule is broken: a sentence of its own where there is one, else one for its kind. */
final class FindingWords {
    private static final String ELEMENT = "validation.element.";
    /** Kinds whose sentences quote a value, and have another sentence for values that say nothing to a reader. */
    private static final Set<String> QUOTING = Set.of("fixed", "code");

    private final Messages messages;

    FindingWords(Messages messages) {
        this.messages = messages;
    }

    /**
     * The sentence for {@code rule}.
     *
     * @param subject what it is about, as {@link Subject} names it
     */
    String sentence(Rule rule, String subject) {
        String kind = rule.kind();
        Optional<String> own = find("validation." + kind + ".", subject);
        if (own.isPresent()) {
            return own.get();
        }
        if (kind.equals("required") && find(ELEMENT, subject).isEmpty()) {
            return messages.get("validation.rule.required-other", plain(subject));
        }
        String pattern =
                "validation.rule." + (QUOTING.contains(kind) && !isReadable(rule.detail()) ? kind + "-other" : kind);
        return messages.get(messages.has(pattern) ? pattern : fallback(kind), label(subject), detail(rule));
    }

    /** The sentence for a rule that only a known defect of the guide makes. */
    String defect(Rule rule, String subject) {
        return messages.get("validation.defect", sentence(rule, subject));
    }

    /** The sentence for something that servers do not look at. */
    String beyond(Rule rule, String subject) {
        return messages.get("validation.beyond", sentence(rule, subject));
    }

    /** The sentence for a text that is no resource. */
    String broken(ResourceText.Broken broken) {
        return messages.get(
                "validation.text." + broken.kind(), Integer.toString(broken.line()), Integer.toString(broken.column()));
    }

    private static Object detail(Rule rule) {
        boolean number = rule.kind().equals("too-many") && rule.detail().matches("\\d{1,9}");
        return number ? Integer.valueOf(rule.detail()) : rule.detail();
    }

    private static String fallback(String kind) {
        return kind.startsWith("invariant-") ? "validation.rule.invariant" : "validation.rule.other";
    }

    /** What the user calls {@code subject}; what nobody has named is other data. */
    private String label(String subject) {
        return find(ELEMENT, subject)
                .orElseGet(() -> messages.get(
                        subject.contains(".")
                                ? "validation.element.any.extension"
                                : "validation.element.any.resource"));
    }

    /** Whether users can tell what {@code value} is. */
    private static boolean isReadable(String value) {
        return !value.isBlank() && !value.contains("://") && value.length() < 60;
    }

    /** The text for exactly this subject, else for the longest end of it that is the same for every type. */
    private Optional<String> find(String prefix, String subject) {
        if (messages.has(prefix + subject)) {
            return Optional.of(messages.get(prefix + subject));
        }
        String end = subject;
        while (end.contains(".")) {
            end = end.substring(end.indexOf('.') + 1);
            if (messages.has(prefix + "any." + end)) {
                return Optional.of(messages.get(prefix + "any." + end));
            }
        }
        return Optional.empty();
    }

    /** The last part of the name of something that this program does not know, in plain letters. */
    private static String plain(String subject) {
        String name = subject.substring(subject.lastIndexOf('.') + 1);
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
    }
}
