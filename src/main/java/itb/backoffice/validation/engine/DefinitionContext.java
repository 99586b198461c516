package itb.backoffice.validation.engine;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r5.model.CodeSystem;
import org.hl7.fhir.r5.model.Resource;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.model.ValueSet;
import org.jspecify.annotations.Nullable;

/**
 * What the validator asks for definitions and codes. The usual way converts every R4 definition and makes its snapshot
 * at run time; here both were done by the build, so definitions are handed over as they are.
 */
final class DefinitionContext extends WorkerContextValidationSupportAdapter {
    private static final String TYPES = "http://hl7.org/fhir/StructureDefinition/";

    private final Definitions definitions;

    DefinitionContext(List<PackageContents> packages) {
        definitions = new Definitions(packages, new Snapshots(this)::complete);
        setValidationSupport(terminology(definitions));
    }

    Map<String, String> incomplete() {
        return definitions.incomplete();
    }

    private static IValidationSupport terminology(Definitions definitions) {
        FhirContext r5 = FHIR_CONTEXT_R5;
        return new ValidationSupportChain(
                new DefinitionSupport(r5, definitions),
                new CommonCodeSystemsTerminologyService(r5),
                new InMemoryTerminologyServerValidationSupport(r5));
    }

    boolean has(String structure) {
        return definitions.has(structure);
    }

    @Override
    public String getVersion() {
        return "4.0.1";
    }

    /** The validator's own words are for the details, in one language. */
    @Override
    public Locale getLocale() {
        return Locale.ENGLISH;
    }

    @Override
    public List<String> getResourceNames() {
        return List.copyOf(definitions.resources());
    }

    @Override
    public Set<String> getResourceNamesAsSet() {
        return definitions.resources();
    }

    @Override
    public boolean isPrimitiveType(String type) {
        return definitions.primitives().contains(type);
    }

    @Override
    public @Nullable CodeSystem fetchCodeSystem(String system) {
        return (CodeSystem) definitions.terminology("CodeSystem", system);
    }

    @Override
    public @Nullable CodeSystem fetchCodeSystem(String system, @Nullable String version, Resource source) {
        return fetchCodeSystem(version == null || version.isBlank() ? system : system + "|" + version);
    }

    @Override
    public <T extends Resource> @Nullable T fetchResource(Class<T> type, @Nullable String uri) {
        if (uri == null || uri.isBlank()) {
            return null;
        }
        Resource found;
        if (type == StructureDefinition.class) {
            found = definitions.structure(uri);
        } else if (type == ValueSet.class || type == CodeSystem.class) {
            found = definitions.terminology(type.getSimpleName(), uri);
        } else {
            found = definitions.any(uri);
        }
        return type.isInstance(found) ? type.cast(found) : null;
    }

    @Override
    public <T extends Resource> boolean hasResource(Class<T> type, String uri) {
        return fetchResource(type, uri) != null;
    }

    @Override
    public @Nullable StructureDefinition fetchTypeDefinition(String type) {
        return definitions.structure(TYPES + type);
    }

    @Override
    public List<StructureDefinition> fetchTypeDefinitions(String type) {
        List<StructureDefinition> found = new ArrayList<>(definitions.structures());
        found.removeIf(structure -> !type.equals(structure.getType()));
        return found;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Resource> List<T> fetchResourcesByType(Class<T> type) {
        if (type == StructureDefinition.class) {
            return (List<T>) definitions.structures();
        }
        return super.fetchResourcesByType(type);
    }
}
