/** Profile packages that come from elsewhere: reading them without trusting them, keeping them, choosing one. */
@NullMarked
package itb.backoffice.validation.pack;

import org.jspecify.annotations.NullMarked;
