package itb.backoffice.form.hours;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day: as FHIR writes them, as a country writes them, and as people type them. */
public final class Clock {
    /** Minutes of a whole day. */
    public static final int DAY = 24 * 60;

    /** The last time that a day has in FHIR, which knows no 24:00. */
    public static final String LAST = "23:59:00";

    private static final Pattern FHIR = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)(?::([0-5]\\d|60)(?:\\.\\d+)?)?");
    private static final Pattern TYPED =
            Pattern.compile("(\\d{1,2})(?:[:.h ]?(\\d{2}))?(?:[:.](\\d{2}))?\\s*([ap])?\\.?(?:m\\.?)?");

    private Clock() {}

    /** The second of the day that {@code fhir} names; empty for what is no time. */
    public static OptionalInt second(String fhir) {
        Matcher time = FHIR.matcher(fhir);
        if (!time.matches()) {
            return OptionalInt.empty();
        }
        int seconds = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        return OptionalInt.of(Integer.parseInt(time.group(1)) * 3600 + Integer.parseInt(time.group(2)) * 60 + seconds);
    }

    /** The minute of the day as FHIR writes it; the end of the day is its last minute. */
    public static String of(int minute) {
        return minute >= DAY ? LAST : "%02d:%02d:00".formatted(minute / 60, minute % 60);
    }

    /** The time as the country of {@code locale} writes it, with seconds where it has some; no time stays as it is. */
    public static String shown(String fhir, Locale locale) {
        OptionalInt second = second(fhir);
        if (second.isEmpty()) {
            return fhir;
        }
        int of = Math.min(second.getAsInt(), DAY * 60 - 1);
        FormatStyle style = of % 60 == 0 ? FormatStyle.SHORT : FormatStyle.MEDIUM;
        return LocalTime.ofSecondOfDay(of)
                .format(DateTimeFormatter.ofLocalizedTime(style).withLocale(locale));
    }

    /** Without the half of the day. */
    static String bare(String shown) {
        return shown.replaceAll("[^\\d:.]", "");
    }

    /** Whether the country counts the hours from one to twelve. */
    static boolean isHalved(Locale locale) {
        return !bare(LocalTime.NOON
                        .plusHours(1)
                        .format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                .withLocale(locale)))
                .startsWith("13");
    }

    /** What a person typed (8, 0830, 8.30, 8:30 pm, 24:00) as FHIR writes it. */
    public static Optional<String> typed(String text) {
        Matcher time =
                TYPED.matcher(text.replaceAll("[\\u00a0\\u202f]", " ").strip().toLowerCase(Locale.ROOT));
        if (!time.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(time.group(1));
        int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
        int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        if (time.group(4) != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (time.group(4).equals("p") ? 12 : 0);
        }
        if (hour == 24 && minute == 0 && second == 0) {
            return Optional.of(LAST);
        }
        return hour > 23 || minute > 59 || second > 59
                ? Optional.empty()
                : Optional.of("%02d:%02d:%02d".formatted(hour, minute, second));
    }
}
