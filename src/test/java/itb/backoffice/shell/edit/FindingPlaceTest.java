package itb.backoffice.shell.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.DemandingItb;
import itb.backoffice.form.Form;
import itb.backoffice.form.OtherData;
import itb.backoffice.form.type.Forms;
import itb.backoffice.form.type.ProfiledForms;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Changes;
import itb.backoffice.validation.Changes.Change;
import itb.backoffice.validation.FieldPath;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.ValidResources;
import itb.backoffice.validation.ValidResources.ValidResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every finding stands under the field that shows its element; only what no field shows is left to the other data. */
class FindingPlaceTest {
    private static final int CHANGES_EACH = 60;

    private final ProfileValidator validator = new ProfileValidator(Messages.of(Locale.ENGLISH));

    @Test
    void nothingThatAFieldShowsIsLeftToTheOtherData() {
        Set<String> lost = new TreeSet<>();
        List<String> placed = new ArrayList<>();
        for (ValidResource resource : ValidResources.all()) {
            List<Change> changes = new ArrayList<>(Changes.of(resource.json()));
            Collections.shuffle(changes, new Random(1));
            changes.stream().limit(CHANGES_EACH).forEach(change -> {
                ObjectNode tree = Json.object(change.json());
                Form form = Forms.of(tree.path("resourceType").asText(), tree).orElse(null);
                if (form == null) {
                    return;
                }
                for (Finding finding : validator.validate(change.json())) {
                    if (!FindingPlace.fieldKey(form, tree, finding).isEmpty()) {
                        placed.add(finding.path());
                    } else if (!isOther(form, tree, finding.path())) {
                        lost.add(resource.name() + ": " + finding.path() + " [" + FieldPath.of(finding, tree) + "] "
                                + finding.rule() + " after " + change.kind() + " " + change.place());
                    }
                }
            });
        }
        assertEquals(Set.of(), lost, () -> lost.size() + "\n" + String.join("\n", lost));
        assertTrue(placed.size() > 300, () -> "only " + placed.size());
    }

    @Test
    void anExtensionThatIsMissingIsToldAtItsFieldsAndOneWithoutAFieldAmongTheOtherData() {
        ObjectNode clinic = Json.object("{\"resourceType\":\"HealthcareService\",\"id\":\"1\"}");
        ProfileValidator demanding = DemandingItb.validator();
        Form form = new ProfiledForms(demanding).of("HealthcareService", clinic).orElseThrow();
        Map<String, String> places = new HashMap<>();
        demanding
                .validate(Json.write(clinic))
                .forEach(finding -> places.put(finding.rule(), FindingPlace.fieldKey(form, clinic, finding)));
        String slice = "required:HealthcareService.extension:";
        String info = places.get(slice + "clinicInfo");
        assertTrue(form.field(info).orElseThrow().lead().contains("ext-clinic-info"), places::toString);
        assertEquals("", places.get(slice + "wheelchairAccess"), places::toString);
    }

    /** Whether what is at {@code path} is not there, is the resource's own name, or is shown among the other data. */
    private static boolean isOther(Form form, ObjectNode resource, String path) {
        String pointer = pointer(path);
        return resource.at(pointer).isMissingNode()
                || pointer.isEmpty()
                || pointer.equals("/id")
                // One that is missing is no part of those that are there.
                || pointer.equals("/extension")
                || OtherData.of(form, resource).stream()
                        .anyMatch(entry -> pointer.startsWith(entry.pointer())
                                || entry.pointer().startsWith(pointer));
    }

    private static String pointer(String path) {
        int dot = path.indexOf('.');
        String inside = dot < 0 ? "" : path.substring(dot).replaceAll("\\[url='[^']*']", "");
        return inside.replaceAll("\\[(\\d+)]", ".$1")
                .replaceAll("\\.ofType\\((\\w+)\\)", "$1")
                .replace('.', '/');
    }
}
