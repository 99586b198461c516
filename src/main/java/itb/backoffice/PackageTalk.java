package itb.backoffice;

import itb.backoffice.connection.Connection;
import itb.backoffice.shell.MainWindow;
import itb.backoffice.shell.packages.PackageBanner;
import itb.backoffice.validation.pack.PackageAdvice;
import itb.backoffice.validation.pack.PackageChoice;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Tells across the window what there is to know of the open connection's package of profiles, and does what is asked for. */
final class PackageTalk {
    private final Wiring wiring;
    private final WindowApp app;
    /** What the user has closed is not said again while the program runs. */
    private final Set<String> waved = new HashSet<>();

    private @Nullable MainWindow window;
    private String said = "";
    private Runnable weigh = () -> {};

    PackageTalk(Wiring wiring, WindowApp app) {
        this.wiring = wiring;
        this.app = app;
    }

    /** A connection was opened: what was said of the last one goes, and what its chain brings to light is listened to. */
    void opened(Connection connection, ChainProfiles against, ChainWiring chain, MainWindow in) {
        hush();
        weigh = () -> {};
        PackageBanner banner = new PackageBanner(wiring.messages(), connection, new Actions(connection));
        if (against.inUse().missing()) {
            say(in, "missing", banner.missing(against.inUse()));
        } else if (!connection.isDemo()) {
            weigh = chain.onNamed(
                    named -> wiring.profiles.packages().advise(named, connection.profilePackage()),
                    advice -> advise(in, banner, connection.id() + " " + advice, advice));
        }
    }

    /** Packages may have come or gone. */
    void again() {
        weigh.run();
    }

    private void advise(MainWindow in, PackageBanner banner, String key, PackageAdvice advice) {
        if (key.equals(said) || waved.contains(key)) {
            return;
        }
        hush();
        banner.advice(advice).ifPresent(node -> say(in, key, node));
    }

    private void say(MainWindow in, String key, Node banner) {
        window = in;
        said = key;
        in.showBanner(banner);
    }

    private void hush() {
        MainWindow in = window;
        if (in != null) {
            in.showBanner(null);
        }
        window = null;
        said = "";
    }

    private final class Actions implements PackageBanner.Actions {
        private final Connection connection;

        Actions(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void take(PackageChoice choice) {
            Connection changed = connection.withProfilePackage(choice.key());
            wiring.background.run(
                    () -> {
                        wiring.connections.save(changed, null);
                        return changed;
                    },
                    app::connect);
        }

        @Override
        public void choose() {
            app.connections();
        }

        @Override
        public void get() {
            app.packages();
        }

        @Override
        public void close() {
            waved.add(said);
            hush();
        }
    }
}
