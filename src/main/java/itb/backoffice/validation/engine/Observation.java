package itb.backoffice.validation.engine;

/**
 * What the validator said, in its own words.
 *
 * @param severity fatal, error, warning or information
 * @param location the element as the validator names it; empty where it does not say
 * @param id the validator's name for this kind of message; empty where it has none
 * @param text its words, in English
 * @param beyond whether servers do not say this: it comes of looking further into references than they do
 */
public record Observation(String severity, String location, String id, String text, boolean beyond) {}
