/** The demo chain: an embedded FHIR server with its own storage, and the generator of chains. */
@NullMarked
package itb.backoffice.demo;

import org.jspecify.annotations.NullMarked;
