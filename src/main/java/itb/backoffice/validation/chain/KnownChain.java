package itb.backoffice.validation.chain;

/** The chain as it is known at the moment, for whoever checks a part of it. Safe for several threads. */
public final class KnownChain {
    private volatile Chain view = Chain.EMPTY;

    /** The chain now. */
    public Chain view() {
        return view;
    }

    /** The whole chain was looked at anew. */
    public void show(Chain now) {
        view = now;
    }

    /** {@code thing} was edited. */
    public synchronized void show(ChainThing thing) {
        view = view.with(thing);
    }
}
