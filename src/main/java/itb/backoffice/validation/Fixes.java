package itb.backoffice.validation;

import itb.backoffice.validation.engine.ProfileEngine;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r5.model.DataType;
import org.hl7.fhir.r5.model.ElementDefinition;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/** Finds the way to mend what breaks a rule, where there is only one sensible one. */
final class Fixes {
    private static final Pattern PROFILE = Pattern.compile("\\(from (\\S+?)(?:\\|\\S*)?\\)");
    private static final Set<String> WRITTEN = Set.of("code", "uri", "url", "canonical", "string");

    private final ProfileEngine engine;

    Fixes(ProfileEngine engine) {
        this.engine = engine;
    }

    /**
     * The way to mend what breaks {@code rule}; null where a person must decide.
     *
     * @param profile what the resource is held against
     * @param said the validator's own words
     */
    @Nullable
    Fix of(Rule rule, String profile, String said) {
        if (rule.path().contains("ofType(") || rule.path().contains("[url=")) {
            return null;
        }
        return switch (rule.kind()) {
            case "prohibited" -> new Fix(Fix.Kind.REMOVE, rule.path(), "");
            case "whitespace" -> new Fix(Fix.Kind.TRIM, rule.path(), "");
            case "fixed" -> rule.detail().isEmpty() ? null : new Fix(Fix.Kind.FILL, rule.path(), rule.detail());
            case "required" -> required(rule, profile, said);
            default -> null;
        };
    }

    private @Nullable Fix required(Rule rule, String profile, String said) {
        int dot = rule.path().indexOf('.');
        if (rule.path().substring(dot + 1).equals("meta.profile")) {
            return profile.isEmpty() ? null : new Fix(Fix.Kind.ADD_PROFILE, rule.path(), profile);
        }
        Matcher from = PROFILE.matcher(said);
        // An extension that is held against a profile of its own has no other content to fill.
        return rule.element().startsWith(rule.path().substring(0, dot + 1)) && from.find()
                ? only(from.group(1), rule.element())
                        .map(value -> new Fix(Fix.Kind.FILL, rule.path(), value))
                        .orElse(null)
                : null;
    }

    /** The only value that {@code element} may have there. */
    private Optional<String> only(String profile, String element) {
        return engine.find(StructureDefinition.class, profile).stream()
                .flatMap(structure -> structure.getSnapshot().getElement().stream())
                .filter(each -> each.getId().equals(element))
                .map(Fixes::value)
                .filter(value -> value != null && value.isPrimitive() && WRITTEN.contains(value.fhirType()))
                .map(DataType::primitiveValue)
                .findFirst();
    }

    private static @Nullable DataType value(ElementDefinition element) {
        return element.hasFixed() ? element.getFixed() : element.hasPattern() ? element.getPattern() : null;
    }
}
