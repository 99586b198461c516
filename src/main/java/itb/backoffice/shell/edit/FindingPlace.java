package itb.backoffice.shell.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Form;
import itb.backoffice.form.FormModel.Note;
import itb.backoffice.validation.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the field that a finding belongs to. */
public final class FindingPlace {
    private static final Pattern STEP = Pattern.compile("([A-Za-z_]\\w*)(?:\\[(\\d+)])?");

    private FindingPlace() {}

    /** The notes of each field, by its key; those that no field covers under an empty key. Mere information is left out. */
    public static Map<String, List<Note>> notes(Form form, ObjectNode resource, List<Finding> findings) {
        Map<String, List<Note>> notes = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.severity() != Finding.Severity.INFORMATION) {
                notes.computeIfAbsent(fieldKey(form, resource, finding), key -> new ArrayList<>())
                        .add(new Note(
                                finding.severity().isError(),
                                finding.origin() == Finding.Origin.BEFORE,
                                finding.message()));
            }
        }
        return notes;
    }

    /** The key of the field that {@code finding} belongs to, or an empty text. */
    public static String fieldKey(Form form, ObjectNode resource, Finding finding) {
        return form.fieldAt(elementPath(resource, finding.path()))
                .map(field -> field.key())
                .orElse("");
    }

    /** {@code PractitionerRole.extension[0].value} becomes {@code extension[URL].value}: items by identity, not by place. */
    static String elementPath(ObjectNode resource, String findingPath) {
        String[] parts = findingPath.split("\\.");
        StringBuilder path = new StringBuilder();
        JsonNode at = resource;
        for (int i = 1; i < parts.length; i++) {
            Matcher step = STEP.matcher(parts[i]);
            if (!step.lookingAt()) {
                break;
            }
            String name = step.group(1);
            path.append(path.isEmpty() ? "" : ".").append(name);
            at = at.path(name);
            if (step.group(2) != null) {
                int index = Integer.parseInt(step.group(2));
                at = at.path(index);
                String identity =
                        at.path(name.equals("extension") ? "url" : "id").asText("");
                path.append('[').append(identity.isEmpty() ? index : identity).append(']');
            }
        }
        return path.toString();
    }
}
