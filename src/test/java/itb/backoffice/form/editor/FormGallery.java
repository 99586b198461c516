package itb.backoffice.form.editor;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.demo.chain.ChainGenerator;
import itb.backoffice.demo.chain.ChainSize;
import itb.backoffice.form.Choices;
import itb.backoffice.form.Form;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.type.ProfiledForms;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.ProfileValidator;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Paints every tab of every form, narrow and wide, into PNG files, for looking at: {@code FOLDER LANGUAGE [light|dark] [FORM…]}. */
public final class FormGallery {
    private static final String CSS = "/itb/backoffice/shell/app.css";

    private final Messages texts;
    private final Background background = new Background(Runnable::run, Runnable::run, new ErrorReporter());
    private final ProfileValidator validator;
    private final Editors editors;

    private FormGallery(Messages texts) {
        this.texts = texts;
        this.validator = new ProfileValidator(texts);
        this.editors = new Editors(texts, background, Choices.none(), () -> 400, validator.shapes());
    }

    public static void main(String... args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        FormGallery gallery = new FormGallery(Messages.of(Locale.forLanguageTag(args[1])));
        boolean dark = args[2].equals("dark");
        List<String> wanted = List.of(args).subList(3, args.length);
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.startup(() -> {
            for (String file : List.of("Inter_400Regular.ttf", "Inter_600SemiBold.ttf")) {
                Font.loadFont(FormGallery.class.getResourceAsStream("/itb/backoffice/shell/font/" + file), 13);
            }
            Application.setUserAgentStylesheet(
                    dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
            try {
                for (var each : resources().entrySet()) {
                    if (wanted.isEmpty() || wanted.contains(each.getKey())) {
                        gallery.paint(folder, each.getKey(), each.getValue());
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

    private static Map<String, ObjectNode> resources() {
        Map<String, ObjectNode> resources = new LinkedHashMap<>();
        new ChainGenerator(1, new ChainSize(3))
                .resources()
                .forEach(one -> resources.putIfAbsent(one.path("resourceType").asText(), one));
        resources.put("Billing", Hostile.tree("BillingOrganization"));
        resources.put("Practitioner", Hostile.tree("Practitioner"));
        resources.put("Hostile", Hostile.tree("HealthcareService"));
        return resources;
    }

    private void paint(Path folder, String name, ObjectNode resource) throws IOException {
        Form form = validatedForm(resource);
        ObjectNode mine = resource.deepCopy();
        if (mine.has("name") && mine.get("name").isTextual()) {
            mine.put("name", mine.path("name").asText() + " 2");
        }
        List<String> tabs = new ArrayList<>(
                form.tabs().stream().map(tab -> "tab-" + tab.key()).toList());
        tabs.add("tab-other");
        for (int width : new int[] {520, 1000}) {
            FormModel model = new FormModel(form, resource, mine, edit -> {});
            FormView view = new FormView(model, editors, texts);
            BorderPane root = new BorderPane(view);
            root.getStyleClass().add("editor-pane");
            Stage stage = new Stage();
            Scene scene = new Scene(root, width, 680);
            scene.getStylesheets()
                    .add(Objects.requireNonNull(FormGallery.class.getResource(CSS))
                            .toExternalForm());
            stage.setScene(scene);
            stage.show();
            for (String tab : tabs) {
                root.applyCss();
                ((ToggleButton) root.lookup("#" + tab)).fire();
                for (int i = 0; i < 4; i++) {
                    root.applyCss();
                    root.layout();
                }
                save(scene.snapshot(null), folder.resolve(name + "-" + tab + "-" + width + ".png"));
            }
            stage.hide();
        }
    }

    private Form validatedForm(ObjectNode resource) {
        return new ProfiledForms(validator)
                .of(resource.path("resourceType").asText(), Json.object(Json.write(resource)))
                .orElseThrow();
    }

    private static void save(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, javafx.scene.image.PixelFormat.getIntArgbInstance(), pixels, 0, width);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(picture, "png", file.toFile());
    }
}
