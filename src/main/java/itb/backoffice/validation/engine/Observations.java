package itb.backoffice.validation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.utilities.i18n.I18nConstants;
import org.hl7.fhir.utilities.validation.ValidationMessage;

/**
 * Takes over what the validator says. HAPI's usual set-up keeps some of it to itself; what it only tells between the
 * lines about the targets of references is taken over too, marked as beyond.
 */
final class Observations {
    /** A reference into the resource whose target follows none of the profiles that it should. */
    private static final Pattern TARGET = Pattern.compile("^Details for #");

    private static final Set<String> UNKNOWN_PROFILE = Set.of(
            I18nConstants.VALIDATION_VAL_PROFILE_UNKNOWN, I18nConstants.VALIDATION_VAL_PROFILE_UNKNOWN_NOT_POLICY);

    private final List<Observation> all = new ArrayList<>();

    private Observations() {}

    /** What is worth being told of {@code messages}, then of those that go beyond: {@code strayed} and what targets lack. */
    static List<Observation> of(List<ValidationMessage> messages, List<ValidationMessage> strayed) {
        Observations observations = new Observations();
        for (ValidationMessage message : messages) {
            if (!isNoise(message)) {
                // Only said because the validator looks at where references lead.
                boolean beyond = I18nConstants.REFERENCE_REF_SUSPICIOUS.equals(message.getMessageId());
                observations.all.add(observation(message, severity(message), beyond));
            }
        }
        messages.forEach(observations::takeTarget);
        strayed.forEach(each -> observations.all.add(observation(each, "warning", true)));
        return List.copyOf(observations.all);
    }

    /** The reference is at fault already; this adds what exactly is wrong with its target, and where. */
    private void takeTarget(ValidationMessage message) {
        if (!message.isSlicingHint()
                || !message.hasSliceInfo()
                || !TARGET.matcher(message.getMessage()).find()) {
            return;
        }
        for (ValidationMessage inner : message.getSliceInfo()) {
            Observation same = observation(inner, severity(inner), false);
            if (inner.isError() && !all.contains(same)) {
                all.add(observation(inner, "warning", true));
            }
        }
    }

    private static Observation observation(ValidationMessage message, String severity, boolean beyond) {
        return new Observation(
                severity,
                Objects.requireNonNullElse(message.getLocation(), ""),
                Objects.requireNonNullElse(message.getMessageId(), ""),
                Objects.requireNonNullElse(message.getMessage(), ""),
                beyond);
    }

    /** HAPI raises one of them as well. */
    private static String severity(ValidationMessage message) {
        boolean unknownProfile = UNKNOWN_PROFILE.contains(Objects.requireNonNullElse(message.getMessageId(), ""));
        return unknownProfile ? "error" : message.getLevel().toCode();
    }

    /**
     * HAPI hides value sets that cannot be looked up as well. That something is none of the slices that a profile
     * describes is not worth a word: where one of them has to be there, an error says so.
     */
    private static boolean isNoise(ValidationMessage message) {
        String id = message.getMessageId();
        return message.isSlicingHint()
                || I18nConstants.TERMINOLOGY_TX_BINDING_NOSOURCE.equals(id)
                || (I18nConstants.TERMINOLOGY_TX_VALUESET_NOTFOUND.equals(id)
                        && message.getMessage().contains("http://hl7.org/fhir/ValueSet/mimetypes"));
    }
}
