package itb.backoffice.form.editor;

import itb.backoffice.form.Field;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.FormModel.Note;
import itb.backoffice.form.Section;
import itb.backoffice.form.Tab;
import itb.backoffice.platform.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** One tab of a form: sections one below the other, or side by side where there is room for two. */
final class FormPage extends ScrollPane {
    private static final double TWO_COLUMNS_FROM = 760;

    private final FormModel model;
    private final Messages messages;
    private final Map<String, FieldView> views = new HashMap<>();
    private final List<VBox> sections = new ArrayList<>();
    private final VBox left = new VBox(24);
    private final VBox right = new VBox(24);
    private final Columns columns = new Columns(new Insets(16, 24, 24, 24));
    private boolean two;

    FormPage(FormModel model, Tab tab, Editors editors, Messages messages) {
        this.model = model;
        this.messages = messages;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("form-view");
        for (Section section : tab.sections()) {
            sections.add(section(section, editors));
        }
        left.getChildren().setAll(sections);
        columns.show(List.of(left));
        setContent(columns);
        widthProperty().addListener((property, old, width) -> arrange(width.doubleValue() >= TWO_COLUMNS_FROM));
    }

    private VBox section(Section section, Editors editors) {
        Label heading = new Label(messages.get("form." + model.form().name() + ".section." + section.key()));
        heading.getStyleClass().add("section-heading");
        VBox box = new VBox(16, heading);
        for (Field field : section.fields()) {
            FieldView view = new FieldView(model, field, messages, editors.of(model, field));
            views.put(field.key(), view);
            box.getChildren().add(view);
        }
        return box;
    }

    private void arrange(boolean wide) {
        if (wide == two) {
            return;
        }
        two = wide;
        left.getChildren().clear();
        right.getChildren().clear();
        int split = wide ? (sections.size() + 1) / 2 : sections.size();
        left.getChildren().setAll(sections.subList(0, split));
        right.getChildren().setAll(sections.subList(split, sections.size()));
        columns.show(wide && sections.size() > 1 ? List.of(left, right) : List.of(left));
    }

    /** Shows all fields as they now are in the model. */
    void show() {
        views.values().forEach(FieldView::show);
    }

    /** Shows the findings of a field, where it is on this page. */
    void showNotes(String field, List<Note> notes) {
        FieldView view = views.get(field);
        if (view != null) {
            view.showNotes(notes);
        }
    }

    /** Puts the keyboard into the field {@code key} and scrolls to it; does nothing for one that is not here. */
    void focusField(String key) {
        FieldView view = views.get(key);
        if (view != null) {
            // A page that was just made comes into the window with its style sheets, and cannot be focused before.
            applyCss();
            layout();
            view.focus();
            show(view);
        }
    }

    /** Scrolls to a field, unless all of it is in sight. */
    private void show(FieldView view) {
        double inView = getViewportBounds().getHeight();
        double all = columns.getHeight() - inView;
        if (all <= 0) {
            return;
        }
        Bounds place = columns.sceneToLocal(view.localToScene(view.getLayoutBounds()));
        double from = getVvalue() * all;
        if (place.getMinY() < from || place.getMaxY() > from + inView) {
            setVvalue(Math.clamp((place.getMinY() - 24) / all, 0, 1));
        }
    }
}
