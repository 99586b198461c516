package itb.backoffice.validation.engine;

import java.util.ArrayList;
import org.hl7.fhir.common.hapi.validation.validator.ProfileKnowledgeWorkerR5;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r5.conformance.profile.ProfileUtilities;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.model.StructureDefinition;

/** Turns what a profile says differently from its base into the whole that the validator works on, as HAPI does it. */
final class Snapshots {
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
        new ProfileUtilities(
                        context,
                        new ArrayList<>(),
                        new ProfileKnowledgeWorkerR5(WorkerContextValidationSupportAdapter.FHIR_CONTEXT_R5))
                .generateSnapshot(base, profile, profile.getUrl(), "", profile.getName());
        return profile;
    }
}
