package itb.backoffice.validation.engine;

/** A package of definitions that resources are checked against, besides those of FHIR itself. */
public sealed interface DefinitionSource permits BuiltInPackage, ProfilePackage {
    /** Its name, e.g. {@code itb.backoffice.profiles}. */
    String name();

    /** Its version, e.g. {@code 1.0.1}. */
    String version();

    /** Its definitions as they are published. */
    ProfilePackage texts();
}
