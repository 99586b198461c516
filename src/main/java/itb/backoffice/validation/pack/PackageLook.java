package itb.backoffice.validation.pack;

import itb.backoffice.connection.Failure;

/** What came of looking at a package that is not imported. */
public sealed interface PackageLook {
    /** It can be worked with. */
    record Found(PackageInUse inUse) implements PackageLook {}

    /** It would not be taken. */
    record Refused(Refusal refusal) implements PackageLook {}

    /** The server did not give its definitions. */
    record Unreachable(Failure failure) implements PackageLook {}
}
