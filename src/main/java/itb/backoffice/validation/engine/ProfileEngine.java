package itb.backoffice.validation.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.hl7.fhir.r5.utils.validation.constants.IdStatus;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.utilities.i18n.I18nConstants;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;

/**
 * HAPI's validator, set up as HAPI itself does it, over the packed definitions. Making one of its instances is most of
 * the cost of a check, so they are kept and lent out: one for each check that runs at the same time. Safe for several
 * threads.
 */
public final class ProfileEngine {
    private final DefinitionContext context;
    private final ConcurrentLinkedQueue<InstanceValidator> idle = new ConcurrentLinkedQueue<>();

    /**
     * Reads the outlines of FHIR's definitions and of {@code sources}; where several define the same, the first counts.
     *
     * @throws IllegalArgumentException if a text of a package is not JSON
     */
    public ProfileEngine(List<? extends DefinitionSource> sources) {
        List<PackageContents> packages = new ArrayList<>();
        for (DefinitionSource source : sources) {
            packages.add(
                    switch (source) {
                        case BuiltInPackage builtIn -> new DefinitionPack(builtIn.pack());
                        case ProfilePackage other -> new PackageTexts(other);
                    });
        }
        packages.add(new DefinitionPack(DefinitionPack.CORE));
        context = new DefinitionContext(packages);
    }

    /** Whether there is a profile under {@code canonical}. */
    public boolean knows(String canonical) {
        return context.fetchResource(StructureDefinition.class, canonical) != null;
    }

    /** Whether there is something under {@code canonical}; unlike {@link #knows}, without looking at what it holds. */
    public boolean has(String canonical) {
        return context.has(canonical);
    }

    /** The resource type that the profile under {@code canonical} is for; empty where there is no such profile. */
    public String typeOf(String canonical) {
        StructureDefinition profile = context.fetchResource(StructureDefinition.class, canonical);
        return profile == null ? "" : profile.getType();
    }

    /**
     * Checks one resource.
     *
     * @param json its text
     * @param profiles canonical urls of the profiles; those that are not known are passed over
     * @throws RuntimeException whatever the validator throws for input that it cannot make sense of
     */
    public List<Observation> check(String json, List<String> profiles) {
        return check(json, FhirFormat.JSON, profiles);
    }

    /** As {@link #check}, for a text in XML. */
    public List<Observation> checkXml(String xml, List<String> profiles) {
        return check(xml, FhirFormat.XML, profiles).stream()
                .map(XmlPlace::plain)
                .toList();
    }

    private List<Observation> check(String text, FhirFormat format, List<String> profiles) {
        List<StructureDefinition> known = new ArrayList<>();
        for (String profile : profiles) {
            StructureDefinition definition = context.fetchResource(StructureDefinition.class, profile);
            if (definition != null && !known.contains(definition)) {
                known.add(definition);
            }
        }
        InstanceValidator validator = idle.poll();
        if (validator == null) {
            validator = make();
        }
        List<ValidationMessage> messages = new ArrayList<>();
        validator.validate(
                null, messages, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), format, known);
        // One that threw is not lent again: nobody knows in which state it is.
        idle.add(validator);
        return messages.stream()
                .filter(message -> !isNoise(message))
                .map(ProfileEngine::observation)
                .toList();
    }

    private static Observation observation(ValidationMessage message) {
        return new Observation(
                message.getLevel().toCode(),
                Objects.requireNonNullElse(message.getLocation(), ""),
                Objects.requireNonNullElse(message.getMessageId(), ""),
                Objects.requireNonNullElse(message.getMessage(), ""));
    }

    private InstanceValidator make() {
        InstanceValidator validator = new InstanceValidator(
                context,
                new FhirInstanceValidator.NullEvaluationContext(),
                new XVerExtensionManagerOld(context),
                new ValidatorSession(),
                new ValidatorSettings());
        validator.setAnyExtensionsAllowed(true);
        validator.setResourceIdRule(IdStatus.OPTIONAL);
        validator.setErrorForUnknownProfiles(false);
        // Best practice asks for a narrative, which nobody reads here.
        validator.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        validator.setUnknownCodeSystemsCauseErrors(true);
        validator.setPolicyAdvisor(new FhirDefaultPolicyAdvisor());
        validator.setAllowXsiLocation(true);
        return validator;
    }

    /** HAPI hides these two as well: value sets that cannot be looked up. */
    private static boolean isNoise(ValidationMessage message) {
        String id = message.getMessageId();
        return I18nConstants.TERMINOLOGY_TX_BINDING_NOSOURCE.equals(id)
                || (I18nConstants.TERMINOLOGY_TX_VALUESET_NOTFOUND.equals(id)
                        && message.getMessage().contains("http://hl7.org/fhir/ValueSet/mimetypes"));
    }
}
