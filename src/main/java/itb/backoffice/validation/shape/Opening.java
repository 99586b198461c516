package itb.backoffice.validation.shape;

/**
 * A place that a profile has for something.
 *
 * @param path names joined by dots, extensions and their parts by their urls: {@code extension[https://…].extension[about]}
 * @param required whether it must be filled, all that it lies in included
 * @param list whether FHIR keeps a list of it
 * @param type the one type that it may have; for an extension that of its value
 * @param fixed the only value that it may have, or an empty text
 * @param system the code system that its codes are from, or an empty text
 */
public record Opening(String path, boolean required, boolean list, String type, String fixed, String system) {}
