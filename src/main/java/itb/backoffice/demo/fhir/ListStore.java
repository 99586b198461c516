package itb.backoffice.demo.fhir;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of versions: searches and histories, each as of one moment, however many pages it takes to read them. */
final class ListStore {
    /**
     * One page.
     *
     * @param snapshot the last change that the whole list knows of, for the links to other pages
     * @param time when that change was
     * @param total how long the whole list is, if that was asked for
     * @param more whether another page follows
     */
    record Found(List<StoredVersion> versions, long snapshot, Instant time, OptionalLong total, boolean more) {}

    static final String COLUMNS = "v.seq, v.type, v.id, v.number, v.updated, v.method, b.json";

    private record Where(String sql, List<Object> args) {}

    private final Connection connection;

    ListStore(Connection connection) {
        this.connection = connection;
    }

    /** The page of a search. */
    Found search(SearchQuery query) throws SQLException {
        long snapshot = snapshot(query.page());
        List<Object> args = new ArrayList<>(List.of(query.type().name(), snapshot, snapshot));
        StringBuilder sql = new StringBuilder("v.type = ? and v.seq <= ? and v.replaced > ? and v.method <> 'DELETE'");
        for (Criterion criterion : query.criteria()) {
            Where where = where(criterion);
            sql.append(" and ").append(where.sql());
            args.addAll(where.args());
        }
        String order = query.order().stream()
                        .map(key -> switch (key) {
                            case ID -> "v.id, ";
                            case ID_DOWN -> "v.id desc, ";
                            case CHANGED -> "v.updated, ";
                            case CHANGED_DOWN -> "v.updated desc, ";
                        })
                        .collect(Collectors.joining())
                + "v.id";
        Page page = query.countOnly() ? new Page(query.page().snapshot(), 0, 0) : query.page();
        return found(new Where(sql.toString(), args), order, page, snapshot, query.total());
    }

    /** The page of a history, newest first: of one resource, or of a whole type where {@code id} is null. */
    Found history(String type, @Nullable String id, @Nullable Instant since, Page page) throws SQLException {
        long snapshot = snapshot(page);
        List<Object> args = new ArrayList<>(List.of(type, snapshot));
        String sql = "v.type = ? and v.seq <= ?";
        if (id != null) {
            sql += " and v.id = ?";
            args.add(id);
        }
        if (since != null) {
            sql += " and v.updated >= ?";
            args.add(since.toEpochMilli());
        }
        return found(new Where(sql, args), "v.seq desc", page, snapshot, true);
    }

    private Found found(Where where, String order, Page page, long snapshot, boolean total) throws SQLException {
        OptionalLong all = OptionalLong.empty();
        if (total) {
            try (var query = connection.prepareStatement("select count(*) from version v where " + where.sql())) {
                bind(query, where.args());
                all = OptionalLong.of(query.executeQuery().getLong(1));
            }
        }
        List<StoredVersion> versions = new ArrayList<>();
        // Bodies are joined last, so that sorting and counting never touch a picture.
        String sql = "select " + COLUMNS + " from (select * from version v where " + where.sql() + " order by " + order
                + " limit ? offset ?) v left join body b on b.seq = v.seq order by " + order;
        if (page.count() > 0) {
            try (var query = connection.prepareStatement(sql)) {
                List<Object> args = new ArrayList<>(where.args());
                args.add(page.count() + 1);
                args.add(page.offset());
                bind(query, args);
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    versions.add(version(rows));
                }
            }
        }
        boolean more = versions.size() > page.count();
        List<StoredVersion> shown = more ? versions.subList(0, page.count()) : versions;
        return new Found(List.copyOf(shown), snapshot, time(snapshot), all, more);
    }

    private static void bind(java.sql.PreparedStatement query, List<Object> args) throws SQLException {
        for (int i = 0; i < args.size(); i++) {
            query.setObject(i + 1, args.get(i));
        }
    }

    private long snapshot(Page page) throws SQLException {
        // Each asked for by itself is found at the end of the table; together they would go through all of it.
        try (var query = connection.prepareStatement("select coalesce((select min(seq) from version), 0),"
                + " coalesce((select max(seq) from version), 0)")) {
            ResultSet row = query.executeQuery();
            long wanted = page.snapshot().orElse(row.getLong(2));
            if (wanted < row.getLong(1)) {
                throw Refusal.of(410, "deleted", "The server was reset since; start the search again");
            }
            return wanted;
        }
    }

    private Instant time(long seq) throws SQLException {
        try (var query = connection.prepareStatement("select updated from version where seq = ?")) {
            query.setLong(1, seq);
            ResultSet row = query.executeQuery();
            return Instant.ofEpochMilli(row.next() ? row.getLong(1) : 0);
        }
    }

    private static Where where(Criterion criterion) {
        List<Object> args = new ArrayList<>();
        String sql = switch (criterion) {
            case Criterion.Ids wanted -> {
                args.addAll(wanted.ids());
                yield "v.id in (" + wanted.ids().stream().map(id -> "?").collect(Collectors.joining(", ")) + ")";
            }
            case Criterion.Changed wanted -> {
                Instant from = wanted.from();
                Instant until = wanted.until();
                args.add(from == null ? Long.MIN_VALUE : from.toEpochMilli());
                args.add(until == null ? Long.MAX_VALUE : until.toEpochMilli());
                yield "v.updated >= ? and v.updated < ?";
            }
            case Criterion.Value wanted -> {
                args.add(wanted.name());
                String any = wanted.options().stream()
                        .map(option -> any(option, args))
                        .collect(Collectors.joining(" or "));
                yield "v.seq " + (wanted.not() ? "not in" : "in")
                        + " (select seq from search_value where name = ? and (" + any + "))";
            }
        };
        return new Where(sql, args);
    }

    private static String any(Criterion.Option option, List<Object> args) {
        return switch (option) {
            case Criterion.Option.Is is -> {
                List<String> parts = new ArrayList<>();
                if (is.value() != null) {
                    parts.add("value = ?");
                    args.add(is.value());
                }
                if (is.qualifier() != null) {
                    parts.add("qualifier = ?");
                    args.add(is.qualifier());
                }
                yield parts.isEmpty() ? "1" : "(" + String.join(" and ", parts) + ")";
            }
            case Criterion.Option.StartsWith start -> {
                args.add(start.text());
                args.add(start.text());
                yield "substr(value, 1, length(?)) = ?";
            }
            case Criterion.Option.Contains part -> {
                args.add(part.text());
                yield "instr(value, ?) > 0";
            }
        };
    }

    /** Reads a row of {@link #COLUMNS}. */
    static StoredVersion version(ResultSet row) throws SQLException {
        String json = row.getString(7);
        return new StoredVersion(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getString(6),
                json == null ? "" : json);
    }
}
