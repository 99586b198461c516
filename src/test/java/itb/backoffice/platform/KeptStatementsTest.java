package itb.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import itb.backoffice.platform.Database.DatabaseFailure;
import itb.backoffice.platform.Database.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStatementsTest {
    private static final Schema WORDS =
            new Schema("words", List.of("create table words (word text not null unique, note text);"));

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("words.db"), List.of(WORDS));
        database.write(connection -> {
            for (String word : List.of("ett", "två", "tre")) {
                put(connection, word, "note");
            }
            return true;
        });
    }

    private static int put(Connection connection, String word, String note) throws SQLException {
        try (var insert = connection.prepareStatement("insert into words values (?, ?)")) {
            insert.setString(1, word);
            if (!note.isEmpty()) {
                insert.setString(2, note);
            }
            return insert.executeUpdate();
        }
    }

    @Test
    void aStatementThatIsUsedAgainRemembersNoValueFromBefore() {
        database.write(connection -> put(connection, "fyra", ""));
        assertEquals(3, count("select count(*) from words where note is not null"));
    }

    @Test
    void theSameStatementCanBeUsedWithinItself() {
        List<String> pairs = database.read(connection -> {
            List<String> found = new ArrayList<>();
            String sql = "select word from words order by word";
            try (var outer = connection.prepareStatement(sql);
                    var inner = connection.prepareStatement(sql)) {
                assertNotSame(outer, inner);
                var one = outer.executeQuery();
                var other = inner.executeQuery();
                while (one.next() && other.next()) {
                    found.add(one.getString(1) + other.getString(1));
                }
            }
            return found;
        });
        assertEquals(List.of("ettett", "tretre", "tvåtvå"), pairs);
    }

    @Test
    void whatFailedOnceWorksTheNextTime() {
        for (int time = 0; time < 3; time++) {
            assertThrows(DatabaseFailure.class, () -> database.write(connection -> put(connection, "ett", "again")));
        }
        database.write(connection -> put(connection, "fem", "note"));
        assertEquals(4, count("select count(*) from words"));
    }

    @Test
    void aQueryThatWasNotReadToItsEndHidesNothingThatIsWrittenLater() {
        for (int expected = 3; expected < 6; expected++) {
            database.read(connection -> {
                try (var query = connection.prepareStatement("select word from words")) {
                    return query.executeQuery().next();
                }
            });
            assertEquals(expected, count("select count(*) from words"));
            String word = "ord " + expected;
            database.write(connection -> put(connection, word, "note"));
        }
    }

    @Test
    void moreStatementsThanAreKeptAllWork() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 300; i++) {
                assertEquals(3 + i, count("select count(*) + " + i + " from words"));
            }
        }
    }

    private int count(String sql) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement(sql)) {
                var row = query.executeQuery();
                row.next();
                return row.getInt(1);
            }
        });
    }
}
