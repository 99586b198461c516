package itb.backoffice.platform;

import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table as a file for spreadsheet programs. They split lines as the user's country does, at semicolons where the comma
 * is for decimals; they read å and ø only behind a byte order mark; and they would run what looks like a formula, so an
 * apostrophe before it keeps it a text.
 */
public final class Csv {
    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r";

    private final char separator;
    private final StringBuilder text = new StringBuilder(MARK);

    /** An empty table, to be read in the country of {@code locale}. */
    public Csv(Locale locale) {
        separator = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? ';' : ',';
    }

    /** Adds a line. */
    public Csv line(List<String> cells) {
        text.append(cells.stream().map(this::cell).collect(Collectors.joining(String.valueOf(separator))))
                .append("\r\n");
        return this;
    }

    /** The file. */
    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String cell(String value) {
        // A number may begin with a minus.
        boolean formula =
                !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 && !value.matches("-?\\d+([.,]\\d+)?");
        String safe = formula ? "'" + value : value;
        boolean quoted = safe.indexOf(separator) >= 0
                || safe.indexOf('"') >= 0
                || safe.indexOf('\n') >= 0
                || safe.indexOf('\r') >= 0;
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
