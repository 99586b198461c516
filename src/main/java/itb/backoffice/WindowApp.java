package itb.backoffice;

import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Settings;
import itb.backoffice.platform.Settings.WindowPlace;
import itb.backoffice.shell.MainWindow;
import itb.backoffice.shell.Theme;
import itb.backoffice.shell.connection.ConnectionsView;
import itb.backoffice.shell.help.ErrorBar;
import itb.backoffice.shell.help.KeySheet;
import itb.backoffice.shell.packages.PackageDrop;
import itb.backoffice.shell.packages.PackagesView;
import itb.backoffice.shell.settings.SettingsView;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The program in its window: one server is open at a time. */
final class WindowApp implements MainWindow.Actions {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Wiring wiring;
    private final Theme theme = new Theme();
    private final FrameReport frames = new FrameReport();
    private final Scene scene;
    private MainWindow window;
    private @Nullable ConnectionsView servers;
    private Connection open;
    private @Nullable ChainWiring chain;
    /** How often a chain was asked for. */
    private final AtomicInteger openings = new AtomicInteger();

    private @Nullable ChainProfiles profiles;
    private final PackageTalk talk;

    /** For the FX thread. */
    WindowApp(Wiring wiring) {
        this.wiring = wiring;
        this.talk = new PackageTalk(wiring, this);
        this.open = wiring.firstConnection();
        theme.apply(wiring.settings().theme());
        this.window = new MainWindow(wiring.messages(), this);
        this.scene = new Scene(window.root(), WIDTH, HEIGHT);
        theme.dress(scene);
        PackageDrop.accept(scene, files -> packages(window::closeScreen).take(files));
        prepare();
    }

    private void prepare() {
        wiring.background.watch(window.jobs());
        ErrorBar errorBar = new ErrorBar(wiring.messages());
        wiring.errors.onReport(report -> Platform.runLater(() -> {
            window.showBanner(errorBar.root());
            errorBar.show(report);
        }));
    }

    /** Shows the window in {@code stage}, at its last place, with the last chain. */
    void show(Stage stage) {
        Messages texts = wiring.messages();
        stage.setTitle(texts.get("shell.title"));
        stage.setScene(scene);
        stage.setMinWidth(800);
        stage.setMinHeight(560);
        stage.getIcons().addAll(theme.icons());
        WindowPlace place = wiring.settings().window();
        if (place != null && Theme.onSomeScreen(place)) {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
            stage.setMaximized(place.maximized());
        }
        stage.setOnHiding(event -> close(stage));
        connect(open);
        stage.show();
    }

    private void close(Stage stage) {
        wiring.keep(wiring.settings()
                .withWindow(new WindowPlace(
                        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized())));
        if (chain != null) {
            chain.close();
        }
        wiring.close();
    }

    @Override
    public void connect(Connection connection) {
        ChainWiring before = chain;
        open = connection;
        chain = null;
        window.showConnections(connection, wiring.connections.all());
        // A field that writes when it is left is left now, while what it writes is still taken.
        window.root().requestFocus();
        window.showOpening(connection);
        if (before != null) {
            before.leave();
        }
        int mine = openings.incrementAndGet();
        // Whoever chooses another server before one is open gets the one chosen last, however long each takes.
        wiring.background.inOrder(
                this,
                () -> {
                    if (before != null) {
                        before.close();
                    }
                    return mine == openings.get()
                            ? Optional.of(wiring.opened(connection))
                            : Optional.<OpenedChain>empty();
                },
                opened -> opened.ifPresent(one -> {
                    if (mine == openings.get()) {
                        opened(connection, one);
                    } else {
                        wiring.background.inOrder(this, () -> close(one), closed -> {});
                    }
                }),
                failed -> {
                    if (mine == openings.get() && chain == null) {
                        window.showNotOpened(connection, () -> connect(connection));
                    }
                });
        if (!connection.id().equals(wiring.settings().connectionId())) {
            wiring.keep(wiring.settings().withConnectionId(connection.id()));
        }
    }

    private static boolean close(OpenedChain unwanted) {
        unwanted.stores().close();
        return true;
    }

    private void opened(Connection connection, OpenedChain opened) {
        profiles = opened.profiles();
        chain = new ChainWiring(
                wiring, connection, opened.stores(), opened.profiles().validator(), window);
        talk.opened(connection, opened.profiles(), chain, window);
        chain.actions().start(opened.snapshot());
        shown();
    }

    /** The local copy is on the screen: now comes what may take its time. */
    private void shown() {
        ChainWiring shown = chain;
        ChainProfiles against = profiles;
        if (shown == null || against == null) {
            return;
        }
        frames.catalogueShown(scene, () -> {
            shown.actions().whenChecked(frames::checked);
            wiring.background.run(
                    () -> {
                        against.validator().warmUp();
                        return true;
                    },
                    warm -> frames.warm());
            if (open.isDemo() || shown.chain().fetched() != null) {
                shown.actions().refresh();
            }
        });
    }

    @Override
    public void refresh() {
        if (chain != null) {
            chain.actions().refresh();
        }
    }

    @Override
    public void review() {
        if (chain != null) {
            chain.actions().review();
        }
    }

    @Override
    public void search() {
        if (chain != null) {
            chain.search();
        }
    }

    @Override
    public void settings() {
        SettingsView view = new SettingsView(wiring.messages(), wiring.settings(), this::changed);
        view.onClose(window::closeScreen);
        window.showScreen(view.root());
    }

    private void changed(Settings settings) {
        boolean otherLanguage =
                !java.util.Objects.equals(settings.language(), wiring.settings().language());
        wiring.keep(settings);
        theme.apply(settings.theme());
        if (otherLanguage) {
            window = new MainWindow(wiring.messages(), this);
            servers = null;
            scene.setRoot(window.root());
            prepare();
            connect(open);
            settings();
        }
    }

    @Override
    public void keys() {
        KeySheet sheet = new KeySheet(wiring.messages(), window.over()::hide);
        window.over().show(sheet.root());
        sheet.focus();
    }

    @Override
    public void connections() {
        ConnectionsView there = servers;
        if (there == null) {
            there = servers();
            servers = there;
        }
        there.refresh(open.id());
        window.showScreen(there.root());
    }

    /** One for each window: what was typed and not yet saved is still there when the user comes back. */
    private ConnectionsView servers() {
        ConnectionsView view =
                new ConnectionsView(wiring.messages(), wiring.background, new ServerBook(wiring), connection -> {
                    window.closeScreen();
                    connect(connection);
                });
        view.onClose(() -> {
            window.closeScreen();
            window.showConnections(open, wiring.connections.all());
        });
        view.onPackages(() -> packages(this::connections));
        return view;
    }

    /** The page of packages; what changes there counts for the open chain as soon as the page is left. */
    void packages() {
        packages(window::closeScreen);
    }

    private PackagesView packages(Runnable back) {
        PackagesView view = new PackagesView(wiring.messages(), wiring.background, new WindowPackages(wiring));
        view.onClose(() -> {
            back.run();
            profilesMayHaveChanged(back);
        });
        window.showScreen(view.root());
        return view;
    }

    private void profilesMayHaveChanged(Runnable back) {
        wiring.background.run(
                () -> wiring.profiles.of(wiring.connections.find(open.id()).orElse(open)), now -> {
                    ChainProfiles before = profiles;
                    if (before != null && !before.inUse().equals(now.inUse())) {
                        wiring.connections.find(open.id()).ifPresent(this::connect);
                        back.run();
                    } else {
                        talk.again();
                    }
                });
    }

    @Override
    public void resetDemo() {
        ChainWiring shown = chain;
        if (shown != null && open.isDemo()) {
            wiring.background.run(
                    wiring.messages().get("shell.demo.resetting"),
                    progress -> {
                        wiring.demo.reset();
                        return true;
                    },
                    done -> shown.actions().refresh());
        }
    }
}
