/** The screen of profile packages: which there are, where they came from, and which server is checked against which. */
@NullMarked
package itb.backoffice.shell.packages;

import org.jspecify.annotations.NullMarked;
