package itb.backoffice.validation;

/**
 * Something that a profile, or a rule of the program, says about a resource.
 *
 * @param severity how bad it is
 * @param path the element, in FHIRPath's simple form, e.g. {@code PractitionerRole.practitioner.identifier}; indexes as
 *     {@code [0]}
 * @param message a sentence in the user's words
 * @param rule the rule behind it: stable, language-free, e.g. {@code cardinality-min:PractitionerRole.code}
 * @param technical the validator's own words, for "details"
 * @param origin whether the draft introduced it
 */
public record Finding(Severity severity, String path, String message, String rule, String technical, Origin origin) {
    /** FHIR's severities, worst first. */
    public enum Severity {
        FATAL,
        ERROR,
        WARNING,
        INFORMATION;

        /** Whether this severity makes a resource invalid. */
        public boolean isError() {
            return this == FATAL || this == ERROR;
        }
    }

    /** Where a finding comes from. */
    public enum Origin {
        /** The user's change brought it. */
        NEW,
        /** The server's version had it already. */
        BEFORE
    }

    /** The same with another severity. */
    public Finding as(Severity other) {
        return new Finding(other, path, message, rule, technical, origin);
    }

    /** The same with another origin. */
    public Finding from(Origin other) {
        return new Finding(severity, path, message, rule, technical, other);
    }
}
