package itb.backoffice.catalogue;

import itb.backoffice.platform.Database;
import itb.backoffice.platform.Database.Schema;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Utf8Text;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the server last said can be booked, as received. Pages of a new answer lie beside the old one until all have come:
 * then they take its place in one transaction. Every call may wait and belongs off the FX thread.
 */
public final class OfferStore {
    /** The tables. What a table shows of an offer stands apart from its text, which is read for one at a time. */
    public static final Schema SCHEMA = new Schema("offers", List.of("""
            create table offer (
              num integer primary key, run integer not null, id text not null,
              treatment text not null, treatment_name text not null, clinic text not null, clinic_name text not null,
              role text not null, role_name text not null, duration text not null, price text not null,
              booking_url text not null, online integer not null, reason text not null);
            create index offer_run on offer (run);
            create table offer_text (num integer primary key, json blob not null);
            create table offer_count (reference text primary key, offers integer not null) without rowid;
            create table offer_state (
              one integer primary key check (one = 1), run integer not null, fetched text, offers integer not null);
            insert into offer_state values (1, 0, null, 0);
            """));

    /**
     * What is here.
     *
     * @param fetched when the server computed it; null where nothing was fetched yet
     */
    public record State(@Nullable Instant fetched, int offers) {}

    /** An offer, and the number under which its text lies here. */
    public record Kept(long num, Offer offer) {}

    /** A page's offers with their texts. */
    record Received(Offer offer, Utf8Text text) {}

    private final Database database;

    /** Keeps the offers in {@code database}, which was opened with {@link #SCHEMA}. */
    public OfferStore(Database database) {
        this.database = database;
    }

    /** What is here. */
    public State state() {
        return database.read(connection -> {
            try (var query = connection.prepareStatement("select fetched, offers from offer_state")) {
                ResultSet row = query.executeQuery();
                row.next();
                String fetched = row.getString(1);
                return new State(fetched == null ? null : Instant.parse(fetched), row.getInt(2));
            }
        });
    }

    /** Every offer, in the order in which the server gave them. */
    public List<Kept> all() {
        // The same few names stand in most offers: each is kept once.
        Map<String, String> same = new HashMap<>();
        Map<Offer.Part, Offer.Part> parts = new HashMap<>();
        return database.read(connection -> {
            try (var query = connection.prepareStatement(
                    "select num, id, treatment, treatment_name, clinic, clinic_name, role, role_name, duration, price,"
                            + " booking_url, online, reason from offer"
                            + " where run = (select run from offer_state) order by num")) {
                ResultSet row = query.executeQuery();
                List<Kept> all = new ArrayList<>();
                while (row.next()) {
                    all.add(new Kept(
                            row.getLong(1),
                            new Offer(
                                    row.getString(2),
                                    part(row, 3, parts),
                                    part(row, 5, parts),
                                    part(row, 7, parts),
                                    text(row, 9, same),
                                    text(row, 10, same),
                                    text(row, 11, same),
                                    row.getInt(12) == 1,
                                    text(row, 13, same),
                                    Map.of())));
                }
                return all;
            }
        });
    }

    private static Offer.Part part(ResultSet row, int at, Map<Offer.Part, Offer.Part> same) throws SQLException {
        Offer.Part part = new Offer.Part(row.getString(at), row.getString(at + 1));
        return same.computeIfAbsent(part, first -> first);
    }

    private static String text(ResultSet row, int at, Map<String, String> same) throws SQLException {
        return same.computeIfAbsent(row.getString(at), first -> first);
    }

    /** The offer {@code num} with all that the server said of it, and its text, laid out to be read. */
    public Optional<Map.Entry<Offer, String>> whole(long num) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement("select t.json, o.treatment, o.clinic, o.role"
                    + " from offer_text t join offer o on o.num = t.num where o.num = ?")) {
                query.setLong(1, num);
                ResultSet row = query.executeQuery();
                if (!row.next()) {
                    return Optional.empty();
                }
                Utf8Text text = Utf8Text.of(row.getBytes(1));
                String parts = row.getString(2) + " " + row.getString(3) + " " + row.getString(4);
                return Offer.in(text).stream()
                        .filter(offer -> parts.equals(offer.parts()))
                        .findFirst()
                        .map(offer -> Map.entry(offer, Json.pretty(Json.object(text.toString()))));
            }
        });
    }

    /** How many offers each treatment, clinic and role is part of, by {@code Type/id}. */
    public Map<String, Integer> counts() {
        return database.read(connection -> {
            try (var query = connection.prepareStatement("select reference, offers from offer_count")) {
                ResultSet row = query.executeQuery();
                Map<String, Integer> counts = new HashMap<>();
                while (row.next()) {
                    counts.put(row.getString(1), row.getInt(2));
                }
                return counts;
            }
        });
    }

    /** Begins a new answer, which nobody sees yet; gives its number. What an earlier one left unfinished is dropped. */
    int begin() {
        return database.write(connection -> {
            int run = run(connection);
            dropOthers(connection, run);
            return run + 1;
        });
    }

    /** Adds a page to the answer {@code run}. */
    void add(int run, Collection<Received> page) {
        database.write(connection -> {
            try (var put = connection.prepareStatement(
                            "insert into offer values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning num");
                    var text = connection.prepareStatement("insert into offer_text values (?, ?)")) {
                for (Received received : page) {
                    text.setLong(1, put(put, run, received.offer()));
                    text.setBytes(2, received.text().bytes());
                    text.executeUpdate();
                }
            }
            return page.size();
        });
    }

    private static long put(PreparedStatement put, int run, Offer offer) throws SQLException {
        int at = 0;
        put.setInt(++at, run);
        for (String text : List.of(
                offer.id(),
                offer.treatment().reference(),
                offer.treatment().name(),
                offer.clinic().reference(),
                offer.clinic().name(),
                offer.role().reference(),
                offer.role().name(),
                offer.duration(),
                offer.price(),
                offer.bookingUrl())) {
            put.setString(++at, text);
        }
        put.setInt(++at, offer.online() ? 1 : 0);
        put.setString(++at, offer.offlineReason());
        try (ResultSet row = put.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** All of the answer {@code run} has come: it takes the place of the one before. Gives how many offers it has. */
    int finish(int run, @Nullable Instant fetched) {
        return database.write(connection -> {
            dropOthers(connection, run);
            try (var counts = connection.createStatement()) {
                counts.executeUpdate("delete from offer_count");
                counts.executeUpdate("insert into offer_count select reference, count(*) from ("
                        + "select treatment reference from offer union all select clinic from offer"
                        + " union all select role from offer) group by reference");
            }
            try (var state = connection.prepareStatement(
                    "update offer_state set run = ?, fetched = ?, offers = (select count(*) from offer)")) {
                state.setInt(1, run);
                state.setString(2, fetched == null ? null : fetched.toString());
                state.executeUpdate();
            }
            return count(connection);
        });
    }

    /** Drops what has come of the answer {@code run}. */
    void drop(int run) {
        database.write(connection -> {
            if (run(connection) != run) {
                dropOthers(connection, run(connection));
            }
            return run;
        });
    }

    /** Forgets everything: the server no longer tells. */
    void clear() {
        finish(begin(), null);
    }

    private static void dropOthers(Connection connection, int run) throws SQLException {
        for (String sql : List.of(
                "delete from offer_text where num in (select num from offer where run <> ?)",
                "delete from offer where run <> ?")) {
            try (var delete = connection.prepareStatement(sql)) {
                delete.setInt(1, run);
                delete.executeUpdate();
            }
        }
    }

    private static int run(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select run from offer_state")) {
            ResultSet row = query.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select offers from offer_state")) {
            ResultSet row = query.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }
}
