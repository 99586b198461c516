package itb.backoffice.upload;

import itb.backoffice.catalogue.LocalCopy;
import itb.backoffice.draft.OutboxStore;

/**
 * What an upload reads and writes on this computer.
 *
 * @param outbox the drafts on their way, in the same file as {@code journal}
 * @param catalogue gets what the server answers
 */
public record UploadStores(OutboxStore outbox, LocalCopy catalogue, Journal journal) {}
