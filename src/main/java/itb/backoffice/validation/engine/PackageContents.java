package itb.backoffice.validation.engine;

import java.util.List;
import org.hl7.fhir.r5.model.CanonicalResource;

/** What one package holds: the outline of every definition, and each of them whole when it is asked for. */
interface PackageContents {
    /** Every definition. */
    List<Outline> outlines();

    /** One of them, in the form that the validator works on. */
    CanonicalResource read(Outline outline);
}
