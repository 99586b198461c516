/** The screen of settings. */
@NullMarked
package itb.backoffice.shell.settings;

import org.jspecify.annotations.NullMarked;
