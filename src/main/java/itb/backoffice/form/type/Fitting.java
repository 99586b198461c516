package itb.backoffice.form.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Contained;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.Form;
import itb.backoffice.form.Section;
import itb.backoffice.form.Tab;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fits a declared form to one resource: extensions under the urls that the resource has them under, the contained address
 * and pictures under their ids, identifiers under their systems; and leaves out what is shown only where a server carries it, as is
 * all that the profile forbids.
 */
final class Fitting {
    /** In declared paths: the contained Location that is the clinic's address. */
    static final String ADDRESS = "contained[@address]";

    /** In declared paths: the contained Binary that the field's own extension points to; a new one is called {@code usual}. */
    static String picture(String usual) {
        return "contained[@" + usual + "]";
    }

    /** In declared paths: the identifier whose type says that it is the business identifier. */
    static final String BUSINESS_IDENTIFIER = "identifier[@RI]";

    private static final Pattern POINTED_AT = Pattern.compile("contained\\[@(\\w+)\\]");
    private static final Pattern EXTENSION = Pattern.compile("extension\\[([^\\]]*/[^\\]]*)\\]");

    private final ObjectNode resource;
    private final Set<String> onlyWhereThere;

    /** Fits to {@code resource}; fields named {@code onlyWhereThere} stay only where it has their elements. */
    Fitting(ObjectNode resource, Set<String> onlyWhereThere) {
        this.resource = resource;
        this.onlyWhereThere = onlyWhereThere;
    }

    Form fit(Form form) {
        List<Tab> tabs = new ArrayList<>();
        for (Tab tab : form.tabs()) {
            List<Section> sections = tab.sections().stream()
                    .map(this::fit)
                    .filter(section -> !section.fields().isEmpty())
                    .toList();
            if (!sections.isEmpty()) {
                tabs.add(new Tab(tab.key(), sections));
            }
        }
        return form.withTabs(tabs);
    }

    private Section fit(Section section) {
        return new Section(
                section.key(),
                section.fields().stream()
                        .map(this::fit)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<Field> fit(Field field) {
        String lead = path(field.lead(), field.lead());
        boolean unwanted = field.shape().max() == 0 || onlyWhereThere.contains(field.key());
        if (unwanted && Elements.get(resource, lead) == null) {
            return Optional.empty();
        }
        List<String> paths =
                field.paths().stream().map(path -> path(path, lead)).distinct().toList();
        return Optional.of(new Field(field.key(), paths, kind(field), field.required(), field.shape()));
    }

    /** Servers of the first generation know people by literal references, where later ones give an identifier. */
    private Field.Kind kind(Field field) {
        JsonNode reference = resource.path(field.lead());
        boolean literal = field.kind() == Field.Kind.IDENTITY
                && reference.hasNonNull("reference")
                && !reference.has("identifier");
        return literal ? Field.Kind.REFERENCE : field.kind();
    }

    private String path(String declared, String lead) {
        String path = spelled(declared)
                .replace(ADDRESS, "contained[" + Contained.addressId(resource) + "]")
                .replace(BUSINESS_IDENTIFIER, businessIdentifier());
        Matcher picture = POINTED_AT.matcher(path);
        return picture.matches()
                ? "contained["
                        + Contained.id(
                                resource, Elements.text(resource, lead + ".valueReference.reference"), picture.group(1))
                        + "]"
                : path;
    }

    private String spelled(String path) {
        Matcher matcher = EXTENSION.matcher(path);
        StringBuilder spelled = new StringBuilder();
        while (matcher.find()) {
            String url = matcher.group(1);
            Set<String> there = new LinkedHashSet<>();
            resource.path("extension")
                    .forEach(item -> there.add(item.path("url").asText("")));
            String found = matcher.start() == 0 ? Urls.spelling(there, url).orElse(url) : url;
            matcher.appendReplacement(spelled, Matcher.quoteReplacement("extension[" + found + "]"));
        }
        return matcher.appendTail(spelled).toString();
    }

    private String businessIdentifier() {
        JsonNode identifiers = resource.path("identifier");
        for (int i = 0; i < identifiers.size(); i++) {
            for (JsonNode coding : identifiers.path(i).path("type").path("coding")) {
                if (coding.path("code").asText("").equals("RI")) {
                    return "identifier[" + name(identifiers, i) + "]";
                }
            }
        }
        return "identifier[" + identifiers.size() + "]";
    }

    /** An identifier's system where no other has the same, else its number. */
    private static String name(JsonNode identifiers, int index) {
        String system = identifiers.path(index).path("system").asText("");
        long same = 0;
        for (JsonNode each : identifiers) {
            same += each.path("system").asText("").equals(system) ? 1 : 0;
        }
        return system.isEmpty() || same > 1 ? String.valueOf(index) : system;
    }
}
