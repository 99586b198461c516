/** The local copy of the chain: every resource as the server sent it, downloaded page by page and searchable offline. */
@NullMarked
package itb.backoffice.catalogue;

import org.jspecify.annotations.NullMarked;
