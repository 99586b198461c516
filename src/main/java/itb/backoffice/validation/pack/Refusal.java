package itb.backoffice.validation.pack;

import itb.backoffice.platform.Messages;
import java.util.Locale;

/**
 * Why a package is not taken.
 *
 * @param detail what the sentence names: a file in the package, a version, a definition; may be empty
 */
public record Refusal(Kind kind, String detail) {
    /** The kinds of reasons; each has its sentence. */
    public enum Kind {
        /** The file cannot be opened. */
        UNREADABLE,
        /** Not a gzipped tar archive at all. */
        NO_ARCHIVE,
        /** An archive that ends too early, or contradicts itself. */
        DAMAGED,
        /** A file in it wants to lie outside of the package. */
        OUTSIDE,
        /** It holds a link or a device, which no package needs. */
        LINK,
        /** Larger than any package when unpacked. */
        TOO_LARGE,
        /** No {@code package/package.json}. */
        NO_MANIFEST,
        /** A {@code package.json} without a usable name and version. */
        BAD_MANIFEST,
        /** Made for another version of FHIR. */
        OTHER_FHIR,
        /** A definition that is not JSON, or says too little of itself. */
        BAD_DEFINITION,
        /** Nothing in it that is a profile, a code system or a value set. */
        EMPTY,
        /** A server that does not hand out definitions. */
        NOT_OFFERED,
        /** A file that its own list names is not in it. */
        FILE_MISSING,
        /** It builds on a definition that is neither in it nor in any package at hand. */
        BASE_MISSING,
        /** A profile whose parts do not fit what it builds on. */
        BAD_PROFILE,
        /** One that comes with the program. */
        BUILT_IN
    }

    private static final int LONGEST = 160;

    /** Keeps what a stranger's file says short and on one line. */
    public Refusal {
        detail = detail.replaceAll("\\p{Cntrl}", "?");
        detail = detail.length() > LONGEST ? detail.substring(0, LONGEST) + "…" : detail;
    }

    /** The sentence for the user. */
    public String sentence(Messages messages) {
        return messages.get("validation.package.refused." + kind.name().toLowerCase(Locale.ROOT), detail);
    }
}
