/** What every other package stands on: threads, errors, the database file, settings, secrets, texts and JSON. */
@NullMarked
package itb.backoffice.platform;

import org.jspecify.annotations.NullMarked;
