package itb.backoffice.form;

import java.util.List;

/**
 * What the profile in use says of a field's leading element.
 *
 * @param types the types it may have, e.g. {@code string}; for an extension those of its value
 * @param codes the codes it may hold, where the profile binds it to some
 * @param targets the resource types that it may refer to
 * @param system the code system that the profile fixes, or an empty text
 * @param max how many there may be
 */
public record Facts(List<String> types, List<Code> codes, List<String> targets, String system, int max) {
    /** Nothing is known. */
    public static final Facts NONE = new Facts(List.of(), List.of(), List.of(), "", Integer.MAX_VALUE);

    /** A code that may be chosen, with the words that its code system gives it. */
    public record Code(String system, String code, String display) {}
}
