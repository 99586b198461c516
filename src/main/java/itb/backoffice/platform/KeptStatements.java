package itb.backoffice.platform;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Properties;
import org.sqlite.SQLiteConnection;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A connection that keeps what it prepared: SQLite takes longer to understand a statement than to insert a row. Whoever
 * closes a statement gives it back, empty. Like every connection here it belongs to one thread at a time.
 */
final class KeptStatements extends JDBC4Connection {
    private static final int MOST = 100;
    /** Statements as long as this are made for one occasion. */
    private static final int LONGEST = 1_000;

    private final LinkedHashMap<String, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true);

    KeptStatements(String url, String file, Properties properties) throws SQLException {
        super(url, file, properties);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        if (sql.length() > LONGEST) {
            return super.prepareStatement(sql, type, concurrency, holdability);
        }
        checkOpen();
        checkCursor(type, concurrency, holdability);
        Kept known = kept.get(sql);
        if (known != null && !known.spoilt()) {
            return known.lent ? new JDBC4PreparedStatement(this, sql) : known.lend();
        }
        Kept fresh = new Kept(this, sql);
        kept.put(sql, fresh);
        if (kept.size() > MOST) {
            Kept oldest = kept.pollFirstEntry().getValue();
            oldest.end();
        }
        return fresh.lend();
    }

    private static final class Kept extends JDBC4PreparedStatement {
        private boolean lent;
        private boolean ended;

        Kept(SQLiteConnection connection, String sql) throws SQLException {
            super(connection, sql);
        }

        Kept lend() {
            lent = true;
            return this;
        }

        /** The driver ends a statement that failed, on a full disk for one. */
        boolean spoilt() {
            return pointer.isClosed();
        }

        /** It is closed for good, as soon as nobody uses it. */
        void end() throws SQLException {
            ended = true;
            if (!lent) {
                super.close();
            }
        }

        @Override
        public void close() throws SQLException {
            lent = false;
            if (ended || spoilt()) {
                super.close();
            } else if (!isClosed()) {
                rs.close();
                clearParameters();
                clearBatch();
            }
        }
    }
}
