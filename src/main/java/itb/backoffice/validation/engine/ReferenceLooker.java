package itb.backoffice.validation.engine;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.utilities.i18n.I18nConstants;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueSeverity;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueType;
import org.hl7.fhir.utilities.validation.ValidationMessage.Source;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;

/**
 * HAPI's validator, which beside its work looks whether references lead to the types that they may. What it finds there
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
    }

    /** References that lead to other types than they may, of what was checked since this was last asked. */
    List<ValidationMessage> strayed() {
        List<ValidationMessage> found = List.copyOf(strayed);
        strayed.clear();
        return found;
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
