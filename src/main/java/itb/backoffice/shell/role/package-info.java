/** Practitioner roles: their table and the pane in which one is edited. */
@NullMarked
package itb.backoffice.shell.role;

import org.jspecify.annotations.NullMarked;
