/** A FHIR R4 server over one database file that keeps every resource as it was received, in every version. */
@NullMarked
package itb.backoffice.demo.fhir;

import org.jspecify.annotations.NullMarked;
