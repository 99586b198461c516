package itb.backoffice.validation.engine;

import java.util.List;
import java.util.Map;

/**
 * A FHIR package: what its manifest says and the definitions in it.
 *
 * @param name its name, e.g. {@code hl7.fhir.no.basis}
 * @param version its version
 * @param canonical what its urls begin with; may be empty
 * @param dependencies versions of other packages that it builds on, by their names
 * @param definitions the JSON text of each definition: R4, differentials suffice
 */
public record ProfilePackage(
        String name, String version, String canonical, Map<String, String> dependencies, List<String> definitions)
        implements DefinitionSource {
    /** Keeps copies. */
    public ProfilePackage {
        dependencies = Map.copyOf(dependencies);
        definitions = List.copyOf(definitions);
    }

    @Override
    public ProfilePackage texts() {
        return this;
    }
}
