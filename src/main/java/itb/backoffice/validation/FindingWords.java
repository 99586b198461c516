package itb.backoffice.validation;

import itb.backoffice.platform.Messages;
import java.util.Locale;

/** Says in the user's words which rule is broken: a sentence of its own where there is one, else one for its kind. */
final class FindingWords {
    private final Messages messages;

    FindingWords(Messages messages) {
        this.messages = messages;
    }

    /**
     * The sentence for {@code rule}.
     *
     * @param extension the extension that it is about, by the last part of its url; may be empty
     */
    String sentence(Rule rule, String extension) {
        String own = "validation." + rule.kind() + "." + rule.element();
        if (messages.has(own)) {
            return messages.get(own);
        }
        String kind = "validation.rule." + rule.kind();
        String pattern = messages.has(kind) ? kind : fallback(rule.kind());
        return messages.get(pattern, label(rule.element(), extension), rule.detail());
    }

    /** The sentence for a rule that only a known defect of the guide makes. */
    String defect(Rule rule, String extension) {
        return messages.get("validation.defect", sentence(rule, extension));
    }

    /** The sentence for something that servers do not look at. */
    String beyond(Rule rule, String extension) {
        return messages.get("validation.beyond", sentence(rule, extension));
    }

    /** The sentence for a text that is no resource. */
    String broken(ResourceText.Broken broken) {
        return messages.get(
                "validation.text." + broken.kind(), Integer.toString(broken.line()), Integer.toString(broken.column()));
    }

    private static String fallback(String kind) {
        return kind.startsWith("invariant-") ? "validation.rule.invariant" : "validation.rule.other";
    }

    private String label(String element, String extension) {
        String known = "validation.element.extension." + extension;
        return messages.has(known) ? messages.get(known) : label(element);
    }

    /** What the user calls an element: the longest part of its name that has a label, else the name in plain letters. */
    private String label(String element) {
        String name = element;
        while (name.contains(".")) {
            if (messages.has("validation.element." + name)) {
                return messages.get("validation.element." + name);
            }
            String last = name.substring(name.lastIndexOf('.') + 1);
            String common = "validation.element.any." + last;
            if (messages.has(common)) {
                return messages.get(common);
            }
            if (!isTechnical(last)) {
                return plain(last);
            }
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return messages.has("validation.element." + name)
                ? messages.get("validation.element." + name)
                : messages.get("validation.element.any.resource");
    }

    /** Parts that say nothing to a reader: the thing they belong to is named instead. */
    private static boolean isTechnical(String part) {
        return part.startsWith("value") || part.startsWith("ofType") || part.equals("extension") || part.isBlank();
    }

    private static String plain(String name) {
        String slice = name.substring(name.indexOf(':') + 1).replace("[x]", "");
        return slice.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
