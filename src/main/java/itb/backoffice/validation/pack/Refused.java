package itb.backoffice.validation.pack;

import itb.backoffice.validation.pack.Refusal.Kind;

/** Leaves the reading of a package that is not taken; outside of this package it is a {@link Refusal}. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    Refused(Kind kind, String detail) {
        super(kind.name());
        this.refusal = new Refusal(kind, detail);
    }

    Refusal refusal() {
        return refusal;
    }
}
