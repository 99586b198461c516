package itb.backoffice.validation;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.validation.Finding.Origin;
import itb.backoffice.validation.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the program asks for by itself, where the guide does in words only. Servers take a resource without it, so it is
 * a warning; but nobody shall bring it about with this program, so in a draft it is an error.
 */
final class OwnRules {
    private static final String CODE = "ActivityDefinition.code.coding.code";
    private static final Set<String> NAMES = Set.of(new Rule("required", CODE, CODE, "").id());

    private OwnRules() {}

    /** Those that {@code resource} breaks. A treatment is known by its code, wherever it goes. */
    static List<Rule> broken(String type, JsonNode resource) {
        List<Rule> broken = new ArrayList<>();
        JsonNode codings = resource.path("code").path("coding");
        for (int i = 0; type.equals("ActivityDefinition") && i < codings.size(); i++) {
            if (codings.path(i).isObject() && !codings.path(i).has("code")) {
                broken.add(new Rule("required", "ActivityDefinition.code.coding[" + i + "].code", CODE, "1"));
            }
        }
        return broken;
    }

    /** What the draft brought of it is an error. */
    static Finding inDraft(Finding finding) {
        return finding.origin() == Origin.NEW && NAMES.contains(finding.rule()) ? finding.as(Severity.ERROR) : finding;
    }
}
