/** From drafts to the server: the plan, the upload, its outcome, the journal and undo. */
@NullMarked
package itb.backoffice.upload;

import org.jspecify.annotations.NullMarked;
