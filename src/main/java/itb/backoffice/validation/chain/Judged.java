package itb.backoffice.validation.chain;

import itb.backoffice.validation.Finding;
import java.util.List;

/**
 * A resource of a chain, and what there is to say about it.
 *
 * @param draft whether it was judged as a draft has it
 */
public record Judged(ChainThing thing, List<Finding> findings, boolean draft) {}
