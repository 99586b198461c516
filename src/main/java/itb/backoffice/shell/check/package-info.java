/** The page of findings: what the check of the whole chain has to say. */
@NullMarked
package itb.backoffice.shell.check;

import org.jspecify.annotations.NullMarked;
