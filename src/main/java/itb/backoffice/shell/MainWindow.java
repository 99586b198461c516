package itb.backoffice.shell;

import atlantafx.base.theme.Styles;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.NoticeBar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The frame of the window: top bar, navigation, the open page, status bar, and whatever lies over them. */
public final class MainWindow {
    private static final PseudoClass REACHED = PseudoClass.getPseudoClass("reached");
    private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");

    /** What the frame's own buttons do. */
    public interface Actions {
        /** Fetch what changed on the server. */
        void refresh();

        /** Look at all changes before they are sent. */
        void review();

        /** Search over everything. */
        void search();

        /** Open the settings. */
        void settings();

        /** Open the sheet of keys. */
        void keys();

        /** Work with another server. */
        void connect(Connection connection);

        /** Add, change or remove servers. */
        void connections();

        /** Make the demo chain anew. */
        void resetDemo();
    }

    private final Messages messages;
    private final Actions actions;
    private final StatusBar status;
    private final NavigationView navigation;
    private final Overlay over = new Overlay();
    private final Map<Page, Node> opened = new HashMap<>();
    private final PageHistory history = new PageHistory(this::revisit);
    private final NoticeBar notice;
    private List<Page> pages = List.of();
    private @Nullable Page current;
    private @Nullable Node screen;

    @FXML
    private StackPane root;

    @FXML
    private BorderPane frame;

    @FXML
    private Region environmentBar;

    @FXML
    private MenuButton connection;

    @FXML
    private Label environmentWord;

    @FXML
    private Label online;

    @FXML
    private Button review;

    @FXML
    private HBox places;

    @FXML
    private Button search;

    @FXML
    private Button refresh;

    @FXML
    private Button settings;

    @FXML
    private Button keys;

    @FXML
    private VBox banners;

    @FXML
    private StackPane content;

    /** Builds the frame. FXML fills the fields while this runs. */
    @SuppressWarnings("NullAway.Init")
    public MainWindow(Messages messages, Actions actions) {
        this.messages = messages;
        this.actions = actions;
        this.status = new StatusBar(messages);
        this.notice = new NoticeBar(messages);
        this.navigation = new NavigationView(messages, this::choose);
        FXMLLoader loader = new FXMLLoader(MainWindow.class.getResource("/itb/backoffice/shell/main.fxml"));
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FXML
    private void initialize() {
        frame.setLeft(navigation);
        frame.setBottom(new VBox(notice.root(), status));
        root.getChildren().add(over.root());
        places.getChildren().setAll(history.buttons(messages));
        search.setText(messages.get("shell.top.search"));
        search.setOnAction(event -> actions.search());
        button(refresh, "refresh", actions::refresh);
        button(settings, "settings", actions::settings);
        button(keys, "keys", actions::keys);
        review.setText(messages.get("shell.top.review.none"));
        review.setOnAction(event -> actions.review());
        review.getStyleClass().add(Styles.FLAT);
        review.setVisible(false);
        connection.setAccessibleText(messages.get("shell.top.connection"));
        new WindowKeys(this, navigation, actions).install(root);
        WindowKeys.leaveByEscape(root, () -> screen);
    }

    private void button(ButtonBase button, String key, Runnable action) {
        String words = messages.get("shell.top." + key);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setOnAction(event -> action.run());
    }

    /** The node to put into a scene. */
    public Parent root() {
        return root;
    }

    /** What lies over the frame: dialogs that keep the window's place. */
    public Overlay over() {
        return over;
    }

    /** Shows whatever has a title and runs in the background. */
    public Background.Watcher jobs() {
        return status;
    }

    /** Shows and says what is running. */
    StatusBar status() {
        return status;
    }

    /** The pages that were opened, for back and forward. */
    public PageHistory history() {
        return history;
    }

    /** Shows which server is open and which others there are. */
    public void showConnections(Connection open, List<Connection> all) {
        boolean production = open.environment() == Environment.PRODUCTION;
        connection.setText(open.name());
        environmentWord.setText(messages.get("shell.environment." + open.environment()));
        for (Region region : new Region[] {environmentBar, environmentWord}) {
            region.pseudoClassStateChanged(PRODUCTION, production);
        }
        connection.getItems().setAll(ConnectionMenu.items(messages, actions, open, all));
    }

    /** Says whether the server answers and how fresh the local copy is. */
    public void showOnline(String words, boolean reached) {
        online.setText((reached ? "● " : "○ ") + words);
        online.pseudoClassStateChanged(REACHED, reached);
    }

    /** Shows that the server is being asked; it is not asked twice. */
    public void showBusy(boolean busy) {
        refresh.setDisable(busy);
    }

    /** Tells what was just done, with the way back. */
    public NoticeBar notice() {
        return notice;
    }

    /** Opens the page with {@code key}, if there is one. */
    public void choosePage(String key) {
        pages.stream().filter(page -> page.key().equals(key)).findFirst().ifPresent(this::choose);
    }

    /** Shows how many drafts can be reviewed; hides the way there where there are none. */
    public void showDrafts(int drafts) {
        review.setVisible(drafts > 0);
        review.setText(messages.get("shell.top.review", drafts));
    }

    /** Takes the pages of the chain before away at once: what were typed there now would reach no draft. */
    public void showOpening(Connection opening) {
        showPages(List.of(), "");
        showBusy(false);
        status.say("");
        screen = null;
        content.getChildren().setAll(OpeningView.of(messages.get("shell.opening", opening.name())));
    }

    /** Says that a chain's files could not be opened (why, the error bar says), and offers to try {@code again}. */
    public void showNotOpened(Connection wanted, Runnable again) {
        content.getChildren().setAll(OpeningView.failed(wanted.name(), again, messages));
    }

    /** Shows the pages of a newly opened chain, and opens the first one with {@code key}. */
    public void showPages(List<List<Page>> groups, String key) {
        pages = groups.stream().flatMap(List::stream).toList();
        opened.clear();
        history.clear();
        current = null;
        navigation.show(groups);
        Node over = screen;
        choosePage(key);
        if (over != null) {
            showScreen(over);
        }
    }

    /** Opens a page and remembers where the user came from. */
    public void choose(Page page) {
        screen = null;
        history.visit(page);
        open(page);
    }

    private void revisit(PageHistory.Place place) {
        screen = null;
        open(place.page());
        Optional.ofNullable(place.reference()).ifPresent(place.page().show());
    }

    private void open(Page page) {
        current = page;
        navigation.mark(page);
        content.getChildren()
                .setAll(opened.computeIfAbsent(page, first -> first.view().get()));
    }

    /** The page that is open, once there is one. */
    public Optional<Page> current() {
        return Optional.ofNullable(current);
    }

    /** Shows something across the whole width, above the page; null takes it away. */
    public void showBanner(@Nullable Node banner) {
        banners.getChildren().setAll(banner == null ? List.of() : List.of(banner));
    }

    /** Shows {@code node} in place of the page until {@link #closeScreen}. */
    public void showScreen(Node node) {
        screen = node;
        navigation.markNone();
        content.getChildren().setAll(node);
    }

    /** Goes back from {@link #showScreen} to the page. */
    public void closeScreen() {
        screen = null;
        current().ifPresent(page -> {
            open(page);
            // The button that led back is gone, and with it the keyboard's place.
            page.focus().run();
        });
    }
}
