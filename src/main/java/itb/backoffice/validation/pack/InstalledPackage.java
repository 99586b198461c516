package itb.backoffice.validation.pack;

import java.time.Instant;
import java.util.List;

/**
 * A package that lies in the user's data folder.
 *
 * @param title what it calls itself; may be empty
 * @param canonical the root of its definitions' urls; may be empty
 * @param dependencies what it says it needs, R4 itself left out
 * @param from the file, or the server's address, that it came from
 * @param profiles how many profiles of resources it holds; with none it can only serve other packages
 */
public record InstalledPackage(
        PackageId id,
        String title,
        String canonical,
        List<PackageId> dependencies,
        String from,
        Instant added,
        int profiles) {}
