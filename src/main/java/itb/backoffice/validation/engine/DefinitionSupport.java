package itb.backoffice.validation.engine;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/** Gives the terminology service the value sets and code systems that it works with. */
final class DefinitionSupport implements IValidationSupport {
    private final FhirContext context;
    private final Definitions definitions;

    DefinitionSupport(FhirContext context, Definitions definitions) {
        this.context = context;
        this.definitions = definitions;
    }

    @Override
    public FhirContext getFhirContext() {
        return context;
    }

    @Override
    public @Nullable IBaseResource fetchCodeSystem(String system) {
        return definitions.terminology("CodeSystem", system);
    }

    @Override
    public @Nullable IBaseResource fetchValueSet(String url) {
        return definitions.terminology("ValueSet", url);
    }

    @Override
    public @Nullable IBaseResource fetchStructureDefinition(String url) {
        return definitions.structure(url);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T extends IBaseResource> List<T> fetchAllStructureDefinitions() {
        return (List<T>) List.<StructureDefinition>copyOf(definitions.structures());
    }
}
