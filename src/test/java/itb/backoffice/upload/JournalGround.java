package itb.backoffice.upload;

import itb.backoffice.platform.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A journal after years of work. */
public final class JournalGround {
    private static final Instant FIRST = Instant.parse("2024-01-01T08:00:00Z");
    private static final List<String> NAMES = List.of("Ingrid Nygård", "Bjørn Ødegård", "Åse Sjögren", "Kari Nordmann");
    private static final List<String> PEOPLE = List.of("Siv Berg", "Ola Moen", "Göran Lind");
    /** So many lines went up on a day, a tenth of them in each upload. */
    private static final int EACH_DAY = 50;

    private JournalGround() {}

    /** Writes {@code size} lines, each with some kilobytes before and after. */
    public static void fill(Database database, int size) {
        String text = "{\"resourceType\":\"PractitionerRole\",\"text\":\"" + "Words and words. ".repeat(150) + "\"}";
        database.write(connection -> {
            fill(connection, size, text);
            return size;
        });
    }

    private static void fill(Connection connection, int size, String text) throws SQLException {
        try (var line = connection.prepareStatement(
                        "insert into journal (number, upload, type, id, kind, title, before, after, who, server, started,"
                                + " ended, outcome) values (?, ?, 'PractitionerRole', ?, 'UPDATE', ?, ?, ?, ?, 'Nordtand', ?, ?,"
                                + " 'ACCEPTED')");
                var look = connection.prepareStatement(
                        "insert into journal_look (number, type, id, began, look) values (?, 'PractitionerRole', ?, ?, ?)")) {
            for (int i = 1; i <= size; i++) {
                String name = NAMES.get(i % NAMES.size()) + " " + i % 997;
                String who = PEOPLE.get(i % PEOPLE.size());
                long began = began(i).toEpochMilli();
                Object[] values = {i, "u" + i / (EACH_DAY / 10), "r" + i % 5000, name, text, text, who, began, began};
                for (int at = 0; at < values.length; at++) {
                    line.setObject(at + 1, values[at]);
                }
                line.addBatch();
                look.setInt(1, i);
                look.setString(2, "r" + i % 5000);
                look.setLong(3, began);
                look.setString(4, JournalSearch.text(List.of(name, who)));
                look.addBatch();
                if (i % 1000 == 0 || i == size) {
                    line.executeBatch();
                    look.executeBatch();
                }
            }
        }
    }

    private static Instant began(int line) {
        return FIRST.plus(Duration.ofDays(line / EACH_DAY)).plusSeconds(line % EACH_DAY);
    }

    /** The day on which a line was sent. */
    public static Journal.Search day(int line) {
        Instant from = FIRST.plus(Duration.ofDays(line / EACH_DAY));
        return new Journal.Search(null, from, from.plus(Duration.ofHours(1)));
    }
}
