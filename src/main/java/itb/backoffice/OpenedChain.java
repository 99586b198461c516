package itb.backoffice;

import itb.backoffice.connection.Connection;
import itb.backoffice.shell.chain.ChainSnapshot;

/**
 * What of a connection is opened before its pages are made, off the FX thread.
 *
 * @param stores its files
 * @param profiles what it is checked against
 * @param snapshot the chain as it lies in the files
 */
record OpenedChain(ChainStores stores, ChainProfiles profiles, ChainSnapshot snapshot) {
    /** Opens, or makes, the files of {@code connection}, and reads them. Waits for the disk. */
    static OpenedChain open(Wiring wiring, Connection connection) {
        ChainProfiles against = wiring.profiles.of(connection);
        ChainStores stores = ChainStores.open(wiring.folders.connection(connection.id()));
        try {
            ChainSnapshot snapshot =
                    ChainSnapshot.read(stores.catalogue(), stores.drafts(), stores.checks(), wiring.messages());
            return new OpenedChain(stores, against, snapshot);
        } catch (RuntimeException e) {
            stores.close();
            throw e;
        }
    }
}
