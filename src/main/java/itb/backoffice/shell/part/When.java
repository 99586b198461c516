package itb.backoffice.shell.part;

import itb.backoffice.platform.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;

/** Times as the user's country writes them, in this computer's zone. */
public final class When {
    private final Messages texts;
    private final ZoneId zone = ZoneId.systemDefault();

    /** Words and formats from {@code texts}. */
    public When(Messages texts) {
        this.texts = texts;
    }

    /** The time of a moment today, "yesterday" with it, or else the date. */
    public String shortly(Instant moment) {
        LocalDate day = day(moment);
        LocalDate today = LocalDate.now(zone);
        if (day.equals(today)) {
            return time(moment);
        }
        return day.equals(today.minusDays(1))
                ? texts.get("shell.when.yesterdayAt", time(moment))
                : date(FormatStyle.MEDIUM).format(day);
    }

    /** The time of day. */
    public String time(Instant moment) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(moment.atZone(zone));
    }

    /** A day as a heading: today, yesterday, or the whole date. */
    public String heading(LocalDate day) {
        LocalDate today = LocalDate.now(zone);
        if (day.equals(today)) {
            return texts.get("shell.when.today");
        }
        return day.equals(today.minusDays(1))
                ? texts.get("shell.when.yesterday")
                : date(FormatStyle.FULL).format(day);
    }

    /** A day in figures. */
    public String day(LocalDate day) {
        return date(FormatStyle.SHORT).format(day);
    }

    /** The day that somebody typed, in the way of the country or of computers; empty for anything else. */
    public Optional<LocalDate> typed(String text) {
        for (DateTimeFormatter shape :
                List.of(date(FormatStyle.SHORT), date(FormatStyle.MEDIUM), DateTimeFormatter.ISO_LOCAL_DATE)) {
            try {
                return Optional.of(LocalDate.parse(text, shape));
            } catch (DateTimeParseException otherShape) {
                // The next one may fit.
            }
        }
        return Optional.empty();
    }

    /** A moment in full: its day and the time. */
    public String moment(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(moment.atZone(zone));
    }

    /** The first moment of a day. */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The day of a moment. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private DateTimeFormatter date(FormatStyle style) {
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(texts.locale());
    }
}
