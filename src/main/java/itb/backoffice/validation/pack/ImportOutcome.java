package itb.backoffice.validation.pack;

import itb.backoffice.connection.Failure;
import java.util.List;

/** How an import ended. */
public sealed interface ImportOutcome {
    /**
     * All is kept.
     *
     * @param packages what was asked for, then the packages beside it that it needs
     * @param absent what it says it needs and nobody has; nothing that it builds on is among it
     */
    record Imported(List<InstalledPackage> packages, List<PackageId> absent) implements ImportOutcome {}

    /**
     * Nothing has changed.
     *
     * @param source the file, or the address of the server
     */
    record Refused(String source, Refusal refusal) implements ImportOutcome {}

    /** The server did not give its definitions; nothing has changed. */
    record Unreachable(Failure failure) implements ImportOutcome {}
}
