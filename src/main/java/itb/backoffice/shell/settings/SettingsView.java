package itb.backoffice.shell.settings;

import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Settings;
import itb.backoffice.platform.Settings.Theme;
import itb.backoffice.shell.part.Fxml;
import itb.backoffice.shell.part.Screen;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page of settings. Each choice counts at once; there is nothing to save. */
public final class SettingsView {
    /** A photo may have at least and at most this many kilobytes. */
    static final int SMALLEST_PHOTO = 50, LARGEST_PHOTO = 5_000;

    private final Messages texts;
    private final Screen screen;
    private Consumer<Settings> onChange;
    private Settings settings;

    @FXML
    private ComboBox<Choice<String>> language;

    @FXML
    private ComboBox<Choice<Theme>> theme;

    @FXML
    private TextField userName;

    @FXML
    private CheckBox stricter;

    @FXML
    private Spinner<Integer> photo;

    @FXML
    private Label photoProblem;

    /** Shows {@code settings}; {@code onChange} is given the whole of them after each choice. */
    public SettingsView(Messages texts, Settings settings, Consumer<Settings> onChange) {
        this.texts = texts;
        this.settings = settings;
        this.onChange = change -> {};
        screen = new Screen("settings", texts.get("shell.settings.title"), texts.get("shell.settings.what"));
        ScrollPane scroll = new ScrollPane(Fxml.load(this, "settings.fxml", texts));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        screen.body(scroll);
        screen.focusWhenShown(language);
        this.onChange = onChange;
    }

    @FXML
    private void initialize() {
        language.getItems().add(new Choice<>(null, texts.get("shell.settings.language.system")));
        for (Locale spoken : Messages.LANGUAGES) {
            language.getItems()
                    .add(new Choice<>(
                            spoken.toLanguageTag(), texts.get("shell.settings.language." + spoken.toLanguageTag())));
        }
        for (Theme one : Theme.values()) {
            theme.getItems().add(new Choice<>(one, texts.get("shell.settings.theme." + one)));
        }
        userName.setPromptText(System.getProperty("user.name", ""));
        photo.setValueFactory(new IntegerSpinnerValueFactory(SMALLEST_PHOTO, LARGEST_PHOTO, 400, 50));
        photo.getEditor().setId("settingsPhotoEditor");
        photoProblem.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        photoProblem.setText(texts.get("shell.settings.photo.problem", SMALLEST_PHOTO, LARGEST_PHOTO));
        show(settings);
        language.valueProperty().addListener((value, old, now) -> apply(settings.withLanguage(now.value())));
        theme.valueProperty()
                .addListener((value, old, now) -> apply(settings.withTheme(Objects.requireNonNull(now.value()))));
        userName.textProperty().addListener((value, old, now) -> apply(settings.withUserName(now.strip())));
        stricter.selectedProperty().addListener((value, old, now) -> apply(settings.withBlockOnOldErrors(now)));
        photo.getEditor().textProperty().addListener((value, old, now) -> photoTyped(now));
    }

    /** The page. */
    public Parent root() {
        return screen.root();
    }

    /** Runs {@code action} when the user leaves by Esc. */
    public void onClose(Runnable action) {
        screen.closeButton(texts.get("shell.close"));
        screen.onClose(action);
    }

    private void show(Settings shown) {
        language.setValue(chosen(language, shown.language()));
        theme.setValue(chosen(theme, shown.theme()));
        userName.setText(shown.userName());
        stricter.setSelected(shown.blockOnOldErrors());
        photo.getValueFactory().setValue(shown.photoLimitKilobytes());
        problem(false);
    }

    private static <T> Choice<T> chosen(ComboBox<Choice<T>> box, @org.jspecify.annotations.Nullable T value) {
        return box.getItems().stream()
                .filter(choice -> Objects.equals(choice.value(), value))
                .findFirst()
                .orElse(box.getItems().getFirst());
    }

    private void photoTyped(String typed) {
        OptionalInt limit = limit(typed);
        problem(limit.isEmpty());
        limit.ifPresent(kilobytes -> apply(settings.withPhotoLimitKilobytes(kilobytes)));
    }

    private static OptionalInt limit(String typed) {
        String digits = typed.replaceAll("\\s", "");
        if (!digits.matches("\\d{1,6}")) {
            return OptionalInt.empty();
        }
        int limit = Integer.parseInt(digits);
        return limit < SMALLEST_PHOTO || limit > LARGEST_PHOTO ? OptionalInt.empty() : OptionalInt.of(limit);
    }

    private void problem(boolean shown) {
        photoProblem.setVisible(shown);
        photoProblem.setManaged(shown);
    }

    private void apply(Settings chosen) {
        if (!chosen.equals(settings)) {
            settings = chosen;
            onChange.accept(chosen);
        }
    }
}
