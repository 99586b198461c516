package itb.backoffice.validation;

import itb.backoffice.platform.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many errors and warnings each downloaded resource had when it was last checked, so that nothing is checked twice. */
public final class CheckStore {
    /**
     * The outcome of one check.
     *
     * @param stamp what was checked, against which profiles; another stamp means that it must be checked anew
     */
    public record Checked(String stamp, int errors, int warnings) {}

    /** The tables that this store needs. */
    public static final Database.Schema SCHEMA = new Database.Schema("check", List.of("""
            create table check_result (reference text primary key, stamp text not null, errors integer not null,
                warnings integer not null) without rowid;
            """));

    private final Database database;

    /** Results in {@code database}, which was opened with {@link #SCHEMA}. */
    public CheckStore(Database database) {
        this.database = database;
    }

    /** Every result by {@code Type/id}. */
    public Map<String, Checked> all() {
        return database.read(connection -> {
            Map<String, Checked> results = new HashMap<>();
            try (var query =
                            connection.prepareStatement("select reference, stamp, errors, warnings from check_result");
                    var rows = query.executeQuery()) {
                while (rows.next()) {
                    results.put(rows.getString(1), new Checked(rows.getString(2), rows.getInt(3), rows.getInt(4)));
                }
            }
            return results;
        });
    }

    /** Keeps results, in place of older ones of the same resources. */
    public void put(Map<String, Checked> results) {
        database.write(connection -> {
            try (var put = connection.prepareStatement("insert or replace into check_result values (?, ?, ?, ?)")) {
                for (var entry : results.entrySet()) {
                    put.setString(1, entry.getKey());
                    put.setString(2, entry.getValue().stamp());
                    put.setInt(3, entry.getValue().errors());
                    put.setInt(4, entry.getValue().warnings());
                    put.addBatch();
                }
                put.executeBatch();
            }
            return true;
        });
    }
}
