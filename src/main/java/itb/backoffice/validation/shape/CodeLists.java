package itb.backoffice.validation.shape;

import itb.backoffice.validation.engine.ProfileEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r5.model.CodeSystem;
import org.hl7.fhir.r5.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r5.model.ElementDefinition;
import org.hl7.fhir.r5.model.Enumerations.BindingStrength;
import org.hl7.fhir.r5.model.ValueSet;
import org.hl7.fhir.r5.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r5.model.ValueSet.ConceptSetComponent;

/** The codes that an element is bound to, where they are few enough to choose from. */
final class CodeLists {
    private static final int MOST = 200;

    private final ProfileEngine engine;

    CodeLists(ProfileEngine engine) {
        this.engine = engine;
    }

    /** The codes in the order of their value set; none where the binding is loose or its codes cannot be listed. */
    List<Shape.Code> of(ElementDefinition element) {
        boolean strict = element.hasBinding()
                && element.getBinding().hasValueSet()
                && element.getBinding().getStrength() == BindingStrength.REQUIRED;
        return strict
                ? engine.find(ValueSet.class, element.getBinding().getValueSet())
                        .map(this::codes)
                        .filter(codes -> codes.size() <= MOST)
                        .orElse(List.of())
                : List.of();
    }

    private List<Shape.Code> codes(ValueSet set) {
        List<Shape.Code> codes = new ArrayList<>();
        for (ConceptSetComponent include : set.getCompose().getInclude()) {
            if (include.hasFilter() || include.hasValueSet()) {
                return List.of();
            }
            Optional<CodeSystem> system = engine.find(CodeSystem.class, include.getSystem());
            if (include.hasConcept()) {
                for (ConceptReferenceComponent concept : include.getConcept()) {
                    String words = concept.hasDisplay() ? concept.getDisplay() : display(system, concept.getCode());
                    codes.add(new Shape.Code(include.getSystem(), concept.getCode(), words));
                }
            } else {
                system.ifPresent(all -> add(codes, include.getSystem(), all.getConcept()));
            }
        }
        return codes;
    }

    private static void add(List<Shape.Code> codes, String system, List<ConceptDefinitionComponent> concepts) {
        for (ConceptDefinitionComponent concept : concepts) {
            codes.add(new Shape.Code(system, concept.getCode(), concept.hasDisplay() ? concept.getDisplay() : ""));
            add(codes, system, concept.getConcept());
        }
    }

    private static String display(Optional<CodeSystem> system, String code) {
        List<Shape.Code> all = new ArrayList<>();
        system.ifPresent(found -> add(all, "", found.getConcept()));
        return all.stream()
                .filter(each -> each.code().equals(code))
                .map(Shape.Code::display)
                .findFirst()
                .orElse("");
    }
}
