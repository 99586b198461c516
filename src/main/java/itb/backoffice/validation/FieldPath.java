package itb.backoffice.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a finding's path into the notation in which forms and changes name elements: without the resource's type, and
 * with extensions by their url, {@code extension[https://…]}, not by their index.
 */
public final class FieldPath {
    private static final Pattern STEP = Pattern.compile("([^.\\[(]+)(?:\\[(\\d+)])?");
    private static final Pattern URL = Pattern.compile("extension\\[([^\\]]*://[^\\]]*)]");

    /** A part of an extension, which is known by its name there. */
    private static final Pattern PART = Pattern.compile(":Extension\\.extension:([A-Za-z0-9-]+)");

    private FieldPath() {}

    /** The place of {@code path} in {@code resource}; empty for the resource as a whole. */
    public static String of(String path, JsonNode resource) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return "";
        }
        StringBuilder place = new StringBuilder();
        JsonNode at = resource;
        for (String step : path.substring(dot + 1).split("\\.", -1)) {
            Matcher matcher = STEP.matcher(step);
            boolean plain = matcher.matches();
            String name = plain ? matcher.group(1) : step;
            String index = plain ? matcher.group(2) : null;
            at = index == null ? at.path(name) : at.path(name).path(Integer.parseInt(index));
            String url = name.equals("extension") ? at.path("url").asText("") : "";
            place.append(place.isEmpty() ? "" : ".").append(url.isEmpty() ? step : name + "[" + url + "]");
        }
        return place.toString();
    }

    /** The place of {@code finding} in {@code resource}; of something that is missing in an extension, where it would be. */
    public static String of(Finding finding, JsonNode resource) {
        String place = of(finding.path(), resource);
        Matcher part = PART.matcher(finding.rule());
        return place.endsWith("].extension") && part.find() ? place + "[" + part.group(1) + "]" : place;
    }

    /** The last part of the url of the innermost extension with a url of its own; empty outside of extensions. */
    static String extension(String place) {
        String tail = "";
        for (Matcher matcher = URL.matcher(place); matcher.find(); ) {
            tail = matcher.group(1).substring(matcher.group(1).lastIndexOf('/') + 1);
        }
        return tail;
    }
}
