package itb.backoffice.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.Json;
import itb.backoffice.validation.Finding.Origin;
import itb.backoffice.validation.Finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was found in each resource when it was last checked, so that nothing is checked twice. */
public final class CheckStore {
    /** How much one check found: errors, and warnings that are worth telling. */
    public record Checked(int errors, int warnings) {}

    /**
     * The outcome of one check.
     *
     * @param stamp what was checked, against which profiles; another stamp means that it must be checked anew
     * @param facts what whoever checks wants to know of the resource later without reading it again
     */
    public record Result(String stamp, List<Finding> findings, String facts) {
        private int errors() {
            return (int) findings.stream()
                    .filter(finding -> finding.severity().isError())
                    .count();
        }

        private int warnings() {
            return (int) findings.stream().filter(Finding::isWorthTelling).count() - errors();
        }
    }

    /** The tables that this store needs. Only the second version keeps the findings themselves. */
    public static final Database.Schema SCHEMA = new Database.Schema("check", List.of("""
            create table check_result (reference text primary key, stamp text not null, errors integer not null,
                warnings integer not null) without rowid;
            """, """
            drop table check_result;
            create table check_result (reference text primary key, stamp text not null, errors integer not null,
                warnings integer not null, findings text not null, facts text not null);
            """));

    private final Database database;

    /** Results in {@code database}, which was opened with {@link #SCHEMA}. */
    public CheckStore(Database database) {
        this.database = database;
    }

    /** How much was found, by {@code Type/id}. */
    public Map<String, Checked> all() {
        return database.read(connection -> {
            Map<String, Checked> counts = new HashMap<>();
            try (var query = connection.prepareStatement("select reference, errors, warnings from check_result");
                    var rows = query.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), new Checked(rows.getInt(2), rows.getInt(3)));
                }
            }
            return counts;
        });
    }

    /** Every result by {@code Type/id}. */
    public Map<String, Result> results() {
        return database.read(connection -> {
            Map<String, Result> results = new HashMap<>();
            try (var query = connection.prepareStatement("select reference, stamp, findings, facts from check_result");
                    var rows = query.executeQuery()) {
                while (rows.next()) {
                    results.put(
                            rows.getString(1),
                            new Result(rows.getString(2), read(rows.getString(3)), rows.getString(4)));
                }
            }
            return results;
        });
    }

    /** Keeps results, in place of older ones of the same resources. */
    public void put(Map<String, Result> results) {
        database.write(connection -> {
            try (var put =
                    connection.prepareStatement("insert or replace into check_result values (?, ?, ?, ?, ?, ?)")) {
                for (var entry : results.entrySet()) {
                    Result checked = entry.getValue();
                    put.setString(1, entry.getKey());
                    put.setString(2, checked.stamp());
                    put.setInt(3, checked.errors());
                    put.setInt(4, checked.warnings());
                    put.setString(5, write(checked.findings()));
                    put.setString(6, checked.facts());
                    put.addBatch();
                }
                put.executeBatch();
            }
            return true;
        });
    }

    /** Forgets the results of resources that are no longer there. */
    public void remove(Collection<String> references) {
        database.write(connection -> {
            try (var remove = connection.prepareStatement("delete from check_result where reference = ?")) {
                for (String reference : references) {
                    remove.setString(1, reference);
                    remove.addBatch();
                }
                remove.executeBatch();
            }
            return true;
        });
    }

    private static String write(List<Finding> findings) {
        ArrayNode all = Json.array();
        for (Finding finding : findings) {
            ArrayNode one = all.addArray()
                    .add(finding.severity().name())
                    .add(finding.path())
                    .add(finding.message())
                    .add(finding.rule())
                    .add(finding.technical())
                    .add(finding.origin().name());
            Fix fix = finding.fix();
            if (fix != null) {
                one.add(fix.kind().name()).add(fix.path()).add(fix.value());
            }
        }
        return Json.write(all);
    }

    private static List<Finding> read(String text) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode one : Json.node(text)) {
            findings.add(new Finding(
                    Severity.valueOf(one.path(0).asText()),
                    one.path(1).asText(),
                    one.path(2).asText(),
                    one.path(3).asText(),
                    one.path(4).asText(),
                    Origin.valueOf(one.path(5).asText()),
                    one.size() <= 6
                            ? null
                            : new Fix(
                                    Fix.Kind.valueOf(one.path(6).asText()),
                                    one.path(7).asText(),
                                    one.path(8).asText())));
        }
        return List.copyOf(findings);
    }
}
