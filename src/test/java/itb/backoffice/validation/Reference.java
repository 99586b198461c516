package itb.backoffice.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import itb.backoffice.validation.engine.BuiltInPackage;
import itb.backoffice.validation.engine.DefinitionSource;
import itb.backoffice.validation.engine.Observation;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** HAPI's validator as its documentation sets it up: every R4 definition loaded, with the built-in package beside it. */
public final class Reference {
    private final FhirValidator validator;

    public Reference() {
        this(BuiltInPackage.NEWEST);
    }

    public Reference(DefinitionSource source) {
        FhirContext r4 = FhirContext.forR4();
        PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(r4);
        for (String definition : source.texts().definitions()) {
            if (!definition.contains("\"NamingSystem\"")) {
                ours.addResource(r4.newJsonParser().parseResource(definition));
            }
        }
        FhirInstanceValidator module = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(r4),
                ours,
                new CommonCodeSystemsTerminologyService(r4),
                new InMemoryTerminologyServerValidationSupport(r4)));
        validator = r4.newValidator();
        validator.registerValidatorModule(module);
    }

    /** What it says. */
    public List<Observation> check(String json, String profile) {
        ValidationOptions options = new ValidationOptions();
        if (!profile.isEmpty()) {
            options.addProfile(profile);
        }
        return validator.validateWithResult(json, options).getMessages().stream()
                .map(Reference::observation)
                .toList();
    }

    private static Observation observation(SingleValidationMessage message) {
        return new Observation(
                message.getSeverity().getCode(),
                Objects.requireNonNullElse(message.getLocationString(), ""),
                Objects.requireNonNullElse(message.getMessageId(), ""),
                message.getMessage(),
                false);
    }

    /** Its errors, as rule and place, without the named exceptions. */
    Set<String> errors(String json, String profile) {
        Set<String> errors = new TreeSet<>();
        for (Observation said : check(json, profile)) {
            Rule rule = RuleReader.read(said);
            boolean error = said.severity().equals("error") || said.severity().equals("fatal");
            if (error && !KnownDefects.covers(rule, said)) {
                errors.add(rule.id() + " at " + rule.path());
            }
        }
        // Where it could not fetch any profile it says so once more, of the resource as a whole.
        if (errors.stream().anyMatch(error -> error.startsWith("unknown-profile:"))) {
            errors.remove("unknown-profile at ");
        }
        return errors;
    }
}
