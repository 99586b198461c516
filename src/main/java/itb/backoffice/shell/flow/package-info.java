/** What happens between the window and a server: fetching what changed, planning, sending, settling. */
@NullMarked
package itb.backoffice.shell.flow;

import org.jspecify.annotations.NullMarked;
