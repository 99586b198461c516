package itb.backoffice.form.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.Section;
import itb.backoffice.form.Tab;
import itb.backoffice.validation.Validator;
import itb.backoffice.validation.shape.Shape;
import itb.backoffice.validation.shape.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms with what the profile in use says of their fields. Belongs off the FX thread: the first form of a kind reads
 * its profile.
 */
public final class ProfiledForms {
    private static final Pattern EXTENSION = Pattern.compile("extension\\[([^\\]]*/[^\\]]*)\\]");

    private record Key(String form, String profile) {}

    private final Shapes shapes;
    private final Map<Key, Form> informed = new ConcurrentHashMap<>();

    /** Asks the profiles that {@code validator} works with. */
    public ProfiledForms(Validator validator) {
        this.shapes = validator.shapes();
    }

    /** The form of {@code resource}, if this program has one. */
    public Optional<Form> of(String type, ObjectNode resource) {
        List<String> named = new ArrayList<>();
        resource.path("meta").path("profile").forEach(url -> named.add(url.asText("")));
        return Forms.declared(type, resource).map(form -> informed(form, named)).map(form -> Forms.fit(form, resource));
    }

    private Form informed(Form form, List<String> named) {
        Key key = new Key(form.name(), shapes.profile(form.type(), named));
        return informed.computeIfAbsent(key, any -> inform(form, key.profile()));
    }

    private Form inform(Form form, String profile) {
        List<String> urls = shapes.extensions(profile);
        return mapped(form, field -> informed(profile, spelled(field, urls)));
    }

    /** Extensions under the urls of the profile: another package may publish the same ones under another root. */
    private static Field spelled(Field field, List<String> urls) {
        List<String> paths =
                field.paths().stream().map(path -> spelled(path, urls)).toList();
        return new Field(field.key(), paths, field.kind(), field.required(), field.shape());
    }

    private static String spelled(String path, List<String> urls) {
        Matcher matcher = EXTENSION.matcher(path);
        return matcher.lookingAt()
                ? "extension[" + Urls.spelling(urls, matcher.group(1)).orElse(matcher.group(1)) + "]"
                        + path.substring(matcher.end())
                : path;
    }

    private Field informed(String profile, Field field) {
        Shape shape = shapes.of(profile, declared(field.lead()));
        return new Field(
                field.key(),
                field.paths(),
                field.kind(),
                shape.required() || field.required(),
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

    /** The profile for {@code type} in the package in use, where meta would name {@code named}; empty for none. */
    Optional<String> profile(String type, List<String> named) {
        String url = shapes.profile(type, named);
        return url.equals(Shapes.plain(type)) ? Optional.empty() : Optional.of(url);
    }

    /** The profile of the address inside {@code clinic}; empty where its own says nothing of one. */
    Optional<String> addressProfile(ObjectNode clinic) {
        List<String> named = new ArrayList<>();
        clinic.path("meta").path("profile").forEach(url -> named.add(url.asText("")));
        return shapes.inside(shapes.profile("HealthcareService", named), "location");
    }

    /** All forms, each with what the profile says of it, before any resource. */
    public List<Form> all() {
        return Forms.all().stream()
                .map(form -> informed(form, Forms.named(form)))
                .toList();
    }
}
