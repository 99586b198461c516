package itb.backoffice.shell.connection;

import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.connection.ConnectionEdit.Part;
import itb.backoffice.shell.part.EnvironmentMark;
import itb.backoffice.shell.part.Fxml;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The form of one connection. A problem shows under its field once that field was left. */
final class ConnectionForm {
    private final Messages texts;
    private final Parent root;
    private final Set<Part> left = EnumSet.noneOf(Part.class);
    private Supplier<List<String>> otherNames = List::of;
    private Consumer<ConnectionEdit> onChange = edit -> {};
    private ConnectionEdit shown = ConnectionEdit.blank();
    private boolean filling;

    @FXML
    private Label demoHint;

    @FXML
    private TextField name;

    @FXML
    private Label nameProblem;

    @FXML
    private TextField url;

    @FXML
    private Label urlProblem;

    @FXML
    private RadioButton test;

    @FXML
    private RadioButton production;

    @FXML
    private ComboBox<SignIn> signIn;

    @FXML
    private Label signInHint;

    @FXML
    private VBox secretBox;

    @FXML
    private Label secretLabel;

    @FXML
    private HBox keptBox;

    @FXML
    private Label kept;

    @FXML
    private Button replace;

    @FXML
    private PasswordField secret;

    @FXML
    private Label secretProblem;

    @FXML
    private Label secretHint;

    @FXML
    private VBox profilesBox;

    private final PackagePicker profiles;

    ConnectionForm(Messages texts) {
        this.texts = texts;
        profiles = new PackagePicker(texts);
        root = Fxml.load(this, "connection-form.fxml", texts);
    }

    @FXML
    private void initialize() {
        ToggleGroup environments = new ToggleGroup();
        test.setToggleGroup(environments);
        production.setToggleGroup(environments);
        test.setGraphic(new HBox(EnvironmentMark.word(Environment.TEST, texts)));
        production.setGraphic(new HBox(EnvironmentMark.word(Environment.PRODUCTION, texts)));
        test.setAccessibleText(texts.get("shell.environment.TEST"));
        production.setAccessibleText(texts.get("shell.environment.PRODUCTION"));
        signIn.getItems().setAll(SignIn.values());
        signIn.setConverter(new Names());
        kept.setGraphic(new FontIcon(Feather.LOCK));
        replace.setOnAction(event -> {
            secret(true);
            secret.requestFocus();
        });
        watch(name, Part.NAME);
        watch(url, Part.URL);
        watch(secret, Part.SECRET);
        environments.selectedToggleProperty().addListener((value, old, now) -> changed());
        profilesBox.getChildren().add(profiles.root());
        profiles.onChange(key -> changed());
        signIn.valueProperty().addListener((value, old, now) -> {
            left.remove(Part.SECRET);
            changed();
        });
    }

    private void watch(TextInputControl field, Part part) {
        field.textProperty().addListener((value, old, now) -> changed());
        field.focusedProperty().addListener((value, had, has) -> {
            if (had && !has && !filling) {
                left.add(part);
                showProblems();
            }
        });
    }

    Node root() {
        return root;
    }

    void onChange(Consumer<ConnectionEdit> listener) {
        onChange = listener;
    }

    /** Shows {@code edit}; {@code names} are those that other connections have. */
    void show(ConnectionEdit edit, Supplier<List<String>> names) {
        filling = true;
        shown = edit;
        otherNames = names;
        left.clear();
        name.setText(edit.name());
        url.setText(edit.url());
        (edit.environment() == Environment.PRODUCTION ? production : test).setSelected(true);
        signIn.setValue(edit.signIn());
        secret.setText(edit.secret());
        profiles.show(edit.profilePackage());
        profiles.advise(null);
        boolean demo = edit.id().equals(Connection.DEMO_ID);
        // Nothing of the demo chain can be changed, so there is nothing to show but what it is.
        root.getChildrenUnmodifiable().forEach(child -> place(child, demo == (child == demoHint)));
        filling = false;
        secret(!edit.secretKept() || !edit.secret().isEmpty());
        showProblems();
    }

    /** What the form holds now. */
    ConnectionEdit edit() {
        return new ConnectionEdit(
                shown.id(),
                name.getText(),
                url.getText(),
                production.isSelected() ? Environment.PRODUCTION : Environment.TEST,
                signIn.getValue(),
                secret.getText(),
                shown.secretKept(),
                profiles.key());
    }

    /** Whether all is well; if not, shows every problem and goes to the first. */
    boolean check() {
        left.addAll(EnumSet.allOf(Part.class));
        showProblems();
        Map<Part, TextInputControl> fields = new EnumMap<>(Map.of(Part.NAME, name, Part.URL, url, Part.SECRET, secret));
        var problems = edit().problems(otherNames.get());
        fields.keySet().stream()
                .filter(problems::containsKey)
                .findFirst()
                .map(fields::get)
                .ifPresent(Node::requestFocus);
        return problems.isEmpty();
    }

    /** The part of the form that chooses the package of profiles. */
    PackagePicker profiles() {
        return profiles;
    }

    void focus() {
        name.requestFocus();
    }

    private void secret(boolean typing) {
        place(secret, typing);
        place(secretHint, typing);
        place(keptBox, !typing);
    }

    private void changed() {
        if (!filling) {
            showProblems();
            onChange.accept(edit());
        }
    }

    private void showProblems() {
        SignIn how = signIn.getValue();
        signInHint.setText(texts.get("shell.connections.signIn." + how + ".hint"));
        place(secretBox, how != SignIn.NONE && !shown.id().equals(Connection.DEMO_ID));
        secretLabel.setText(texts.get("shell.connections.secret." + (how == SignIn.API_KEY ? "key" : "token")));
        var problems = edit().problems(otherNames.get());
        problem(nameProblem, name, problems, Part.NAME);
        problem(urlProblem, url, problems, Part.URL);
        problem(secretProblem, secret, problems, Part.SECRET);
    }

    private void problem(Label under, Node field, Map<Part, String> problems, Part part) {
        String key = left.contains(part) ? problems.get(part) : null;
        under.setText(key == null ? "" : texts.get("shell.connections.problem." + key));
        under.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        place(under, key != null);
        field.pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_DANGER, key != null);
        field.setAccessibleHelp(under.getText());
    }

    private static void place(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private final class Names extends StringConverter<SignIn> {
        @Override
        public String toString(SignIn value) {
            return value == null ? "" : texts.get("shell.connections.signIn." + value);
        }

        @Override
        public SignIn fromString(String text) {
            throw new UnsupportedOperationException("The ways to sign in are chosen, not typed");
        }
    }
}
