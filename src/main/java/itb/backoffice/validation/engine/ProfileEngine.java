package itb.backoffice.validation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.CanonicalResource;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.hl7.fhir.r5.utils.validation.constants.IdStatus;

/**
 * HAPI's validator, set up as HAPI itself does it, over the packed definitions. Making one of its instances is most of
 * the cost of a check, so they are kept and lent out: one for each check that runs at the same time. Safe for several
 * threads.
 */
public final class ProfileEngine {
    private static final String UNKNOWN_PROFILE = "Validation_VAL_Profile_Unknown";

    private final DefinitionContext context;
    private final ConcurrentLinkedQueue<ReferenceLooker> idle = new ConcurrentLinkedQueue<>();

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

    /** Whether there is a structure under {@code canonical}; unlike {@link #knows}, without looking at what it holds. */
    public boolean has(String canonical) {
        return context.has(canonical);
    }

    /** The definition under {@code canonical}, with its snapshot, if there is one of this type. */
    public <T extends CanonicalResource> Optional<T> find(Class<T> type, String canonical) {
        return Optional.ofNullable(context.fetchResource(type, canonical));
    }

    /** Which structures of the sources cannot be worked with, by url, and why; empty for packages that are complete. */
    public Map<String, String> incomplete() {
        return context.incomplete();
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
        ReferenceLooker validator = idle.poll();
        if (validator == null) {
            validator = make();
        }
        List<Observation> said = validator.check(text, format, known);
        // One that threw is not lent again: nobody knows in which state it is.
        idle.add(validator);
        return known.isEmpty() ? withUnknown(said, profiles) : said;
    }

    /** Where there is nothing to hold a resource against, that is said too, unless the validator came to it by itself. */
    private static List<Observation> withUnknown(List<Observation> said, List<String> profiles) {
        if (said.stream().anyMatch(one -> one.id().equals(UNKNOWN_PROFILE))) {
            return said;
        }
        List<Observation> all = new ArrayList<>(said);
        profiles.stream()
                .map(profile ->
                        new Observation("error", "", UNKNOWN_PROFILE, "There is no profile '" + profile + "'", false))
                .forEach(all::add);
        return all;
    }

    private ReferenceLooker make() {
        ReferenceLooker validator = new ReferenceLooker(context);
        validator.setAnyExtensionsAllowed(true);
        validator.setResourceIdRule(IdStatus.OPTIONAL);
        validator.setErrorForUnknownProfiles(true);
        // Best practice asks for a narrative, which nobody reads here.
        validator.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        validator.setUnknownCodeSystemsCauseErrors(true);
        validator.setPolicyAdvisor(new FhirDefaultPolicyAdvisor());
        validator.setAllowXsiLocation(true);
        return validator;
    }
}
