package itb.backoffice.upload;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.form.Addresses;
import itb.backoffice.form.Addresses.Part;
import itb.backoffice.form.MapLink;
import itb.backoffice.form.PersonNames;
import itb.backoffice.form.Readable;
import itb.backoffice.platform.Messages;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Values of several parts in words, as one writes them by hand. */
final class PartWords {
    private final Messages messages;

    PartWords(Messages messages) {
        this.messages = messages;
    }

    /** A ContactPoint: "Phone 22 33 44 55". */
    String contact(JsonNode contact) {
        String system = contact.path("system").asText("");
        String key = "form.contacts.system." + system;
        String kind = system.isEmpty() ? "" : messages.has(key) ? messages.get(key) : Readable.name(system);
        String value = contact.path("value").asText("");
        return value.isEmpty() ? kind : kind.isEmpty() ? value : kind + " " + value;
    }

    /** An Identifier: its value, and who gave it. */
    String identifier(JsonNode identifier) {
        String value = identifier.path("value").asText("");
        String system = identifier.path("type").path("text").asText("");
        String giver = system.isEmpty() ? giver(identifier.path("system").asText("")) : system;
        return giver.isEmpty() ? value : (value + " (" + giver + ")").strip();
    }

    /** The last of a system's name: its number, or the words at its end. */
    private static String giver(String system) {
        return system.matches("urn:oid:[\\d.]+") ? system.substring("urn:oid:".length()) : Readable.url(system);
    }

    /** A HumanName: as it stands, else given and family name. */
    String person(JsonNode name) {
        String parts = (PersonNames.get(name, PersonNames.Part.GIVEN) + " "
                        + PersonNames.get(name, PersonNames.Part.FAMILY))
                .strip();
        return parts.isEmpty() ? PersonNames.get(name, PersonNames.Part.TEXT) : parts;
    }

    /** An Address: street, town and country on a line each, as on a letter. */
    String address(JsonNode address) {
        List<String> lines = new ArrayList<>();
        add(lines, Addresses.get(address, Part.STREET));
        add(lines, (Addresses.get(address, Part.POSTAL_CODE) + " " + Addresses.get(address, Part.TOWN)).strip());
        add(lines, country(Addresses.get(address, Part.COUNTRY)));
        if (lines.isEmpty() || Addresses.speaksForItself(address)) {
            add(lines, Addresses.get(address, Part.ONE_LINE));
        }
        return String.join("\n", lines);
    }

    private String country(String code) {
        if (!code.matches("[A-Z]{2}")) {
            return code;
        }
        return Locale.of("", code).getDisplayCountry(messages.locale());
    }

    private static void add(List<String> lines, String line) {
        if (!line.isBlank()) {
            lines.add(line);
        }
    }

    /** A position: latitude and longitude as they can be typed; empty where a number is missing. */
    Optional<String> position(JsonNode position) {
        JsonNode latitude = position.path("latitude");
        JsonNode longitude = position.path("longitude");
        return latitude.isNumber() && longitude.isNumber()
                ? Optional.of(new MapLink(latitude.decimalValue(), longitude.decimalValue()).words())
                : Optional.empty();
    }

    /** A concept: its words, else its code. */
    static String concept(JsonNode concept) {
        String text = concept.path("text").asText("");
        return text.isBlank() ? coding(concept.path("coding").path(0)) : text;
    }

    /** A coding: its display, else its code. */
    static String coding(JsonNode coding) {
        String display = coding.path("display").asText("");
        return display.isBlank() ? coding.path("code").asText("") : display;
    }

    /** A day, a month or a moment as the user's country writes it; what is no date stays as it is. */
    String date(String text) {
        Locale locale = messages.locale();
        try {
            if (text.matches("\\d{4}-\\d{2}")) {
                return YearMonth.parse(text)
                        .format(DateTimeFormatter.ofPattern("LLLL yyyy").withLocale(locale));
            }
            if (text.matches("\\d{4}-\\d{2}-\\d{2}(T.*)?")) {
                String day = LocalDate.parse(text.substring(0, 10))
                        .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(locale));
                return text.length() < 16 ? day : day + " " + text.substring(11, 16);
            }
        } catch (DateTimeParseException noDate) {
            return text;
        }
        return text;
    }
}
