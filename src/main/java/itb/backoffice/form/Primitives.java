package itb.backoffice.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The single values of FHIR: which texts are values of which type, and the JSON for them. */
public final class Primitives {
    private static final String DAY = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
    private static final String CLOCK = "([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?";
    private static final String ZONE = "(Z|[+-](0\\d|1[0-4]):[0-5]\\d)";
    private static final Pattern ANY = Pattern.compile(".*\\S.*", Pattern.DOTALL);

    private static final Map<String, Pattern> SHAPES = Map.ofEntries(
            Map.entry("boolean", Pattern.compile("true|false")),
            Map.entry("integer", Pattern.compile("-?(0|[1-9]\\d{0,9})")),
            Map.entry("unsignedInt", Pattern.compile("0|[1-9]\\d{0,9}")),
            Map.entry("positiveInt", Pattern.compile("[1-9]\\d{0,9}")),
            Map.entry("decimal", Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d{1,17})?")),
            Map.entry("date", Pattern.compile("\\d{4}(-(0[1-9]|1[0-2]))?|" + DAY)),
            Map.entry("dateTime", Pattern.compile("\\d{4}(-(0[1-9]|1[0-2]))?|" + DAY + "(T" + CLOCK + ZONE + ")?")),
            Map.entry("instant", Pattern.compile(DAY + "T" + CLOCK + ZONE)),
            Map.entry("time", Pattern.compile(CLOCK)),
            Map.entry("code", Pattern.compile("\\S+( \\S+)*")),
            Map.entry("id", Pattern.compile("[A-Za-z0-9.-]{1,64}")),
            Map.entry("uri", Pattern.compile("\\S+")),
            Map.entry("url", Pattern.compile("\\S+")),
            Map.entry("canonical", Pattern.compile("\\S+")),
            Map.entry("oid", Pattern.compile("urn:oid:\\S+")),
            Map.entry("uuid", Pattern.compile("urn:uuid:\\S+")),
            Map.entry("string", ANY),
            Map.entry("markdown", ANY));

    private Primitives() {}

    /** Whether values of {@code type} can be typed. */
    public static boolean typable(String type) {
        return SHAPES.containsKey(type);
    }

    /** The JSON of {@code text} as a value of {@code type}; empty where it is none. Digits of decimals stay. */
    public static Optional<JsonNode> of(String type, String text) {
        Pattern shape = SHAPES.get(type);
        if (shape == null || !shape.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (type) {
                    case "boolean" -> BooleanNode.valueOf(text.equals("true"));
                    case "integer", "unsignedInt", "positiveInt" -> whole(text);
                    case "decimal" -> DecimalNode.valueOf(new BigDecimal(text));
                    default -> TextNode.valueOf(text);
                });
    }

    private static JsonNode whole(String text) {
        BigInteger number = new BigInteger(text);
        return number.bitLength() < 32 ? IntNode.valueOf(number.intValue()) : BigIntegerNode.valueOf(number);
    }
}
