/** One open resource: its form, its draft on disk and its findings. */
@NullMarked
package itb.backoffice.shell.edit;

import org.jspecify.annotations.NullMarked;
