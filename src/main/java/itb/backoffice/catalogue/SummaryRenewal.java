package itb.backoffice.catalogue;

import itb.backoffice.platform.Utf8Text;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes the summaries on disk anew from the resources beside them, once after the program has learnt to tell more. */
final class SummaryRenewal {
    /** Stands among the states of the downloads, under a name that no type has. */
    private static final String MARK = "#summaries";

    private final Connection connection;

    SummaryRenewal(Connection connection) {
        this.connection = connection;
    }

    void run() throws SQLException {
        if (version() == Summaries.VERSION) {
            return;
        }
        try (var read = connection.prepareStatement("select r.num, r.type, r.id, b.json from catalogue_resource r"
                        + " join catalogue_body b on b.num = r.num");
                var write = connection.prepareStatement(
                        "update catalogue_resource set title = ?, active = ?, facts = ? where num = ?")) {
            ResultSet row = read.executeQuery();
            while (row.next()) {
                CatalogueRow fresh = CatalogueRow.of(new StoredResource(
                        row.getString(2), row.getString(3), null, null, Utf8Text.of(row.getBytes(4))));
                write.setString(1, fresh.title());
                write.setInt(2, fresh.active() ? 1 : 0);
                write.setString(3, fresh.facts());
                write.setLong(4, row.getLong(1));
                write.executeUpdate();
            }
        }
        try (var mark =
                connection.prepareStatement("insert or replace into catalogue_state values (?, ?, null, 0, 0, null)")) {
            mark.setString(1, MARK);
            mark.setInt(2, Summaries.VERSION);
            mark.executeUpdate();
        }
    }

    private int version() throws SQLException {
        try (var query = connection.prepareStatement("select run from catalogue_state where type = ?")) {
            query.setString(1, MARK);
            ResultSet row = query.executeQuery();
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
