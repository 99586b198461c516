package itb.backoffice.validation.chain;

/** The chain as it is known at the moment, for whoever checks a part of it. Safe for several threads. */
public final class KnownChain {
    private volatile ChainView view = ChainView.EMPTY;

    /** The chain now. */
    public ChainView view() {
        return view;
    }

    /** The whole chain was looked at anew. */
    public void show(ChainView now) {
        view = now;
    }

    /** {@code thing} was edited. */
    public synchronized void show(ChainThing thing) {
        view = view.with(thing);
    }
}
