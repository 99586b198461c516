package itb.backoffice.validation.engine;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.validator.ProfileKnowledgeWorkerR5;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r5.conformance.profile.ProfileUtilities;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.utilities.validation.ValidationMessage;

/** Turns what a profile says differently from its base into the whole that the validator works on, as HAPI does it. */
final class Snapshots {
    private static final ProfileKnowledgeWorkerR5 KNOWLEDGE =
            new ProfileKnowledgeWorkerR5(WorkerContextValidationSupportAdapter.FHIR_CONTEXT_R5);

    private final IWorkerContext context;

    /** Looks bases up in {@code context}. */
    Snapshots(IWorkerContext context) {
        this.context = context;
    }

    /** Completes {@code profile}, unless it is complete already. */
    StructureDefinition complete(StructureDefinition profile) {
        if (profile.hasSnapshot() || !profile.hasBaseDefinition()) {
            return profile;
        }
        StructureDefinition base = context.fetchResource(StructureDefinition.class, profile.getBaseDefinition());
        if (base == null || !base.hasSnapshot()) {
            throw new IllegalStateException(
                    profile.getUrl() + " builds on " + profile.getBaseDefinition() + ", which is not there");
        }
        if (!generate(base, profile).isEmpty()) {
            // Some publishers write elements in an order of their own, which silently loses the rules that come too
            // late.
            profile.setSnapshot(null);
            List<String> wrong = new ArrayList<>();
            new ProfileUtilities(context, new ArrayList<>(), KNOWLEDGE)
                    .sortDifferential(base, profile, profile.getName(), wrong, false);
            wrong.addAll(generate(base, profile));
            if (!wrong.isEmpty()) {
                throw new IllegalStateException(profile.getUrl() + " does not fit what it builds on: " + wrong);
            }
        }
        return profile;
    }

    /** Makes the snapshot; what is wrong comes back. */
    private List<String> generate(StructureDefinition base, StructureDefinition profile) {
        List<ValidationMessage> messages = new ArrayList<>();
        new ProfileUtilities(context, messages, KNOWLEDGE)
                .generateSnapshot(base, profile, profile.getUrl(), "", profile.getName());
        return messages.stream()
                .filter(message -> message.getLevel().isError())
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
