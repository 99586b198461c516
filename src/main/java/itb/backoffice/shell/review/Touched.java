package itb.backoffice.shell.review;

import java.util.List;

/**
 * What else a change touches, of one kind.
 *
 * @param number how many, in words, e.g. "9 roles"
 * @param names what they are called
 */
public record Touched(String number, List<String> names) {}
