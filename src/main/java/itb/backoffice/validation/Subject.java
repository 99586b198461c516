package itb.backoffice.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a rule is about, as a user would tell it apart: the element without its place in lists; an extension, or a part of
 * one, by its own name; what is enclosed by what it is for. E.g. {@code HealthcareService.clinicInfo.urlPlaceholder}.
 */
final class Subject {
    private static final Pattern STEP = Pattern.compile("([A-Za-z_]+)(?:\\[(\\d+)])?.*");
    private static final Pattern NAMED = Pattern.compile("\\[url='[^']*']");
    private static final Pattern PART = Pattern.compile("[A-Za-z]+");
    private static final Pattern SLICE = Pattern.compile(":([A-Za-z0-9-]+)$");
    /** Parts that say nothing to a reader: the thing that they belong to is named instead. */
    private static final Pattern SILENT = Pattern.compile("value([A-Z].*|\\[x])?|ofType|url|extension");
    /** Extensions by the last part of their urls; every generation of ITB has other roots, and some another spelling. */
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("ext-practitionerrole-description", "description"),
            Map.entry("ext-binary-reference", "binaryReference"),
            Map.entry("ext-sort-key", "sortKey"),
            Map.entry("ext-campaigns", "campaigns"),
            Map.entry("ext-clinic-info", "clinicInfo"),
            Map.entry("ext-booking-rules", "bookingRules"),
            Map.entry("organization-settings", "organizationSettings"),
            Map.entry("extBannerImage", "bannerImageExtension"),
            Map.entry("wofconnect-characteristic", "characteristic"),
            Map.entry("extConsentToMarketing", "extConsentToMarketing"));
    /** What is enclosed is known by its type. */
    private static final Map<String, String> ENCLOSED = Map.of("Location", "place", "Binary", "picture");

    private Subject() {}

    /** What {@code rule} is about in {@code resource}. */
    static String of(Rule rule, JsonNode resource) {
        String[] steps = path(rule).split("\\.", -1);
        StringBuilder subject = new StringBuilder(steps[0]);
        JsonNode at = resource;
        boolean inside = false;
        for (int i = 1; i < steps.length; i++) {
            Matcher step = STEP.matcher(steps[i]);
            if (!step.matches()) {
                continue;
            }
            String name = step.group(1);
            String index = step.group(2);
            at = index == null ? at.path(name) : at.path(name).path(Integer.parseInt(index));
            if (name.equals("extension") && index != null) {
                inside = true;
                subject.append('.').append(extension(at.path("url").asText("")));
            } else if (name.equals("contained") && index != null) {
                subject.append('.')
                        .append(ENCLOSED.getOrDefault(at.path("resourceType").asText(""), "contained"));
            } else if (name.equals("resource") && at.has("resourceType")) {
                subject.setLength(0);
                subject.append(at.path("resourceType").asText());
            } else if (!name.equals("ofType")
                    && !(inside && SILENT.matcher(name).matches())) {
                subject.append('.').append(name);
            }
        }
        if (rule.kind().equals("extension-place") || rule.kind().equals("unknown-extension")) {
            return subject + "." + extension(rule.detail());
        }
        Matcher slice = SLICE.matcher(rule.element());
        boolean missing = steps[steps.length - 1].equals("extension") && slice.find();
        return missing ? (subject + "." + slice.group(1)).replace(".extension.", ".") : subject.toString();
    }

    /** Where to look: of something that is unknown, what it is in. */
    private static String path(Rule rule) {
        String path = NAMED.matcher(rule.path()).replaceAll("");
        String unknown = "." + rule.detail();
        return switch (rule.kind()) {
            case "unknown" -> path.endsWith(unknown) ? path.substring(0, path.length() - unknown.length()) : path;
            case "unknown-part" ->
                path.contains(".extension[") ? path.substring(0, path.lastIndexOf(".extension[")) : path;
            default -> path;
        };
    }

    private static String extension(String url) {
        int version = url.indexOf('|');
        String plain = version < 0 ? url : url.substring(0, version);
        String name = plain.substring(plain.lastIndexOf('/') + 1);
        boolean part = !plain.contains("/") && PART.matcher(plain).matches();
        return EXTENSIONS.getOrDefault(name, part ? name : "extension");
    }
}
