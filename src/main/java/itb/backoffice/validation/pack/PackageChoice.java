package itb.backoffice.validation.pack;

/**
 * A package that a connection can name.
 *
 * @param key what is kept with the connection; empty for "the newest that comes with the program"
 * @param id which package that is
 * @param builtIn whether it comes with the program
 */
public record PackageChoice(String key, PackageId id, boolean builtIn) {}
