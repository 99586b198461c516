package itb.backoffice;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.OfferStore;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.draft.OutboxStore;
import itb.backoffice.platform.Database;
import itb.backoffice.upload.Journal;
import itb.backoffice.validation.CheckStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * What is kept on disk for one connection: the user's work in one file that is safe even when the power fails, and the
 * copy of the chain, which can be fetched again, in one that is quicker to write.
 */
record ChainStores(
        Database work,
        Database copy,
        CatalogueStore catalogue,
        OfferStore offers,
        DraftStore drafts,
        OutboxStore outbox,
        CheckStore checks,
        Journal journal)
        implements AutoCloseable {
    /** The file with the user's work in a connection's folder. */
    static final String WORK = "work.db";

    private static final String COPY = "catalogue.db";

    /** Opens, or makes, the files in {@code folder}. Waits for the disk. */
    static ChainStores open(Path folder) {
        Clock clock = Clock.systemUTC();
        Database copy = Database.open(
                folder.resolve(COPY),
                List.of(CatalogueStore.SCHEMA, CheckStore.SCHEMA, OfferStore.SCHEMA),
                Database.Durability.KILL);
        try {
            CatalogueStore catalogue = new CatalogueStore(copy);
            catalogue.renewSummaries();
            Database work = Database.open(folder.resolve(WORK), List.of(DraftStore.SCHEMA, Journal.SCHEMA));
            return new ChainStores(
                    work,
                    copy,
                    catalogue,
                    new OfferStore(copy),
                    new DraftStore(work, clock),
                    new OutboxStore(work, clock),
                    new CheckStore(copy),
                    new Journal(work, clock));
        } catch (RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try (copy) {
            work.close();
        }
    }
}
