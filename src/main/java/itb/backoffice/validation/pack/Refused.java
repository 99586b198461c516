package itb.backoffice.validation.pack;

import itb.backoffice.validation.pack.Refusal.Kind;

/** Leaves the reading of a package that is not taken; outside of this package it is an {@link ImportOutcome}. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final String source;

    Refused(Kind kind, String detail) {
        this(new Refusal(kind, detail), "");
    }

    private Refused(Refusal refusal, String source) {
        super(refusal.kind().name());
        this.refusal = refusal;
        this.source = source;
    }

    /** The same, about what came from {@code file}. */
    Refused from(String file) {
        return new Refused(refusal, file);
    }

    Refusal refusal() {
        return refusal;
    }

    ImportOutcome outcome() {
        return new ImportOutcome.Refused(source, refusal);
    }
}
