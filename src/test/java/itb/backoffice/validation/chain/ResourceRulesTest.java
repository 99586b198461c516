package itb.backoffice.validation.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Utf8Text;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ResourceRulesTest {
    private final ResourceRules rules = new ResourceRules(() -> 100);

    @Test
    void hoursThatOverlapAreToldOncePerDay() {
        ObjectNode clinic = clinic();
        hours(clinic, "08:00:00", "12:00:00", "mon", "tue");
        hours(clinic, "12:00:00", "16:00:00", "mon", "tue");
        assertEquals(List.of(), found(clinic));
        hours(clinic, "11:00:00", "13:00:00", "tue");
        assertEquals(List.of("hours-overlap HealthcareService.availableTime[2] [2]"), found(clinic));
    }

    @Test
    void allDayOverlapsWithEveryTime() {
        ObjectNode clinic = clinic();
        hours(clinic, "08:00:00", "12:00:00", "sun");
        ((ArrayNode) clinic.get("availableTime"))
                .addObject()
                .put("allDay", true)
                .putArray("daysOfWeek")
                .add("sun");
        assertEquals(List.of("hours-overlap HealthcareService.availableTime[1] [7]"), found(clinic));
    }

    @Test
    void allDayAndTimesContradictEachOther() {
        ObjectNode clinic = clinic();
        hours(clinic, "08:00:00", "12:00:00", "mon");
        ((ObjectNode) clinic.at("/availableTime/0")).put("allDay", true);
        assertEquals(List.of("hours-all-day HealthcareService.availableTime[0] []"), found(clinic));
    }

    @Test
    void hoursThatEndBeforeTheyBeginAreTold() {
        ObjectNode clinic = clinic();
        hours(clinic, "16:00:00", "08:30:00", "mon");
        hours(clinic, "09:00:00", "09:00:00", "tue");
        assertEquals(
                List.of(
                        "hours-backwards HealthcareService.availableTime[0] [16:00, 08:30]",
                        "hours-backwards HealthcareService.availableTime[1] [09:00, 09:00]"),
                found(clinic));
    }

    @Test
    void whatIsNoTimeIsLeftToTheProfile() {
        ObjectNode clinic = clinic();
        hours(clinic, "morning", "25:00", "someday");
        assertEquals(List.of(), found(clinic));
    }

    @Test
    void hoursForWhatIsNotAllowedContradictThat() {
        ObjectNode clinic = clinic();
        ArrayNode parts = bookingRules(clinic);
        parts.addObject().put("url", "cancellationAllowed").put("valueBoolean", false);
        parts.addObject().put("url", "allowCancellationRemainingHours").put("valueInteger", 48);
        parts.addObject().put("url", "reschedulingAllowed").put("valueBoolean", true);
        parts.addObject().put("url", "allowRescheduleRemainingHours").put("valueInteger", 24);
        assertEquals(List.of("cancel-hours HealthcareService.extension[0].extension[1] [48]"), found(clinic));
        ((ObjectNode) parts.get(2)).put("valueBoolean", false);
        assertEquals(2, found(clinic).size());
    }

    @Test
    void aLimitBelowZeroIsTold() {
        ObjectNode clinic = clinic();
        bookingRules(clinic)
                .addObject()
                .put("url", "minimumAdvanceBookingMinutes")
                .put("valueInteger", -5);
        assertEquals(List.of("below-zero HealthcareService.extension[0].extension[0] []"), found(clinic));
    }

    @Test
    void tagsInTextsThatPatientsReadAreTold() {
        ObjectNode clinic = clinic();
        clinic.put("comment", "Koster <b>500 kroner</b>.<br/>");
        clinic.put("name", "Kl < 8 og > 16");
        clinic.putObject("text").put("div", "<div>its right</div>");
        assertEquals(List.of("tags HealthcareService.comment []"), found(clinic));
    }

    @Test
    void picturesAreMeasuredWithoutBeingRead() {
        ObjectNode clinic = clinic();
        ArrayNode contained = clinic.putArray("contained");
        contained.addObject().put("resourceType", "Binary").put("data", "A".repeat(100_000));
        contained.addObject().put("resourceType", "Binary").put("data", "A".repeat(400_000));
        assertEquals(List.of("large-picture HealthcareService.contained[1] [300, 100]"), found(clinic));
        long data = LeanResource.read(Utf8Text.of(Json.write(clinic)))
                .at("/contained/0/data")
                .asLong();
        assertEquals(100_000, data);
    }

    @Test
    void aPhotoThatIsNotContainedIsMeasuredToo() {
        ObjectNode clinic = clinic();
        clinic.putObject("photo").put("contentType", "image/jpeg").put("data", "A".repeat(400_000));
        assertEquals(List.of("large-picture HealthcareService.photo [300, 100]"), found(clinic));
        ObjectNode person = Json.object().put("resourceType", "Practitioner").put("id", "p");
        person.putArray("photo").addObject().put("data", "A".repeat(400_000));
        assertEquals(List.of("large-picture Practitioner.photo[0] [300, 100]"), found(person));
    }

    @Test
    void everyBreachHasItsWordsInEachLanguage() {
        ObjectNode clinic = clinic();
        hours(clinic, "08:00:00", "12:00:00", "mon");
        hours(clinic, "11:00:00", "12:00:00", "mon");
        Breach breach = rules.check(clinic).getFirst();
        assertEquals(
                "Opening hours overlap on Mondays.",
                breach.finding(Messages.of(Locale.ENGLISH)).message());
        assertEquals(
                "Öppettiderna överlappar på måndagar.",
                breach.finding(Messages.of(Locale.of("sv"))).message());
        assertTrue(breach.finding(Messages.of(Locale.of("nb"))).message().endsWith("på mandager."));
    }

    private List<String> found(ObjectNode resource) {
        return rules.check(LeanResource.read(Utf8Text.of(Json.write(resource)))).stream()
                .map(breach -> breach.kind() + " " + breach.path() + " " + breach.words())
                .toList();
    }

    private static ObjectNode clinic() {
        return Json.object().put("resourceType", "HealthcareService").put("id", "c");
    }

    private static ArrayNode bookingRules(ObjectNode clinic) {
        return clinic.putArray("extension")
                .addObject()
                .put("url", "http://canonical.fhir.link/servicewell/wof-connect/StructureDefinition/ext-booking-rules")
                .putArray("extension");
    }

    private static void hours(ObjectNode clinic, String from, String to, String... days) {
        ObjectNode time = clinic.withArrayProperty("availableTime").addObject();
        for (String day : days) {
            time.withArrayProperty("daysOfWeek").add(day);
        }
        time.put("availableStartTime", from).put("availableEndTime", to);
    }
}
