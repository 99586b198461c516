/** Rules that no profile can say: about a resource beside the others of its chain, and about what patients would meet. */
@NullMarked
package itb.backoffice.validation.chain;

import org.jspecify.annotations.NullMarked;
