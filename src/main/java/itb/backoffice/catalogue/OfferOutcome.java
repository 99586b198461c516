package itb.backoffice.catalogue;

import itb.backoffice.connection.Failure;

/** What came of asking the server what can be booked. */
public sealed interface OfferOutcome {
    /** All of its answer is here now. */
    record Fetched(int offers) implements OfferOutcome {}

    /** This server does not tell; what was kept of it is gone. */
    record NotTold() implements OfferOutcome {}

    /** It could not be asked, or its answer did not come whole: what was here before still is. */
    record Failed(Failure failure) implements OfferOutcome {}
}
