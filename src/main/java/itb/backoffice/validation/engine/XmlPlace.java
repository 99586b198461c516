package itb.backoffice.validation.engine;

import java.util.regex.Pattern;

/** Reading XML, the validator names places in XPath, {@code /f:A/f:b[2]}; everywhere else as {@code A.b[1]}. */
final class XmlPlace {
    private static final Pattern PREFIX = Pattern.compile("(^|/)\\w+:");
    private static final Pattern NUMBER = Pattern.compile("\\[(\\d+)]");

    private XmlPlace() {}

    /** The same with its place written in the usual way. */
    static Observation plain(Observation said) {
        return said.location().startsWith("/")
                ? new Observation(said.severity(), plain(said.location()), said.id(), said.text(), said.beyond())
                : said;
    }

    private static String plain(String path) {
        String names = PREFIX.matcher(path).replaceAll("$1").substring(1);
        return NUMBER.matcher(names)
                .replaceAll(number -> "[" + (Integer.parseInt(number.group(1)) - 1) + "]")
                .replace('/', '.');
    }
}
