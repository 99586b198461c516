/** The whole way against a real HAPI FHIR JPA server. */
@NullMarked
package itb.backoffice.integration;

import org.jspecify.annotations.NullMarked;
