package itb.backoffice.form;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a place from what people paste: links to the usual maps, or two numbers. Digits stay as they were written.
 *
 * @param latitude north of the equator
 * @param longitude east of Greenwich
 */
public record MapLink(BigDecimal latitude, BigDecimal longitude) {
    private static final String NUMBER = "(-?\\d{1,3}(?:\\.\\d+)?)";
    private static final String PAIR = NUMBER + "\\s*[,~ ]\\s*" + NUMBER;

    /** The exact place before the middle of the map, which is where the window happened to be. */
    private static final List<Pattern> LINKS = List.of(
            Pattern.compile("!3d" + NUMBER + "!4d" + NUMBER),
            Pattern.compile("[?&#]mlat=" + NUMBER + "&mlon=" + NUMBER),
            Pattern.compile("[?&#](?:q|query|ll|sll|daddr|destination|coordinate|center|cp)=(?:loc:)?" + PAIR),
            Pattern.compile("geo:" + PAIR),
            Pattern.compile("#map=[\\d.]+/" + NUMBER + "/" + NUMBER),
            Pattern.compile("/@" + PAIR),
            Pattern.compile("/(?:place|search|dir)/" + PAIR),
            Pattern.compile("[?&]lat=" + NUMBER + "&(?:lon|lng)=" + NUMBER));

    private static final Pattern PLAIN = Pattern.compile(NUMBER + "\\s*°?\\s*[,; ]\\s*" + NUMBER + "\\s*°?");
    private static final Pattern DECIMAL_COMMAS =
            Pattern.compile("(-?\\d{1,3},\\d+)\\s*(?:[;/]|,\\s|\\s)\\s*(-?\\d{1,3},\\d+)");
    private static final Pattern DEGREES =
            Pattern.compile("(\\d{1,3})°\\s*(\\d{1,2})[’'′]\\s*(\\d{1,2}(?:[.,]\\d+)?)[”\"″]\\s*([NS])[,\\s]*"
                    + "(\\d{1,3})°\\s*(\\d{1,2})[’'′]\\s*(\\d{1,2}(?:[.,]\\d+)?)[”\"″]\\s*([EWØÖV])");

    /** The place that {@code pasted} speaks of; empty where there is none on earth. */
    public static Optional<MapLink> read(String pasted) {
        String text = decoded(pasted.strip());
        if (text.contains(":") && text.matches("(?i)(https?|geo|maps):.*")) {
            return LINKS.stream()
                    .map(shape -> shape.matcher(text))
                    .filter(Matcher::find)
                    .map(found -> place(found.group(1), found.group(2)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        Matcher commas = DECIMAL_COMMAS.matcher(text);
        if (commas.matches()) {
            return place(commas.group(1).replace(',', '.'), commas.group(2).replace(',', '.'));
        }
        Matcher plain = PLAIN.matcher(text);
        return plain.matches() ? place(plain.group(1), plain.group(2)) : degrees(text);
    }

    private static String decoded(String text) {
        try {
            return text.contains("%") ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text.replace("+", " ");
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static Optional<MapLink> place(String latitude, String longitude) {
        BigDecimal north = new BigDecimal(latitude);
        BigDecimal east = new BigDecimal(longitude);
        boolean onEarth = north.abs().compareTo(BigDecimal.valueOf(90)) <= 0
                && east.abs().compareTo(BigDecimal.valueOf(180)) <= 0;
        return onEarth ? Optional.of(new MapLink(north, east)) : Optional.empty();
    }

    private static Optional<MapLink> degrees(String text) {
        Matcher found = DEGREES.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        boolean west = found.group(8).equals("W") || found.group(8).equals("V");
        return place(decimal(found, 1, found.group(4).equals("S")), decimal(found, 5, west));
    }

    private static String decimal(Matcher found, int group, boolean negative) {
        BigDecimal seconds = new BigDecimal(found.group(group + 2).replace(',', '.'))
                .add(new BigDecimal(found.group(group + 1)).multiply(BigDecimal.valueOf(60)));
        BigDecimal degrees = new BigDecimal(found.group(group))
                .add(seconds.divide(BigDecimal.valueOf(3600), 6, java.math.RoundingMode.HALF_UP));
        return (negative ? degrees.negate() : degrees).toPlainString();
    }

    /** Whether {@code other} is the same place, however many digits say so. */
    public boolean same(MapLink other) {
        return latitude.compareTo(other.latitude) == 0 && longitude.compareTo(other.longitude) == 0;
    }

    /** A link that opens the place in a browser. */
    public String link() {
        String north = latitude.toPlainString();
        String east = longitude.toPlainString();
        return "https://www.openstreetmap.org/?mlat=" + north + "&mlon=" + east + "#map=17/" + north + "/" + east;
    }

    /** Two numbers, as they are shown and can be typed. */
    public String words() {
        return latitude.toPlainString() + ", " + longitude.toPlainString();
    }
}
