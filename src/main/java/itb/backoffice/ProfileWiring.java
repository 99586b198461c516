package itb.backoffice;

import itb.backoffice.connection.Connection;
import itb.backoffice.platform.AppFolders;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.Validator;
import itb.backoffice.validation.engine.BuiltInPackage;
import itb.backoffice.validation.pack.PackageInUse;
import itb.backoffice.validation.pack.PackageStore;
import itb.backoffice.validation.pack.Packages;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The packages of profiles and the validators over them; the packages' file is opened when it is first needed. */
final class ProfileWiring implements AutoCloseable {
    private final AppFolders folders;
    private final Supplier<Messages> messages;
    private final Validator usual;
    private @Nullable Database database;
    private @Nullable Packages packages;
    private @Nullable ChainProfiles last;

    /** Packages in {@code folders}; the validators speak the language that {@code messages} has at the time. */
    ProfileWiring(AppFolders folders, Supplier<Messages> messages) {
        this.folders = folders;
        this.messages = messages;
        this.usual = new ProfileValidator(messages);
    }

    /** The validator over the newest package that comes with the program; loads nothing before it is first used. */
    Validator usual() {
        return usual;
    }

    /** All packages. Waits for the disk. */
    synchronized Packages packages() {
        Packages there = packages;
        if (there == null) {
            Database file = Database.open(folders.data().resolve(PackageStore.FILE), List.of(PackageStore.SCHEMA));
            PackageStore store = new PackageStore(file);
            // The window may have been closed while a removal could still be taken back.
            store.forgetRemoved();
            there = new Packages(store, Clock.systemUTC());
            database = file;
            packages = there;
        }
        return there;
    }

    /** What {@code connection} is checked against. Waits for the disk where it names a package. */
    synchronized ChainProfiles of(Connection connection) {
        if (connection.profilePackage().equals(Packages.NEWEST)) {
            return new ChainProfiles(Packages.builtIn(BuiltInPackage.NEWEST), usual);
        }
        PackageInUse inUse = packages().inUse(connection.profilePackage());
        if (inUse.missing()) {
            return new ChainProfiles(inUse, usual);
        }
        ChainProfiles before = last;
        if (before == null || !before.inUse().equals(inUse)) {
            before = new ChainProfiles(inUse, new ProfileValidator(messages, inUse.sources()));
            last = before;
        }
        return before;
    }

    @Override
    public synchronized void close() {
        Database open = database;
        if (open != null) {
            open.close();
        }
    }
}
