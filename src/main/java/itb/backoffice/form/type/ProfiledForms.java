package itb.backoffice.form.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.Section;
import itb.backoffice.form.Tab;
import itb.backoffice.validation.Validator;
import itb.backoffice.validation.shape.Shape;
import itb.backoffice.validation.shape.Shapes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The forms with what the profile in use says of their fields. Belongs off the FX thread: the first form of a kind reads
 * its profile.
 */
public final class ProfiledForms {
    private final Validator validator;
    private final Map<String, Form> informed = new ConcurrentHashMap<>();

    /** Asks the profiles that {@code validator} works with. */
    public ProfiledForms(Validator validator) {
        this.validator = validator;
    }

    /** The form of {@code resource}, if this program has one. */
    public Optional<Form> of(String type, ObjectNode resource) {
        return Forms.declared(type, resource)
                .map(form -> informed.computeIfAbsent(form.name(), name -> inform(form)))
                .map(form -> Forms.fit(form, resource));
    }

    private Form inform(Form form) {
        Shapes shapes = validator.shapes();
        String profile = Forms.profile(form);
        String known = shapes.knows(profile) ? profile : Shapes.plain(form.type());
        return mapped(form, field -> informed(shapes, known, field));
    }

    private static Field informed(Shapes shapes, String profile, Field field) {
        Shape shape = shapes.of(profile, declared(field.lead()));
        return new Field(
                field.key(),
                field.paths(),
                field.kind(),
                shape.required(),
                shape.withCodes(field.shape().coded().codes()));
    }

    /** A declared path in the words of {@link Shapes#of}. */
    static String declared(String path) {
        return path.replace(Fitting.ADDRESS, "contained[location]")
                .replace(Fitting.BUSINESS_IDENTIFIER, "identifier[businessIdentifier]");
    }

    private interface Change {
        Field of(Field field);
    }

    private static Form mapped(Form form, Change change) {
        return form.withTabs(form.tabs().stream()
                .map(tab -> new Tab(
                        tab.key(),
                        tab.sections().stream()
                                .map(section -> new Section(
                                        section.key(),
                                        section.fields().stream()
                                                .map(change::of)
                                                .toList()))
                                .toList()))
                .toList());
    }

    /** All forms, each with what the profile says of it, before any resource. */
    public List<Form> all() {
        return Forms.all().stream().map(this::inform).toList();
    }
}
