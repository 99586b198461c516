package itb.backoffice.shell.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.FormModel.Note;
import itb.backoffice.validation.FieldPath;
import itb.backoffice.validation.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the field that a finding belongs to. */
public final class FindingPlace {
    /** FHIR says of the whole organisation that it needs a name. */
    private static final String NAMELESS = "invariant-org-1:";

    /** A whole extension that is missing: there is none yet whose url would say which field it belongs to. */
    private static final Pattern MISSING = Pattern.compile("[a-z-]+:[A-Za-z]+\\.extension:([A-Za-z0-9-]+)");

    private static final Pattern EXTENSION = Pattern.compile("extension\\[[^]]*/([^]/]*)]");

    private FindingPlace() {}

    /** The notes of each field, by its key; those that no field covers under an empty key. What is not worth telling is left out. */
    public static Map<String, List<Note>> notes(Form form, ObjectNode resource, List<Finding> findings) {
        Map<String, List<Note>> notes = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.isWorthTelling()) {
                notes.computeIfAbsent(fieldKey(form, resource, finding), key -> new ArrayList<>())
                        .add(new Note(
                                finding.severity().isError(),
                                finding.origin() == Finding.Origin.BEFORE,
                                finding.message(),
                                finding.fix()));
            }
        }
        return notes;
    }

    /** The key of the field that {@code finding} belongs to, or an empty text. */
    public static String fieldKey(Form form, ObjectNode resource, Finding finding) {
        String path = finding.rule().startsWith(NAMELESS) ? "name" : FieldPath.of(finding, resource);
        Matcher missing = MISSING.matcher(finding.rule());
        return (path.equals("extension") && missing.matches()
                        ? form.fields().stream()
                                .filter(field -> isIn(field.lead(), missing.group(1)))
                                .findFirst()
                        : form.fieldAt(path))
                .map(Field::key)
                .orElse("");
    }

    /** Whether an element lies in the extension that the profile calls {@code slice}, which is much like its url. */
    private static boolean isIn(String path, String slice) {
        Matcher extension = EXTENSION.matcher(path);
        return extension.lookingAt() && plain(extension.group(1)).endsWith(plain(slice.replaceFirst("Extension$", "")));
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
