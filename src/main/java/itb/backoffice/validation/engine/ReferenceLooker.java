package itb.backoffice.validation.engine;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.Coding;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.utilities.i18n.I18nConstants;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueSeverity;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueType;
import org.hl7.fhir.utilities.validation.ValidationMessage.Source;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.codesystem.CodingsObserver;
import org.hl7.fhir.validation.instance.InstanceValidator;
import org.hl7.fhir.validation.instance.utils.NodeStack;

/**
 * HAPI's validator, made to be used again and again, which beside its work looks whether references lead to the types that they may. What it finds there
 * stays out of its verdict, also where that verdict decides whether a slice or the target of a reference fits.
 */
final class ReferenceLooker extends InstanceValidator {
    private final List<ValidationMessage> strayed = new ArrayList<>();

    ReferenceLooker(IWorkerContext context) {
        super(
                context,
                new FhirInstanceValidator.NullEvaluationContext(),
                new XVerExtensionManagerOld(context),
                new ValidatorSession(),
                new ValidatorSettings());
        setAssumeValidRestReferences(true);
        rememberNoCodes();
    }

    /**
     * It keeps every coded element that it sees, with the whole resource around it, for a check of its end that is off
     * here: a leak for who uses it twice. There is no other way to what keeps them.
     */
    private void rememberNoCodes() {
        try {
            Field observer = InstanceValidator.class.getDeclaredField("codingObserver");
            observer.setAccessible(true);
            observer.set(this, new CodingsObserver(context, settings, xverManager, session) {
                @Override
                public void seeCode(NodeStack stack, Coding code) {}
            });
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Another version of HAPI's validator than this was written for", e);
        }
    }

    /** Checks one resource and forgets it. */
    List<Observation> check(String text, FhirFormat format, List<StructureDefinition> profiles) {
        strayed.clear();
        List<ValidationMessage> messages = new ArrayList<>();
        InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        validate(null, messages, bytes, format, profiles);
        getTextsToCheck().clear();
        return Observations.of(messages, strayed);
    }

    @Override
    protected boolean rule(
            List<ValidationMessage> errors,
            String ruleDate,
            IssueType type,
            int line,
            int col,
            String path,
            boolean thePass,
            String theMessage,
            Object... theMessageArguments) {
        if (!I18nConstants.REFERENCE_REF_BADTARGETTYPE2.equals(theMessage)) {
            return super.rule(errors, ruleDate, type, line, col, path, thePass, theMessage, theMessageArguments);
        }
        if (!thePass) {
            strayed.add(new ValidationMessage(
                            Source.InstanceValidator,
                            type,
                            line,
                            col,
                            path,
                            context.formatMessage(theMessage, theMessageArguments),
                            IssueSeverity.WARNING)
                    .setMessageId(theMessage));
        }
        return true;
    }
}
