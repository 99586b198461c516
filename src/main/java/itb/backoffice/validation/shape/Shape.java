package itb.backoffice.validation.shape;

import java.util.List;

/**
 * What a profile says of one element.
 *
 * @param known whether the profile has it at all
 * @param required whether it must be there, all that it lies in included
 * @param max how many there may be; 0 where the profile forbids it
 * @param types the types that it may have, e.g. {@code string}; for an extension those of its value
 * @param targets the resource types that it may refer to
 * @param coded the codes that it may hold
 */
public record Shape(boolean known, boolean required, int max, List<String> types, List<String> targets, Coded coded) {
    /** Nothing is known. */
    public static final Shape UNKNOWN =
            new Shape(false, false, Integer.MAX_VALUE, List.of(), List.of(), new Coded("", List.of()));

    /**
     * Codes that may be held.
     *
     * @param system the code system that the profile fixes, or an empty text
     * @param codes those that may be chosen; none where they cannot be listed
     */
    public record Coded(String system, List<Code> codes) {}

    /** A code that may be chosen, with the words that its code system gives it. */
    public record Code(String system, String code, String display) {}

    /** The same with {@code codes}, where the profile itself lists none. */
    public Shape withCodes(List<Code> codes) {
        return coded.codes().isEmpty()
                ? new Shape(known, required, max, types, targets, new Coded(coded.system(), codes))
                : this;
    }
}
