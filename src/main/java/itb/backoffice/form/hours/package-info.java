/** Opening hours as a week that can be seen and changed, and the availableTime array that it stands for. */
@NullMarked
package itb.backoffice.form.hours;

import org.jspecify.annotations.NullMarked;
