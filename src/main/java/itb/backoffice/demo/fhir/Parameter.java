package itb.backoffice.demo.fhir;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One parameter of a query, decoded. */
record Parameter(String name, String value) {
    /** Reads a query string, with or without what stands before its question mark. */
    static List<Parameter> parse(String query) {
        String pairs = query.substring(query.indexOf('?') + 1);
        List<Parameter> found = new ArrayList<>();
        for (String pair : pairs.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                found.add(new Parameter(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1))));
            }
        }
        return List.copyOf(found);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("The query is not properly percent-encoded");
        }
    }

    /** The name without a modifier: {@code practitioner} of {@code practitioner:identifier}. */
    String plainName() {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** The modifier without its colon, or an empty text. */
    String modifier() {
        int colon = name.indexOf(':');
        return colon < 0 ? "" : name.substring(colon + 1);
    }

    /** The alternatives of the value: commas part them, {@code \,} is a comma inside one. */
    List<String> alternatives() {
        List<String> parts = new ArrayList<>();
        for (String part : value.split("(?<!\\\\),", -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            throw Refusal.invalid("The parameter " + name + " has no value");
        }
        return parts;
    }

    static String unescaped(String text) {
        return text.replaceAll("\\\\([,|$\\\\])", "$1");
    }
}
