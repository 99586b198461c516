package itb.backoffice.validation;

import itb.backoffice.validation.engine.Observation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the rule behind what the validator says. It names many rules by a message id and some only by its English words
 * (its language is fixed), and often points at the parent of the element that is at fault.
 */
final class RuleReader {
    private static final Pattern COMMENT = Pattern.compile("/\\*[^*]*\\*/");
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");
    private static final Pattern CARDINALITY =
            Pattern.compile("^(\\S+): (?:minimum required|max allowed) = (\\d+)", Pattern.DOTALL);
    private static final Pattern SLICE = Pattern.compile("^Slice '([^']+)'");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern WANTED = Pattern.compile("is fixed to '([^']*)'");
    private static final Pattern UNKNOWN_EXTENSION = Pattern.compile("extension (\\S+)");
    private static final Pattern CODE = Pattern.compile("'[^'#]*#([^']*)'|\\('([^']*)'\\)|\"([^\"]*)\"");

    /** A kind of message: what its id begins with, what its words contain, the kind of rule. First match wins. */
    private record Sign(String id, String words, String kind) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign("not-fhir", "", "not-fhir"),
            new Sign("", "Error parsing JSON source", "not-fhir"),
            new Sign("", "Unrecognized property", "unknown"),
            new Sign("", "Undefined element", "unknown"),
            new Sign("", "Undefined attribute", "unknown"),
            new Sign("Validation_VAL_Profile_OutOfOrder", "", "order"),
            new Sign("", "is a duplicate", "duplicate"),
            new Sign("", "the primitive value must be", "shape"),
            new Sign("", "must be a simple value", "shape"),
            new Sign("", "must be a JSON Array", "shape"),
            new Sign("", "must be an Object", "shape"),
            new Sign("", "must be an Array", "shape"),
            new Sign("", "must have some content", "empty"),
            new Sign("", "Array cannot be empty", "empty"),
            new Sign("", "cannot be parsed (unknown", "unknown-type"),
            new Sign("", "Coding has no system", "no-system"),
            new Sign("Terminology_PassThrough", "is unknown and can't be validated", "unknown-system"),
            new Sign("Terminology_", "", "code"),
            new Sign("_DT_Fixed_Wrong", "", "fixed"),
            new Sign("Extension_EXT_Unknown", "", "unknown-extension"),
            new Sign("Extension_EXT_Type", "", "extension-type"),
            new Sign("Extension_PROF_Type", "", "extension-type"),
            new Sign("Extension_EXT_SubExtension_Invalid", "", "unknown-part"),
            new Sign("Extension_EXT_Simple", "", "extension-empty"),
            new Sign("Extension_EXTP_Context", "", "extension-place"),
            new Sign("Validation_VAL_Profile_Unknown", "", "unknown-profile"),
            new Sign("Validation_VAL_Profile_WrongType", "", "wrong-type"),
            new Sign("Reference_REF_CantResolve", "", "reference-missing"),
            new Sign("Reference_REF_CantMatch", "", "reference-target"),
            new Sign("Reference_REF_BadTargetType", "", "reference-type"),
            new Sign("Reference_REF_WrongTarget", "", "reference-type"),
            new Sign("Reference_REF_", "", "reference"),
            new Sign("REFERENCE_REF_", "", "reference"),
            new Sign("CONTAINED_ORPHAN", "", "orphan"),
            new Sign("XHTML_", "", "narrative"),
            new Sign("SECURITY_STRING", "", "html"),
            new Sign("SLICING_CANNOT", "", "slicing"),
            new Sign("Type_Specific_Checks_DT_String_WS", "", "whitespace"),
            new Sign("Type_Specific_Checks_DT_Primitive_NotEmpty", "", "empty"),
            new Sign("Type_Specific_Checks", "", "format"),
            new Sign("Resource_RES_ID", "", "format"));

    private RuleReader() {}

    /** The rule that {@code said} is about. */
    static Rule read(Observation said) {
        String path = said.location().startsWith("$")
                ? ""
                : COMMENT.matcher(said.location()).replaceAll("");
        String text = said.text();
        if (said.id().contains("#")) {
            String key = said.id().substring(said.id().indexOf('#') + 1);
            return rule("invariant-" + key, path, key);
        }
        Matcher cardinality = CARDINALITY.matcher(text);
        if (said.id().startsWith("Validation_VAL_Profile_M") && cardinality.find()) {
            return cardinality(said.id(), path, cardinality.group(1), cardinality.group(2));
        }
        if (said.id().startsWith("Validation_VAL_Profile_Minimum_SLICE")) {
            return cardinality(said.id(), path, first(SLICE, text), "1");
        }
        for (Sign sign : SIGNS) {
            if (said.id().startsWith(sign.id())
                    && text.contains(sign.words())
                    && (!sign.id().isEmpty() || said.id().isEmpty())) {
                return signed(sign.kind(), path, text);
            }
        }
        String id = said.id().isEmpty()
                ? "other"
                : said.id().toLowerCase(Locale.ROOT).replace('_', '-');
        return rule(id, path, "");
    }

    private static Rule signed(String kind, String path, String text) {
        return switch (kind) {
            case "unknown", "duplicate" -> rule(kind, path + "." + first(QUOTED, text), first(QUOTED, text));
            case "fixed" -> rule(kind, path, first(WANTED, text));
            case "unknown-type", "unknown-profile", "format" -> rule(kind, path, first(QUOTED, text));
            case "unknown-extension", "extension-place" -> rule(kind, path, first(UNKNOWN_EXTENSION, text));
            case "code", "unknown-system" -> rule(kind, path, first(CODE, text));
            default -> rule(kind, path, "");
        };
    }

    /** The validator points at the parent; what is missing or too many is its child. */
    private static Rule cardinality(String id, String parent, String element, String limit) {
        String kind = id.contains("Minimum") ? "required" : limit.equals("0") ? "prohibited" : "too-many";
        String child = element.substring(element.lastIndexOf('.') + 1);
        int slice = child.indexOf(':');
        return new Rule(kind, parent + "." + (slice < 0 ? child : child.substring(0, slice)), element, limit);
    }

    private static Rule rule(String kind, String path, String detail) {
        return new Rule(kind, path, element(path), detail);
    }

    private static String element(String path) {
        return INDEX.matcher(path).replaceAll("");
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return "";
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String found = matcher.group(group);
            if (found != null) {
                return found;
            }
        }
        return "";
    }
}
