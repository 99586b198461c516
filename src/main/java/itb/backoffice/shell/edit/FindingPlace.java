package itb.backoffice.shell.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Form;
import itb.backoffice.form.FormModel.Note;
import itb.backoffice.validation.FieldPath;
import itb.backoffice.validation.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the field that a finding belongs to. */
public final class FindingPlace {
    /** FHIR says of the whole organisation that it needs a name. */
    private static final String NAMELESS = "invariant-org-1:";

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
        return form.fieldAt(path).map(field -> field.key()).orElse("");
    }
}
