package itb.backoffice;

import itb.backoffice.connection.Connection;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.packages.PackageBook;
import itb.backoffice.validation.pack.ImportOutcome;
import itb.backoffice.validation.pack.InstalledPackage;
import itb.backoffice.validation.pack.PackageChoice;
import itb.backoffice.validation.pack.PackageId;
import itb.backoffice.validation.pack.Packages;
import java.nio.file.Path;
import java.util.List;

/** The user's packages of profiles, and the connections that name them. */
final class WindowPackages implements PackageBook {
    private final Wiring wiring;

    WindowPackages(Wiring wiring) {
        this.wiring = wiring;
    }

    private Packages packages() {
        return wiring.profiles.packages();
    }

    @Override
    public List<PackageChoice> choices() {
        return packages().choices();
    }

    @Override
    public List<InstalledPackage> installed() {
        return packages().installed();
    }

    @Override
    public List<Connection> connections() {
        return wiring.connections.all();
    }

    @Override
    public ImportOutcome importFiles(List<Path> files, Progress progress) {
        return packages().importFiles(files, progress);
    }

    @Override
    public ImportOutcome importFrom(Connection connection, Progress progress) {
        if (connection.isDemo()) {
            wiring.demo.start();
        }
        try (FhirServer server = wiring.server(connection)) {
            return packages().importFrom(server, connection.baseUrl().toString(), progress);
        }
    }

    @Override
    public void remove(PackageId id) {
        packages().remove(id);
    }

    @Override
    public void restore(PackageId id) {
        packages().restore(id);
    }

    @Override
    public void forget(PackageId id) {
        packages().forget(id);
        // It may have been imported anew meanwhile: then the connections keep it.
        if (packages().installed().stream().noneMatch(one -> one.id().equals(id))) {
            wiring.connections.all().stream()
                    .filter(one -> one.profilePackage().equals(id.toString()))
                    .forEach(one -> wiring.connections.save(one.withProfilePackage(Packages.NEWEST), null));
        }
    }
}
