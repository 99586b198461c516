package itb.backoffice.shell.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.validation.pack.ImportOutcome;
import itb.backoffice.validation.pack.InstalledPackage;
import itb.backoffice.validation.pack.NewerItb;
import itb.backoffice.validation.pack.PackageChoice;
import itb.backoffice.validation.pack.PackageId;
import itb.backoffice.validation.pack.PackageStore;
import itb.backoffice.validation.pack.Packages;
import itb.backoffice.validation.pack.TgzFile;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesViewTest extends ScreenTest {
    private static final String NAME = "wof-portal 1.1.0";

    @TempDir
    static Path folder;

    private final Database database =
            Database.open(folder.resolve(System.nanoTime() + ".db"), List.of(PackageStore.SCHEMA));
    private final Packages packages = new Packages(new PackageStore(database), Clock.systemUTC());
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final List<PackageId> forgotten = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private PackagesView view;

    @Override
    protected Parent screen() {
        view = new PackagesView(TEXTS, background, new Book());
        view.onClose(closed::countDown);
        return view.root();
    }

    @AfterEach
    void close() {
        background.close();
        database.close();
    }

    @Test
    void whatComesWithTheProgramIsThereAndCannotBeRemoved() {
        waitFor("package-itb-backoffice-profiles-1-0-1");
        assertTrue(there("package-itb-backoffice-profiles-1-0-0"));
        assertTrue(lookup(".button.danger").queryAll().isEmpty());
    }

    @Test
    void anImportedPackageIsListedAndCanBeRemovedAndBroughtBack() throws IOException {
        take(NewerItb.file().write(folder.resolve("newer.tgz")));
        waitFor("packageReport0");
        assertEquals(TEXTS.get("shell.packages.imported", NAME), words("packageReport0"));
        waitFor("package-wof-portal-1-1-0");
        clickOn("#packageRemove-wof-portal-1-1-0");
        waitFor("noticeUndo");
        waitUntil(() -> packages.installed().isEmpty() && !there("package-wof-portal-1-1-0"));
        clickOn("#noticeUndo");
        waitFor("package-wof-portal-1-1-0");
        assertEquals(List.of(), forgotten);
    }

    @Test
    void aPackageThatAConnectionUsesIsOnlyRemovedWhenTheUserSaysSo() throws IOException {
        connections.add(new Connection(
                "1", "Nordtand", URI.create("https://a"), Environment.TEST, SignIn.NONE, NewerItb.ID.toString()));
        take(NewerItb.file().write(folder.resolve("used.tgz")));
        waitFor("package-wof-portal-1-1-0");
        clickOn("#packageRemove-wof-portal-1-1-0");
        waitFor("packageInUse");
        assertEquals(TEXTS.get("shell.packages.remove.used", "Nordtand"), words("packageInUse"));
        clickOn("#packageRemoveKeep");
        assertEquals(1, packages.installed().size());
        clickOn("#packageRemove-wof-portal-1-1-0");
        clickOn("#packageRemoveSure");
        waitUntil(() -> packages.installed().isEmpty());
        type(KeyCode.ESCAPE);
        waitUntil(() -> closed.await(0, TimeUnit.SECONDS));
        assertEquals(List.of(NewerItb.ID), forgotten, "what is left goes with the page");
    }

    @Test
    void aRefusedFileSaysWhyAndThatNothingChanged() throws IOException {
        take(TgzFile.named("a.test", "1.0.0").with("../../evil.json", "{}").write(folder.resolve("evil.tgz")));
        waitFor("packageReport2");
        assertEquals(TEXTS.get("shell.packages.refused", "evil.tgz"), words("packageReport0"));
        assertTrue(words("packageReport1").contains("../../evil.json"));
        assertEquals(TEXTS.get("shell.packages.unchanged"), words("packageReport2"));
        assertEquals(List.of(), packages.installed());
    }

    @Test
    void onlyPackagesAreTakenFromWhatIsDropped() {
        assertEquals(
                List.of(Path.of("a.tgz"), Path.of("b.TAR.GZ")),
                PackageDrop.packages(List.of(new File("a.tgz"), new File("c.png"), new File("b.TAR.GZ"))));
    }

    private void take(Path file) {
        interact(() -> view.take(List.of(file)));
    }

    private final class Book implements PackageBook {
        @Override
        public List<PackageChoice> choices() {
            return packages.choices();
        }

        @Override
        public List<InstalledPackage> installed() {
            return packages.installed();
        }

        @Override
        public List<Connection> connections() {
            return connections;
        }

        @Override
        public ImportOutcome importFiles(List<Path> files, Progress progress) {
            return packages.importFiles(files, progress);
        }

        @Override
        public ImportOutcome importFrom(Connection connection, Progress progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(PackageId id) {
            packages.remove(id);
        }

        @Override
        public void restore(PackageId id) {
            packages.restore(id);
        }

        @Override
        public void forget(PackageId id) {
            forgotten.add(id);
            packages.forget(id);
        }
    }
}
