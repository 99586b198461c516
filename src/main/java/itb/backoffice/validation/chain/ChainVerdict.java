package itb.backoffice.validation.chain;

import java.util.Map;

/**
 * What came of checking a whole chain.
 *
 * @param chain all of it, for checking a part of it again
 * @param judged every resource by {@code Type/id}
 */
public record ChainVerdict(Chain chain, Map<String, Judged> judged) {}
