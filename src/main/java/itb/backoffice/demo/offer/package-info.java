/** What the demo chain offers: which treatments which people do, and what keeps them from being booked online. */
@NullMarked
package itb.backoffice.demo.offer;

import org.jspecify.annotations.NullMarked;
