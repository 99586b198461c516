/** The window: navigation, tables, dialogs and the status bar. */
@NullMarked
package itb.backoffice.shell;

import org.jspecify.annotations.NullMarked;
