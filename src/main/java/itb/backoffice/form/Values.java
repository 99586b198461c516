package itb.backoffice.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Field.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The single value of a field: the element at its leading path or, where that is an extension, the extension's value
 * under whichever name it has there.
 */
public final class Values {
    private static final Map<Kind, Set<String>> FITTING = Map.of(
            Kind.TEXT, Set.of("String", "Markdown", "Code", "Uri", "Url", "Id", "Canonical"),
            Kind.LONG_TEXT, Set.of("String", "Markdown"),
            Kind.FLAG, Set.of("Boolean"),
            Kind.NUMBER, Set.of("Integer", "PositiveInt", "UnsignedInt", "Decimal"),
            Kind.DATE, Set.of("Date", "DateTime"),
            Kind.CODE, Set.of("Code", "String", "Coding"),
            Kind.REFERENCE, Set.of("Reference"));
    private static final Map<Kind, String> USUAL = Map.of(
            Kind.FLAG, "Boolean",
            Kind.NUMBER, "Integer",
            Kind.DATE, "Date",
            Kind.CODE, "Code",
            Kind.REFERENCE, "Reference");

    private Values() {}

    /** What {@code field} holds, or null. */
    public static @Nullable JsonNode get(ObjectNode resource, Field field) {
        return Elements.get(resource, path(resource, field));
    }

    /** What {@code field} holds as text, or an empty one. */
    public static String text(ObjectNode resource, Field field) {
        return Elements.text(resource, path(resource, field));
    }

    /** Puts {@code value} into {@code field}; null takes the element away. */
    public static void set(ObjectNode resource, Field field, @Nullable JsonNode value) {
        String path = path(resource, field);
        if (isExtension(field.lead()) && Elements.get(resource, field.lead()) instanceof ObjectNode extension) {
            // A value of a type that the field cannot have makes room: an extension has one value.
            for (String member : members(extension)) {
                if (!path.startsWith(field.lead() + "." + member)) {
                    extension.remove(List.of(member, "_" + member));
                }
            }
        }
        boolean coding = value == null && path.endsWith("valueCoding.code");
        // A Coding without its code says nothing: it goes as a whole.
        Elements.set(resource, coding ? path.substring(0, path.length() - ".code".length()) : path, value);
    }

    /** Where the value of {@code field} is, or would be. */
    public static String path(ObjectNode resource, Field field) {
        String lead = field.lead();
        if (!isExtension(lead)) {
            return lead;
        }
        Optional<String> there = Elements.get(resource, lead) instanceof ObjectNode extension
                ? members(extension).stream()
                        .filter(member -> FITTING.getOrDefault(field.kind(), Set.of())
                                .contains(member.substring("value".length())))
                        .findFirst()
                : Optional.empty();
        String member = there.orElseGet(() -> "value" + type(field));
        return lead + "." + member + (member.equals("valueCoding") ? ".code" : "");
    }

    private static String type(Field field) {
        String fromProfile = field.shape().types().stream().findFirst().orElse("");
        return fromProfile.isEmpty()
                ? USUAL.getOrDefault(field.kind(), "String")
                : Character.toUpperCase(fromProfile.charAt(0)) + fromProfile.substring(1);
    }

    private static List<String> members(ObjectNode extension) {
        List<String> members = new ArrayList<>();
        extension.fieldNames().forEachRemaining(name -> {
            if (name.matches("value[A-Z].*")) {
                members.add(name);
            }
        });
        return members;
    }

    private static boolean isExtension(String path) {
        return path.matches("(.*\\.)?extension\\[[^\\]]*\\]");
    }
}
