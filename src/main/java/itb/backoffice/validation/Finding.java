package itb.backoffice.validation;

import org.jspecify.annotations.Nullable;

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
 * @param fix the way to mend it, where there is only one sensible one
 */
public record Finding(
        Severity severity,
        String path,
        String message,
        String rule,
        String technical,
        Origin origin,
        @Nullable Fix fix) {
    /** One that a person must mend. */
    public Finding(Severity severity, String path, String message, String rule, String technical, Origin origin) {
        this(severity, path, message, rule, technical, origin, null);
    }

    /** What {@link #rule} begins with where only a known defect of the published profiles is behind it. */
    static final String DEFECT = "defect-";

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

    /** Whether it only comes from a known defect of the published profiles, so that there is nothing to correct. */
    public boolean isDefect() {
        return rule.startsWith(DEFECT);
    }

    /** Whether it helps somebody to decide or to correct something. */
    public boolean isWorthTelling() {
        return severity != Severity.INFORMATION && !isDefect();
    }

    /** The same with another severity. */
    public Finding as(Severity other) {
        return new Finding(other, path, message, rule, technical, origin, fix);
    }

    /** The same with another origin. */
    public Finding from(Origin other) {
        return new Finding(severity, path, message, rule, technical, other, fix);
    }

    /** The same with a way to mend it. */
    Finding with(@Nullable Fix way) {
        return new Finding(severity, path, message, rule, technical, origin, way);
    }
}
