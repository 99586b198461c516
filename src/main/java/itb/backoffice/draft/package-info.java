/** Edits that are not yet sent: kept on disk, undone, compared and merged. */
@NullMarked
package itb.backoffice.draft;

import org.jspecify.annotations.NullMarked;
