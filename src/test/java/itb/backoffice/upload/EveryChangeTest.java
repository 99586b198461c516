package itb.backoffice.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Field;
import itb.backoffice.form.Field.Kind;
import itb.backoffice.form.Form;
import itb.backoffice.form.picture.PicturePlace;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever a draft changes in whichever field, a plan tells it in words. */
class EveryChangeTest {
    /** What nobody who has never heard of FHIR should see. */
    private static final Pattern RAW = Pattern.compile("[{}\\[\\]\"]|\\bextension\\b|value[A-Z]|resourceType"
            + "|(PractitionerRole|HealthcareService|Organization|Location|Practitioner|ActivityDefinition|Binary)/"
            + "|https?://(?!clinic)|urn:|\\bavailable[A-Z]|\\bdaysOfWeek\\b|null");

    private static final Messages BRITISH = Messages.of(Locale.UK);

    private static final String BILLING = """
            {"resourceType":"Organization","id":"1","meta":{"profile":["https://x/billing-organization-portal"]}}""";

    private final List<String> shown = new ArrayList<>();

    @Test
    void everyFieldOfEveryFormIsToldInWordsInEveryLanguage() {
        int fields = 0;
        for (Locale language : Messages.LANGUAGES) {
            Messages texts = Messages.of(language);
            for (Form form : Forms.all()) {
                for (Field field : form.fields()) {
                    everyWay(texts, form, field);
                    fields++;
                }
            }
        }
        assertTrue(fields > 150, fields + " fields");
        assertEquals(
                List.of(),
                shown.stream().filter(words -> RAW.matcher(words).find()).toList());
    }

    private void everyWay(Messages texts, Form form, Field declared) {
        ObjectNode empty = Json.object(
                form.name().equals("BillingOrganization")
                        ? BILLING
                        : "{\"resourceType\":\"" + form.type() + "\",\"id\":\"1\"}");
        ObjectNode one = with(empty, form, declared, 0);
        ObjectNode other = with(one, form, declared, 1);
        for (ObjectNode[] way : new ObjectNode[][] {{empty, one}, {one, other}, {one, empty}}) {
            FieldChange change = change(texts, form, way[0], way[1], declared);
            boolean values = way[0] == one || way[1] == one;
            assertTrue(values && !change.before().equals(change.after()), declared.key() + " says the same twice");
            assertEquals(way[0] == empty, change.before() instanceof Worded.Nothing, declared.key());
            assertEquals(way[1] == empty, change.after() instanceof Worded.Nothing, declared.key());
        }
        change(texts, form, null, other, declared);
        change(texts, form, other, Json.object(), declared);
    }

    private FieldChange change(
            Messages texts, Form form, @Nullable ObjectNode before, ObjectNode after, Field declared) {
        Wording wording =
                new Wording(texts, reference -> reference.endsWith("/7") ? Optional.of("Sandvika") : Optional.empty());
        List<FieldChange> changes = new ChangeWords(texts, wording).between(form.type(), before, after);
        changes.forEach(change -> {
            shown.add(change.label());
            shown.add(change.before().plain());
            shown.add(change.after().plain());
        });
        String label = texts.get(form.labelKey(declared));
        List<FieldChange> mine =
                changes.stream().filter(change -> change.label().equals(label)).toList();
        assertEquals(1, mine.size(), form.name() + " " + declared.key() + " in " + changes);
        assertEquals(
                List.of(),
                changes.stream()
                        .map(FieldChange::label)
                        .filter(other ->
                                other.startsWith(texts.get("upload.other", "").strip()))
                        .toList(),
                declared.key());
        return mine.getFirst();
    }

    /** The resource with the field filled, as the first or the second example has it. */
    private static ObjectNode with(ObjectNode resource, Form form, Field declared, int example) {
        ObjectNode copy = resource.deepCopy();
        Field field = Forms.of(form.type(), copy)
                .flatMap(fitted -> fitted.field(declared.key()))
                .orElse(declared);
        if (field.kind() == Kind.PHOTO || field.kind() == Kind.PICTURE) {
            PicturePlace.of(field).put(copy, picture(40 + example));
            return copy;
        }
        boolean extension = field.lead().endsWith("]")
                && field.lead().contains("extension[")
                && field.lead().lastIndexOf("extension[") > field.lead().lastIndexOf("].") - 1;
        String url = field.lead().substring(field.lead().lastIndexOf('[') + 1).replace("]", "");
        JsonNode value = value(field, url, extension, example);
        Elements.set(copy, field.lead(), value);
        return copy;
    }

    private static JsonNode value(Field field, String url, boolean extension, int example) {
        String[] simple = switch (field.kind()) {
            case TEXT -> new String[] {"\"Tann\"", "\"Tenner\""};
            case LONG_TEXT ->
                new String[] {
                    "\"Vi holder til midt i byen, rett ved stasjonen og torget.\"",
                    "\"Vi holder til midt i byen, rett ved parken og torget.\""
                };
            case FLAG -> new String[] {"true", "false"};
            case NUMBER -> new String[] {"3", "12"};
            case DATE, STAMP -> new String[] {"\"1980-05-17\"", "\"1980-05\""};
            case CODE -> new String[] {"\"" + code(field, 0) + "\"", "\"" + code(field, 1) + "\""};
            default -> new String[0];
        };
        if (simple.length > 0) {
            String member = switch (field.kind()) {
                case FLAG -> "valueBoolean";
                case NUMBER -> "valueInteger";
                case CODE -> "valueCode";
                default -> "valueString";
            };
            return parse(
                    extension
                            ? "{\"url\":\"" + url + "\",\"" + member + "\":" + simple[example] + "}"
                            : simple[example]);
        }
        return parse(rich(field.kind(), example).formatted(url));
    }

    private static String code(Field field, int number) {
        return switch (field.key()) {
            case "status" -> List.of("active", "inactive").get(number);
            case "gender" -> List.of("female", "male").get(number);
            case "showPricesForTreatments", "showPricesAtBookingConfirmation" ->
                List.of("always-show-price", "never-show-price").get(number);
            case "showPractitionerAvatar" ->
                List.of("show-practitioner-avatar", "dont-show-practitioner-avatar")
                        .get(number);
            case "showClinicImage" ->
                List.of("show-clinic-image", "show-clinic-map").get(number);
            case "bannerTextPosition" -> List.of("top-left", "top-right").get(number);
            default ->
                List.of("send-confirmation-by-sms", "no-booking-confirmation").get(number);
        };
    }

    private static String rich(Kind kind, int example) {
        boolean first = example == 0;
        return switch (kind) {
            case CODES ->
                first
                        ? "{\"url\":\"%s\",\"extension\":[{\"url\":\"campaign\",\"valueCode\":\"VÅR\"}]}"
                        : "{\"url\":\"%s\",\"extension\":[{\"url\":\"campaign\",\"valueCode\":\"VÅR\"},{\"url\":\"campaign\",\"valueCode\":\"HØST\"}]}";
            case CODING -> "[{\"system\":\"http://x/y\",\"code\":\"" + (first ? "UND" : "RENS") + "\"}]";
            case IDENTITY ->
                "{\"identifier\":{\"system\":\"http://x/hpr\",\"value\":\"" + (first ? "1" : "2")
                        + "\"},\"display\":\"Kari\"}";
            case REFERENCE ->
                first ? "{\"reference\":\"HealthcareService/7\"}" : "{\"reference\":\"HealthcareService/8\"}";
            case CONCEPTS ->
                "[{\"coding\":[{\"system\":\"http://x/y\",\"code\":\"c\",\"display\":\""
                        + (first ? "Tannlege" : "Tannpleier") + "\"}]}]";
            case IDENTIFIER ->
                "{\"system\":\"%s\",\"type\":{\"coding\":[{\"code\":\"RI\"}]},\"value\":\"" + (first ? "a1" : "b2")
                        + "\"}";
            case IDENTIFIERS ->
                "[{\"system\":\"urn:oid:2.16.578.1.12.4.1.4.101\",\"value\":\"" + (first ? "987" : "988")
                        + "\"},{\"system\":\"https://x/y/endpoint-identifier/12\",\"value\":\"55\"}]";
            case PERSON_NAME ->
                "[{\"use\":\"official\",\"given\":[\"Kari\",\"Anne\"],\"family\":\"" + (first ? "Berg" : "Dal")
                        + "\"}]";
            case CONTACTS ->
                "[{\"system\":\"phone\",\"value\":\"" + (first ? "22 33" : "44 55")
                        + "\",\"rank\":1},{\"system\":\"url\",\"value\":\"https://clinic.example\"},{\"system\":\"email\",\"rank\":2}]";
            case ADDRESS ->
                "{\"line\":[\"Storgata 1\"],\"postalCode\":\"" + (first ? "0150" : "0151")
                        + "\",\"city\":\"Oslo\",\"country\":\"NO\"}";
            case POSITION -> "{\"longitude\":10.50,\"latitude\":" + (first ? "59.9" : "59.91") + "}";
            case HOURS ->
                "[{\"daysOfWeek\":[\"mon\",\"tue\",\"wed\",\"thu\"],\"availableStartTime\":\"08:00:00\",\"availableEndTime\":\"17:00:00\"},"
                        + "{\"daysOfWeek\":[\"fri\"],\"availableStartTime\":\"08:00:00\",\"availableEndTime\":\""
                        + (first ? "17" : "15")
                        + ":00:00\"},{\"availableStartTime\":\"10:00:00\"},{\"daysOfWeek\":[\"xyz\"],\"allDay\":true}]";
            case BOOKING_RULES ->
                "{\"url\":\"%s\",\"extension\":[{\"url\":\"cancellationAllowed\",\"valueBoolean\":" + first
                        + "},{\"url\":\"minimumPatientAgeYears\",\"valuePositiveInt\":18},"
                        + "{\"url\":\"allowCancellationRemainingHours\",\"valueInteger\":" + (first ? "48" : "1")
                        + "}]}";
            default -> throw new IllegalStateException(kind.name());
        };
    }

    private static JsonNode parse(String json) {
        return Json.object("{\"it\":" + json + "}").get("it");
    }

    private static byte[] picture(int width) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, 30, BufferedImage.TYPE_INT_RGB), "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void aWeekTellsOnlyItsChangedDaysAndAWholeOneStandsInAFewWords() {
        assertEquals(List.of("Fri 08:00–17:00", "Fri 08:00–15:00"), words("availableTime", 0, 1));
        assertEquals(
                "Mon–Fri 08:00–17:00\nSat, Sun closed\nHours without a day: Opens: 10:00:00\n"
                        + "Hours on a day that does not exist, “xyz”: Day: xyz, All day: Yes",
                words("availableTime", -1, 0).getLast());
    }

    @Test
    void rulesAreSentencesAndOnlyThoseThatDiffer() {
        assertEquals(
                List.of(
                        "Cancelling in the portal is allowed\nPatients can cancel until 48 hours before the appointment",
                        "Cancelling in the portal is not allowed\nPatients can cancel until 1 hour before the appointment"),
                words("bookingRules", 0, 1));
    }

    @Test
    void whatIsShortIsWrittenAsByHand() {
        assertEquals(List.of("59.9, 10.50", "59.91, 10.50"), words("position", 0, 1));
        assertEquals(
                "Phone 22 33\nWeb https://clinic.example\nE-mail",
                words("telecom", 0, 1).getFirst());
        assertEquals("Storgata 1\n0150 Oslo\nNorway", words("address", 0, 1).getFirst());
        assertEquals(List.of("Sandvika", "clinic 8, not among those downloaded"), words("providedBy", 0, 1));
        assertEquals("JPEG, 41 × 30, 1 kB", words("photo", 0, 1).getLast());
    }

    private static List<String> words(String key, int before, int after) {
        Form form = Forms.of("HealthcareService").orElseThrow();
        Field field = form.field(key).orElseThrow();
        ObjectNode empty = Json.object("{\"resourceType\":\"HealthcareService\",\"id\":\"1\"}");
        ObjectNode one = before < 0 ? empty : with(empty, form, field, before);
        ObjectNode other = with(one, form, field, after);
        Wording wording = new Wording(
                BRITISH, reference -> reference.endsWith("/7") ? Optional.of("Sandvika") : Optional.empty());
        FieldChange change = new ChangeWords(BRITISH, wording)
                .between(form.type(), one, other).stream()
                        .filter(each -> each.label().equals(BRITISH.get(form.labelKey(field))))
                        .findFirst()
                        .orElseThrow();
        return List.of(change.before().plain(), change.after().plain());
    }

    @Test
    void whatNoFieldCoversHasANameAndOnlyItsDifferenceIsTold() {
        ObjectNode before = Json.object("""
                {"resourceType":"HealthcareService","id":"1","comment":"A",
                 "contained":[{"resourceType":"Location","id":"a","physicalType":{"text":"site"},
                   "managingOrganization":{"reference":"Organization/7"}}],
                 "location":[{"reference":"#a"}],
                 "extension":[{"url":"https://x/ext-row","extension":[{"url":"rowVersion","valueInteger":1},
                   {"url":"ok","valueBoolean":true}]}],
                 "notAvailable":[{"description":"Easter","during":{"start":"2026-04-02"}}]}""");
        ObjectNode after = before.deepCopy();
        after.put("comment", "B");
        ((ObjectNode) after.at("/extension/0/extension/0")).put("valueInteger", 2);
        ((ObjectNode) after.at("/notAvailable/0/during")).put("start", "2027-03-25");
        after.remove("contained");
        after.remove("location");
        List<String> told = new ArrayList<>();
        new ChangeWords(BRITISH, new Wording(BRITISH, reference -> Optional.empty()))
                .between("HealthcareService", before, after)
                .forEach(change -> told.add(change.label() + ": "
                        + change.before().plain() + " → " + change.after().plain()));
        assertTrue(told.contains("Other data: Comment: A → B"), told.toString());
        assertTrue(told.contains("Other data: Row › Row version: 1 → 2"), told.toString());
        assertTrue(told.contains("Other data: Closed 1 › During › From: 2026-04-02 → 2027-03-25"), told.toString());
        assertTrue(
                told.contains("Other data: Inside it › Organisation in charge: organisation 7, not among those"
                        + " downloaded → "),
                told.toString());
        assertFalse(RAW.matcher(String.join("", told)).find(), told.toString());
    }
}
