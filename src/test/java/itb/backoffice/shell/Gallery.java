package itb.backoffice.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Settings;
import itb.backoffice.shell.connection.BookInMemory;
import itb.backoffice.shell.connection.ConnectionsView;
import itb.backoffice.shell.help.ErrorBar;
import itb.backoffice.shell.help.KeySheet;
import itb.backoffice.shell.review.OutcomeScene;
import itb.backoffice.shell.review.ReviewScenes;
import itb.backoffice.shell.settings.SettingsView;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Paints every screen with lifelike data into PNG files, for looking at: {@code FOLDER LANGUAGE [SCREEN…]}. */
public final class Gallery {
    private final Messages texts;
    private final ErrorReporter errors = new ErrorReporter();
    private final Background background = new Background(Runnable::run, Runnable::run, errors);

    private Gallery(Messages texts) {
        this.texts = texts;
    }

    public static void main(String... args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Gallery gallery = new Gallery(Messages.of(Locale.forLanguageTag(args[1])));
        List<String> wanted = List.of(args).subList(2, args.length);
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.startup(() -> {
            for (String file : List.of("Inter_400Regular.ttf", "Inter_600SemiBold.ttf")) {
                Font.loadFont(Gallery.class.getResourceAsStream("/itb/backoffice/shell/font/" + file), 13);
            }
            try {
                for (var screen : gallery.screens().entrySet()) {
                    if (wanted.isEmpty() || wanted.stream().anyMatch(screen.getKey()::startsWith)) {
                        gallery.paint(folder, screen.getKey(), screen.getValue());
                    }
                }
                done.complete(null);
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        done.join();
        System.exit(0);
    }

    private void paint(Path folder, String name, Supplier<Parent> screen) throws IOException {
        for (boolean dark : new boolean[] {false, true}) {
            javafx.application.Application.setUserAgentStylesheet(
                    dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
            for (int width : dark ? new int[] {1280} : new int[] {1280, 1920}) {
                Parent root = screen.get();
                root.setStyle("-fx-font-family: Inter;");
                Stage stage = new Stage();
                Scene scene = new Scene(root, width, width == 1280 ? 800 : 1080);
                stage.setScene(scene);
                stage.show();
                actions.forEach((id, action) -> {
                    if (name.startsWith(id.split("/")[0])) {
                        root.applyCss();
                        root.layout();
                        Node node = root.lookup("#" + id.split("/")[1]);
                        if (node != null) {
                            action.accept(node);
                        }
                    }
                });
                for (int i = 0; i < 3; i++) {
                    root.applyCss();
                    root.layout();
                }
                save(scene.snapshot(null), folder.resolve(name + (dark ? "-dark" : "") + "-" + width + ".png"));
                stage.hide();
            }
        }
    }

    private final Map<String, java.util.function.Consumer<Node>> actions = new LinkedHashMap<>();

    private static void press(Node node) {
        ((ButtonBase) node).fire();
    }

    private Map<String, Supplier<Parent>> screens() {
        Map<String, Supplier<Parent>> screens = new LinkedHashMap<>();
        screens.put("connections", this::connections);
        actions.put("connections/connectionTestRun", Gallery::press);
        screens.put("newconnection", this::connections);
        actions.put("newconnection/connectionAdd", Gallery::press);
        actions.put("newconnection/connectionSave", Gallery::press);
        screens.put("settings", () -> new SettingsView(texts, Settings.DEFAULT, settings -> {}).root());
        screens.put("keys", () -> {
            StackPane pane = new StackPane(new KeySheet(texts, () -> {}).root());
            pane.getStylesheets().add(itb.backoffice.shell.part.Screen.STYLES);
            return pane;
        });
        screens.put("error", () -> {
            ErrorBar bar = new ErrorBar(texts);
            bar.show(new ErrorReporter.Report("ITB-0A1B2C", new IllegalStateException("boom")));
            BorderPane pane = new BorderPane(new SettingsView(texts, Settings.DEFAULT, settings -> {}).root());
            pane.setTop(bar.root());
            return pane;
        });
        screens.put("drafts", () -> drafts(Environment.TEST).drafts());
        screens.put("emptydrafts", () -> emptyDrafts());
        screens.put("review", () -> drafts(Environment.TEST).review());
        screens.put("production", () -> drafts(Environment.PRODUCTION).review());
        actions.put("production/reviewUpload", Gallery::press);
        screens.put("ended", () -> drafts(Environment.TEST).troubled());
        actions.put("ended/reviewUpload", Gallery::press);
        screens.put("outcomes", () -> new OutcomeScene(texts, background).review());
        actions.put("outcomes/reviewUpload", Gallery::press);
        screens.put("conflict", () -> drafts(Environment.TEST).conflict());
        screens.put("versions", () -> drafts(Environment.TEST).versions());
        actions.put("conflict/conflictMine-0", node -> ((ToggleButton) node).setSelected(true));
        screens.put("history", () -> drafts(Environment.TEST).history());
        actions.put("history/history-1", node -> ((ToggleButton) node).setSelected(true));
        return screens;
    }

    private ReviewScenes drafts(Environment environment) {
        return new ReviewScenes(texts, background, environment);
    }

    private Parent emptyDrafts() {
        ReviewScenes scenes = drafts(Environment.TEST);
        scenes.clear();
        return scenes.drafts();
    }

    private Parent connections() {
        BookInMemory book = new BookInMemory();
        book.all.add(new Connection(
                Connection.DEMO_ID,
                "Demo chain",
                URI.create("http://127.0.0.1:39117/fhir"),
                Environment.TEST,
                SignIn.NONE));
        book.all.add(new Connection(
                "t",
                "Nordtand test",
                URI.create("https://itb-test.nordtand.example/nordtand/v1/R4/fhir"),
                Environment.TEST,
                SignIn.API_KEY));
        book.all.add(new Connection(
                "p",
                "Nordtand",
                URI.create("https://itb.nordtand.example/nordtand/v1/R4/fhir"),
                Environment.PRODUCTION,
                SignIn.BEARER_TOKEN));
        book.secrets.put("t", "x");
        ConnectionsView view = new ConnectionsView(texts, background, book, connection -> {});
        view.refresh("t");
        return view.root();
    }

    private static void save(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        ImageIO.write(picture, "png", file.toFile());
    }
}
