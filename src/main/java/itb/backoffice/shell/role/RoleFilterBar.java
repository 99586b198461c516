package itb.backoffice.shell.role;

import atlantafx.base.controls.CustomTextField;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.role.RoleFilter.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Search as you type, and the filters for clinic, status, findings and drafts. */
final class RoleFilterBar extends HBox {
    private record Clinic(@Nullable String id, String name) {}

    private final Messages messages;
    private final Consumer<RoleFilter> onChange;
    private final CustomTextField search = new CustomTextField();
    private final ComboBox<Clinic> clinic = new ComboBox<>();
    private final ComboBox<Status> status = new ComboBox<>();
    private final ToggleButton findings = new ToggleButton();
    private final ToggleButton drafts = new ToggleButton();
    private final Button clear = new Button();
    private final Clinic everyClinic;
    private @Nullable String personKey;
    private boolean setting;

    RoleFilterBar(Messages messages, Consumer<RoleFilter> onChange) {
        super(8);
        this.messages = messages;
        this.onChange = onChange;
        this.everyClinic = new Clinic(null, messages.get("shell.filter.everyClinic"));
        setAlignment(Pos.CENTER_LEFT);
        search.setId("role-search");
        search.setPromptText(messages.get("shell.roles.search"));
        search.setAccessibleText(messages.get("shell.roles.search"));
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.setMinWidth(140);
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            }
        });
        clinic.setId("filter-clinic");
        clinic.setAccessibleText(messages.get("shell.roles.column.clinic"));
        clinic.setConverter(words(Clinic::name));
        clinic.getItems().setAll(everyClinic);
        clinic.setValue(everyClinic);
        clinic.setPrefWidth(144);
        clinic.setVisibleRowCount(14);
        status.setId("filter-status");
        status.setAccessibleText(messages.get("shell.roles.column.active"));
        status.setConverter(words(value -> messages.get("shell.filter.status." + value)));
        status.getItems().setAll(Status.values());
        status.setValue(Status.ALL);
        status.setPrefWidth(120);
        toggle(findings, "filter-findings", Feather.ALERT_TRIANGLE, messages.get("shell.filter.findings"));
        toggle(drafts, "filter-drafts", Feather.EDIT_2, messages.get("shell.filter.drafts"));
        clear.setId("filter-clear");
        clear.setGraphic(new FontIcon(Feather.X));
        clear.setAccessibleText(messages.get("shell.filter.clear"));
        clear.setTooltip(new javafx.scene.control.Tooltip(messages.get("shell.filter.clear")));
        clear.getStyleClass().addAll("flat", "button-icon");
        clear.setOnAction(event -> clear());
        clear.managedProperty().bind(clear.visibleProperty());
        clear.setVisible(false);
        getChildren().addAll(search, clinic, status, findings, drafts, clear);
        search.textProperty().addListener((property, old, now) -> changed());
        clinic.valueProperty().addListener((property, old, now) -> changed());
        status.valueProperty().addListener((property, old, now) -> changed());
        findings.selectedProperty().addListener((property, old, now) -> changed());
        drafts.selectedProperty().addListener((property, old, now) -> changed());
    }

    private static void toggle(ToggleButton button, String id, Feather icon, String words) {
        button.setId(id);
        button.setGraphic(new FontIcon(icon));
        button.setAccessibleText(words);
        button.setTooltip(new javafx.scene.control.Tooltip(words));
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }

    private void changed() {
        if (!setting) {
            RoleFilter filter = filter();
            clear.setVisible(!filter.isOpen());
            onChange.accept(filter);
        }
    }

    /** What the controls say now. */
    RoleFilter filter() {
        Clinic chosen = clinic.getValue();
        Status state = status.getValue();
        return new RoleFilter(
                search.getText() == null ? "" : search.getText().strip(),
                chosen == null ? null : chosen.id(),
                personKey,
                state == null ? Status.ALL : state,
                findings.isSelected(),
                drafts.isSelected());
    }

    /** Sets all controls at once. */
    void set(RoleFilter filter) {
        setting = true;
        search.setText(filter.typed());
        clinic.setValue(clinic.getItems().stream()
                .filter(item -> java.util.Objects.equals(item.id(), filter.clinicId()))
                .findFirst()
                .orElse(everyClinic));
        status.setValue(filter.status());
        findings.setSelected(filter.withFindings());
        drafts.setSelected(filter.withDraft());
        personKey = filter.personKey();
        setting = false;
        changed();
    }

    void clear() {
        set(RoleFilter.ALL);
        search.requestFocus();
    }

    /** The clinics to choose from, by name. */
    void clinics(List<Summary> known) {
        List<Clinic> items = new ArrayList<>(List.of(everyClinic));
        var collator = messages.collator();
        known.stream()
                .map(summary -> new Clinic(summary.id(), summary.title()))
                .sorted((one, other) -> collator.compare(one.name(), other.name()))
                .forEach(items::add);
        if (!items.equals(clinic.getItems())) {
            Clinic value = clinic.getValue();
            setting = true;
            clinic.getItems().setAll(items);
            clinic.setValue(value != null && items.contains(value) ? value : everyClinic);
            setting = false;
        }
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
