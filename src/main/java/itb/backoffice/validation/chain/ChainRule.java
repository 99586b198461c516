package itb.backoffice.validation.chain;

import java.util.List;

/** A rule about one thing of a chain, seen beside the others. Pure: the same view gives the same answer. */
@FunctionalInterface
public interface ChainRule {
    /** Where {@code thing} breaks this rule in {@code chain}, of which it is a part. */
    List<Breach> check(ChainThing thing, Chain chain);
}
