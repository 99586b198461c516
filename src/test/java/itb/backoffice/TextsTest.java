package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nobody meets a missing, half translated or broken text, in any of the three languages. */
class TextsTest {
    private static final Path TEXTS = Path.of("src/main/resources/itb/backoffice/text");
    private static final List<String> SUFFIXES = List.of("", "_sv", "_nb");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    /** File name without ending, then key, then text. */
    private static final Map<String, Map<String, String>> FILES = new TreeMap<>();

    private static final Set<String> AREAS = new TreeSet<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".properties", "");
                AREAS.add(name.replaceAll("_..$", ""));
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                Map<String, String> texts = new TreeMap<>();
                properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
                FILES.put(name, texts);
            }
        }
        assertTrue(AREAS.contains("platform"), "no texts found in " + TEXTS.toAbsolutePath());
    }

    @Test
    void everyLanguageHasTheSameKeys() {
        List<String> toPaste = new ArrayList<>();
        for (String area : AREAS) {
            Map<String, String> anywhere = new TreeMap<>();
            SUFFIXES.forEach(suffix -> texts(area + suffix).forEach(anywhere::putIfAbsent));
            for (String suffix : SUFFIXES) {
                anywhere.forEach((key, text) -> {
                    if (!texts(area + suffix).containsKey(key)) {
                        toPaste.add(area + suffix + ".properties: " + key + "=" + text);
                    }
                });
            }
        }
        assertEquals("", String.join("\n", toPaste), "lines to paste and translate");
    }

    /** Of two lines with one key the last would count, and nobody would notice that they differ. */
    @Test
    void noKeyIsThereTwice() throws IOException {
        List<String> twice = new ArrayList<>();
        for (String file : FILES.keySet()) {
            Set<String> seen = new TreeSet<>();
            Files.readAllLines(TEXTS.resolve(file + ".properties")).stream()
                    .filter(line -> line.matches("[\\w.]+=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .filter(key -> !seen.add(key))
                    .forEach(key -> twice.add(file + ": " + key));
        }
        assertEquals(List.of(), twice);
    }

    @Test
    void keysBeginWithTheirFile() {
        each((file, key, text) -> key.startsWith(file.replaceAll("_..$", "") + ".") ? null : "is in the wrong file");
    }

    @Test
    void textsAreCleanAndWhole() {
        each((file, key, text) -> {
            if (text.isBlank()) {
                return "is empty";
            }
            if (text.contains("'")) {
                return "has a straight apostrophe, which a pattern swallows: write ’";
            }
            if (text.contains("!")) {
                return "raises its voice: no exclamation marks";
            }
            return text.contains("\uFFFD") ? "is not UTF-8" : null;
        });
    }

    @Test
    void patternsCanBeFilledInAndTakeTheSameArgumentsEverywhere() {
        each((file, key, text) -> {
            if (!text.contains("{")) {
                return arguments(english(file, key)).isEmpty() ? null : "lacks what English fills in";
            }
            try {
                new MessageFormat(text);
            } catch (IllegalArgumentException e) {
                return "is no pattern: " + e.getMessage();
            }
            return arguments(text).equals(arguments(english(file, key))) ? null : "takes other arguments than English";
        });
    }

    @Test
    void whatTheCodeAsksForIsThere() throws IOException {
        Pattern inJava = Pattern.compile("\"((?:" + String.join("|", AREAS) + ")\\.[A-Za-z0-9_-][A-Za-z0-9_.-]*)\"");
        Pattern inFxml = Pattern.compile("\"%([A-Za-z0-9_.-]+)\"");
        Pattern fileName = Pattern.compile(".*\\.(db|json|properties|css|fxml|log|svg|png|lock|key|aot|java)");
        Set<String> keys = AREAS.stream()
                .flatMap(area -> texts(area).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> missing = new LinkedHashMap<>();
        for (Path source : sources()) {
            boolean java = source.toString().endsWith(".java");
            Matcher literal = (java ? inJava : inFxml).matcher(Files.readString(source));
            while (literal.find()) {
                String key = literal.group(1);
                boolean there = key.endsWith(".")
                        ? keys.stream().anyMatch(known -> known.startsWith(key))
                        : keys.contains(key) || fileName.matcher(key).matches();
                if (!there) {
                    missing.put(key, source.getFileName().toString());
                }
            }
        }
        String toPaste = missing.entrySet().stream()
                .map(entry ->
                        entry.getKey() + "=" + "   (asked for by " + entry.getValue() + ", in all three languages)")
                .collect(Collectors.joining("\n"));
        assertEquals("", toPaste, "lines to paste");
    }

    private interface Judge {
        /** What is wrong with a text, or null. */
        @org.jspecify.annotations.Nullable
        String fault(String file, String key, String text);
    }

    private static void each(Judge judge) {
        List<String> faults = new ArrayList<>();
        FILES.forEach((file, texts) -> texts.forEach((key, text) -> {
            String fault = judge.fault(file, key, text);
            if (fault != null) {
                faults.add(file + ".properties: " + key + " " + fault);
            }
        }));
        assertEquals("", String.join("\n", faults));
    }

    private static String english(String file, String key) {
        return texts(file.replaceAll("_..$", "")).getOrDefault(key, "");
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Map<String, String> texts(String file) {
        return FILES.getOrDefault(file, Map.of());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|fxml)"))
                    .toList();
        }
    }
}
