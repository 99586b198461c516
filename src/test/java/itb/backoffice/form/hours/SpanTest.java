package itb.backoffice.form.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.form.hours.Span.Trouble;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void timesAreReadAsPeopleTypeThem() {
        for (String typed :
                new String[] {"8", "08", "0800", "8:00", "8.00", "08:00", " 8 00", "8:00 am", "8:00\u202fAM", "08:00:00"
                }) {
            assertEquals(Optional.of("08:00:00"), Clock.typed(typed), typed);
        }
        assertEquals(Optional.of("20:30:00"), Clock.typed("8:30 pm"));
        assertEquals(Optional.of("00:15:00"), Clock.typed("12:15 am"));
        assertEquals(Optional.of("23:59:00"), Clock.typed("24:00"), "a day ends with its last minute");
        assertEquals(Optional.of("12:30:15"), Clock.typed("12:30:15"));
        for (String typed : new String[] {"", "eight", "25", "8:60", "24:01", "-1", "13 pm", "8:3"}) {
            assertEquals(Optional.empty(), Clock.typed(typed), typed);
        }
    }

    @Test
    void timesAreShownAsTheCountryWritesThemAndComeBackTheSame() {
        assertEquals("08:00", Clock.shown("08:00:00.000", Locale.of("sv", "SE")));
        assertEquals("12:30:15", Clock.shown("12:30:15", Locale.of("nb", "NO")));
        assertEquals("25:00", Clock.shown("25:00", Locale.UK), "what is no time is shown as it is");
        for (Locale locale : new Locale[] {Locale.UK, Locale.US, Locale.of("sv", "SE"), Locale.of("nb", "NO")}) {
            for (int minute = 0; minute < Clock.DAY; minute += 7) {
                String time = Clock.of(minute);
                assertEquals(Optional.of(time), Clock.typed(Clock.shown(time, locale)), locale + " " + time);
            }
        }
    }

    @Test
    void whatCannotBeIsNamed() {
        assertEquals(Optional.empty(), Span.trouble("08:00:00", "16:00:00"));
        assertEquals(Optional.empty(), Span.trouble("18:00:00", "00:00:00"), "until midnight");
        assertEquals(Optional.of(Trouble.PAST_MIDNIGHT), Span.trouble("22:00:00", "02:00:00"));
        assertEquals(Optional.of(Trouble.EMPTY), Span.trouble("08:00:00", "08:00:00.0"));
        assertEquals(Optional.of(Trouble.NO_END), Span.trouble("08:00:00", ""));
        assertEquals(Optional.of(Trouble.NOT_A_TIME), Span.trouble("08:00:00", "26:00:00"));
    }

    @Test
    void movingKeepsTheLengthAndResizingTheOtherEndToTheDigit() {
        Span span = Span.of("08:10:00.000", "16:00:00");
        assertEquals(Span.of("08:30:00", "16:20:00"), span.moved(20));
        assertEquals(Span.of("08:10:00.000", "16:15:00"), span.endMoved(14));
        assertEquals(Span.of("09:15:00", "16:00:00"), span.startMoved(60));
        assertEquals(span, span.moved(3), "less than half a step is none");
        assertEquals(
                Span.of("16:09:00", "23:59:00"), Span.of("08:10:00", "16:00:00").moved(2000));
    }

    @Test
    void noMoveLeavesTheDayOrTurnsASpanAround() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            int from = random.nextInt(Clock.DAY - 1);
            Span span = Span.of(Clock.of(from), Clock.of(from + 1 + random.nextInt(Clock.DAY - 1 - from)));
            double by = random.nextInt(4_000) - 2_000;
            for (Span moved : new Span[] {span.moved(by), span.startMoved(by), span.endMoved(by)}) {
                assertEquals(Optional.empty(), moved.trouble(), span + " by " + by + " gave " + moved);
            }
        }
    }

    @Test
    void overlapsAreSeen() {
        assertTrue(Span.of("08:00:00", "12:00:00").overlaps(Span.of("11:00:00", "15:00:00")));
        assertTrue(Span.wholeDay().overlaps(Span.of("11:00:00", "15:00:00")));
        assertFalse(Span.of("08:00:00", "12:00:00").overlaps(Span.of("12:00:00", "15:00:00")));
    }
}
