package itb.backoffice.demo.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time that a FHIR date or dateTime means: from its first moment to just before {@code end}. */
record TimeRange(Instant start, Instant end) {
    /** Reads a year, month, day, or a time with minutes, seconds or fractions; without a zone it is UTC. */
    static TimeRange parse(String text) {
        // An offset's plus that was not encoded arrives as a space.
        String written = text.strip().replace(' ', '+');
        try {
            return switch (written.length()) {
                case 4 ->
                    days(
                            Year.parse(written).atDay(1),
                            Year.parse(written).plusYears(1).atDay(1));
                case 7 ->
                    days(
                            YearMonth.parse(written).atDay(1),
                            YearMonth.parse(written).plusMonths(1).atDay(1));
                case 10 ->
                    days(LocalDate.parse(written), LocalDate.parse(written).plusDays(1));
                default -> time(written);
            };
        } catch (DateTimeException e) {
            throw Refusal.invalid("«" + text + "» is not a time");
        }
    }

    private static TimeRange days(LocalDate first, LocalDate after) {
        return new TimeRange(
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                after.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static TimeRange time(String written) {
        boolean zoned = written.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
        String whole = zoned ? written : written + "Z";
        Instant start = OffsetDateTime.parse(whole, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                .toInstant();
        String clock = whole.substring(whole.indexOf('T') + 1).replaceFirst("(Z|[+-]\\d\\d:\\d\\d)$", "");
        long millis = clock.contains(".") ? 1 : clock.length() > 5 ? 1000 : 60_000;
        return new TimeRange(start, start.plusMillis(millis));
    }
}
