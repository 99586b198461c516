package itb.backoffice.shell.packages;

import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Progress;
import itb.backoffice.validation.pack.ImportOutcome;
import itb.backoffice.validation.pack.InstalledPackage;
import itb.backoffice.validation.pack.PackageChoice;
import itb.backoffice.validation.pack.PackageId;
import java.nio.file.Path;
import java.util.List;

/** What the screen of packages needs done. Every call may wait and is made off the FX thread. */
public interface PackageBook {
    /** What a connection can be checked against. */
    List<PackageChoice> choices();

    /** What was imported. */
    List<InstalledPackage> installed();

    /** All connections. */
    List<Connection> connections();

    /** Imports {@code files}, all of them or none. */
    ImportOutcome importFiles(List<Path> files, Progress progress);

    /** Imports the profiles of {@code connection}'s server. */
    ImportOutcome importFrom(Connection connection, Progress progress);

    /** Takes a package off the list; it stays until {@link #forget}. */
    void remove(PackageId id);

    /** Takes a removal back. */
    void restore(PackageId id);

    /** Deletes what is left of a removed package; connections that named it go back to what comes with the program. */
    void forget(PackageId id);
}
