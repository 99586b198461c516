package itb.backoffice.validation.chain;

import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Finding.Origin;
import itb.backoffice.validation.Finding.Severity;
import java.util.List;

/**
 * A rule of this package that is broken. It is only ever a warning: what the server's profiles allow is never refused here.
 *
 * @param kind which one; its sentence lies under {@code validation.chain.KIND}
 * @param path the element at fault
 * @param words what the sentence fills in
 */
public record Breach(String kind, String path, List<Object> words) {
    /** What every rule of this package begins with, in {@code Finding.rule()}. */
    public static final String PREFIX = "chain-";

    Breach(String kind, String path, Object... words) {
        this(kind, path, List.of(words));
    }

    /** The finding, in the user's words. */
    public Finding finding(Messages messages) {
        String sentence = messages.get("validation.chain." + kind, words.toArray());
        String element = path.replaceAll("\\[\\d+]", "");
        return new Finding(Severity.WARNING, path, sentence, PREFIX + kind + ":" + element, "", Origin.NEW);
    }
}
