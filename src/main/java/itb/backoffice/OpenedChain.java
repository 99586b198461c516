package itb.backoffice;

import itb.backoffice.connection.Connection;

/** What of a connection is opened before its pages are made, off the FX thread: its files, and what it is checked against. */
record OpenedChain(ChainStores stores, ChainProfiles profiles) {
    /** Opens, or makes, the files of {@code connection}. Waits for the disk. */
    static OpenedChain open(Wiring wiring, Connection connection) {
        ChainProfiles against = wiring.profiles.of(connection);
        return new OpenedChain(ChainStores.open(wiring.folders.connection(connection.id())), against);
    }
}
