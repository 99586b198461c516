package itb.backoffice.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts that people read, in English, Swedish and Norwegian (bokmål). Each package has its own files under
 * {@code text/}; a key begins with its package's name. Texts are {@link MessageFormat} patterns when they are given
 * arguments and taken as they are otherwise.
 */
public final class Messages {
    /** The languages that the program speaks, the first being the fallback. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("sv"), Locale.of("nb"));

    private final Locale locale;
    private final String suffix;
    private final Map<String, Map<String, String>> texts = new ConcurrentHashMap<>();

    private Messages(Locale locale, String suffix) {
        this.locale = locale;
        this.suffix = suffix;
    }

    /** Texts in the language of {@code wanted}, or English; dates and numbers follow its country. */
    public static Messages of(Locale wanted) {
        return switch (wanted.getLanguage()) {
            case "sv" -> new Messages(country(wanted, "sv", "SE"), "_sv");
            case "nb", "no", "nn" -> new Messages(country(wanted, "nb", "NO"), "_nb");
            case "en" -> new Messages(country(wanted, "en", "GB"), "");
            default -> new Messages(Locale.UK, "");
        };
    }

    private static Locale country(Locale wanted, String language, String fallback) {
        return Locale.of(language, wanted.getCountry().isEmpty() ? fallback : wanted.getCountry());
    }

    /** The locale for dates, numbers and sorting. */
    public Locale locale() {
        return locale;
    }

    /** Sorts names as the user's language does, case and accents weighing last. */
    public Collator collator() {
        Collator collator = Collator.getInstance(locale);
        collator.setStrength(Collator.TERTIARY);
        return collator;
    }

    /** The text under {@code key}, with {@code args} filled in. A missing key is a bug and says so. */
    public String get(String key, Object... args) {
        String pattern = pattern(key);
        if (pattern == null) {
            throw new MissingResourceException("No text for " + key, "text", key);
        }
        return args.length == 0 ? pattern : new MessageFormat(pattern, locale).format(args);
    }

    /** Whether there is a text under {@code key}. */
    public boolean has(String key) {
        return pattern(key) != null;
    }

    private @org.jspecify.annotations.Nullable String pattern(String key) {
        int dot = key.indexOf('.');
        String area = dot < 0 ? key : key.substring(0, dot);
        return texts.computeIfAbsent(area, this::load).get(key);
    }

    private Map<String, String> load(String area) {
        Properties properties = new Properties();
        String name = "/itb/backoffice/text/" + area + suffix + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> loaded = new ConcurrentHashMap<>();
        properties.forEach((key, value) -> loaded.put(key.toString(), value.toString()));
        return loaded;
    }
}
