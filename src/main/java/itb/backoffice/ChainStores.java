package itb.backoffice;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.draft.OutboxStore;
import itb.backoffice.platform.Database;
import itb.backoffice.upload.Journal;
import itb.backoffice.validation.CheckStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** What is kept on disk for one connection, all in one file. */
record ChainStores(
        Database database,
        CatalogueStore catalogue,
        DraftStore drafts,
        OutboxStore outbox,
        CheckStore checks,
        Journal journal)
        implements AutoCloseable {
    /** The file in a connection's folder. */
    static final String FILE = "chain.db";

    /** Opens, or makes, the file in {@code folder}. Waits for the disk. */
    static ChainStores open(Path folder) {
        Database database = Database.open(
                folder.resolve(FILE),
                List.of(CatalogueStore.SCHEMA, DraftStore.SCHEMA, CheckStore.SCHEMA, Journal.SCHEMA));
        Clock clock = Clock.systemUTC();
        return new ChainStores(
                database,
                new CatalogueStore(database),
                new DraftStore(database, clock),
                new OutboxStore(database, clock),
                new CheckStore(database),
                new Journal(database, clock));
    }

    @Override
    public void close() {
        database.close();
    }
}
