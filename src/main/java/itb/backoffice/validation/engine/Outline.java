package itb.backoffice.validation.engine;

/**
 * What is known of a definition before it is read whole.
 *
 * @param number where it stands in its package
 * @param type StructureDefinition, ValueSet or CodeSystem
 * @param shape what it says of a type; empty texts for the other two
 */
record Outline(int number, String type, String url, String version, String name, Shape shape) {
    /** A StructureDefinition's own type, what it builds on, and how. */
    record Shape(String type, String base, String kind, String derivation, boolean isAbstract) {}
}
