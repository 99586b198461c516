package itb.backoffice.demo.chain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.math.BigDecimal;
import java.util.Random;

/** The clinics: address, opening hours, texts, booking rules and a picture. */
final class Clinics {
    private static final String KIND = "HealthcareService";

    private final Chain chain;

    Clinics(Chain chain) {
        this.chain = chain;
    }

    static String id(Chain chain, int index) {
        return chain.id(KIND, index);
    }

    static int area(Chain chain, int index) {
        return index % chain.size().areas();
    }

    static boolean swedish(Chain chain, int index) {
        return Areas.region(area(chain, index)).swedish();
    }

    /** The place among the clinics of the same region, in all of its areas. */
    private static int place(Chain chain, int index) {
        int areas = chain.size().areas();
        int largest = (chain.size().clinics() + areas - 1) / areas;
        return area(chain, index) / Places.REGIONS.size() * largest + index / areas;
    }

    private static Places.Town town(Chain chain, int index) {
        var towns = Areas.region(area(chain, index)).towns();
        return towns.get(place(chain, index) % towns.size());
    }

    static String name(Chain chain, int index) {
        int again = place(chain, index) / 10;
        String name = Owner.NAME + " " + town(chain, index).name();
        if (again == 0) {
            return name;
        }
        int round = (again - 1) / Places.QUARTERS.size();
        String quarter = Places.QUARTERS.get((again - 1) % Places.QUARTERS.size());
        return name + " " + quarter + (round == 0 ? "" : " " + (round + 1));
    }

    /** Whether the clinic is booked on a site of its own. */
    private static boolean hasExternalBooking(int index) {
        return index % 12 == 7;
    }

    ObjectNode make(int index) {
        Random random = chain.random(KIND, index);
        String name = name(chain, index);
        boolean swedish = swedish(chain, index);
        ObjectNode clinic = Elements.resource(KIND, id(chain, index), Urls.CLINIC);
        clinic.putArray("contained").add(address(random, index));
        info(Elements.extension(clinic, Urls.CLINIC_INFO), random, index);
        rules(Elements.extension(clinic, Urls.BOOKING_RULES), random);
        clinic.put("active", index % 15 != 14);
        clinic.set(
                "providedBy",
                Elements.reference("Organization/" + Owner.id(chain)).put("display", Owner.NAME));
        clinic.putArray("location").add(Elements.reference("#address"));
        clinic.put("name", name);
        clinic.putObject("photo")
                .put("contentType", "image/jpeg")
                .put("data", Elements.base64(Pictures.clinic(random)));
        String phone = swedish ? "+46 8 55" : "+47 22 95";
        Elements.telecom(clinic, "phone", phone + " %02d %02d".formatted(index / 100 % 100, index % 100), 1);
        Elements.telecom(clinic, "email", Elements.slug(name.substring(Owner.NAME.length())) + "@nordtand.example", 2);
        if (hasExternalBooking(index)) {
            Elements.telecom(
                    clinic, "url", "https://nordtand.example/" + Elements.slug(name.substring(Owner.NAME.length())), 3);
        }
        hours(clinic, random);
        return clinic;
    }

    private ObjectNode address(Random random, int index) {
        Places.Town town = town(chain, index);
        boolean swedish = swedish(chain, index);
        String street = Chain.pick(random, swedish ? Places.SWEDISH_STREETS : Places.NORWEGIAN_STREETS);
        String line = street + " " + (1 + random.nextInt(88));
        ObjectNode location = Json.object().put("resourceType", "Location").put("id", "address");
        ObjectNode address = location.putObject("address");
        address.put("use", "work").put("text", line + ", " + town.postalCode() + " " + town.name());
        address.putArray("line").add(line);
        address.put("city", town.name()).put("postalCode", town.postalCode());
        address.put("country", swedish ? "SE" : "NO");
        location.set("physicalType", Elements.concept(Urls.PHYSICAL_TYPE, "si", ""));
        location.putObject("position")
                .put("longitude", new BigDecimal(town.longitude()))
                .put("latitude", new BigDecimal(town.latitude()));
        location.set("partOf", Elements.reference("Location/" + Areas.id(chain, area(chain, index))));
        return location;
    }

    private void info(ObjectNode info, Random random, int index) {
        boolean swedish = swedish(chain, index);
        int stop = 1 + random.nextInt(9);
        text(
                info,
                "directions",
                swedish
                        ? "Buss " + stop + " stannar utanför dörren. Ingången är från gården."
                        : "Buss " + stop + " stopper utenfor døren. Inngangen er fra gårdsplassen.");
        text(
                info,
                "parking",
                swedish ? "Två timmars gratis parkering bakom huset." : "To timers gratis parkering bak huset.");
        text(
                info,
                "about",
                swedish
                        ? "En ljus mottagning med lugna rum. Här möter du samma personer varje gång."
                        : "En lys klinikk med rolige rom. Her møter du de samme menneskene hver gang.");
        text(info, "spokenLanguages", swedish ? "svenska, engelska" : "norsk, engelsk, polsk");
        text(
                info,
                "bookingSummaryInformationText",
                swedish ? "Kom gärna tio minuter före din tid." : "Kom gjerne ti minutter før timen.");
        Elements.extension(info, "hasExternalBooking").put("valueBoolean", hasExternalBooking(index));
        text(info, "urlPlaceholder", Elements.slug(name(chain, index)));
    }

    private static void rules(ObjectNode rules, Random random) {
        Elements.extension(rules, "allowCancellationRemainingHours").put("valueInteger", 24 * (1 + random.nextInt(2)));
        Elements.extension(rules, "allowRescheduleRemainingHours").put("valueInteger", 24);
        Elements.extension(rules, "cancellationAllowed").put("valueBoolean", true);
        Elements.extension(rules, "reschedulingAllowed").put("valueBoolean", random.nextInt(5) > 0);
        Elements.extension(rules, "minimumPatientAgeYears").put("valuePositiveInt", 16 + 2 * random.nextInt(2));
        Elements.extension(rules, "minimumAdvanceBookingMinutes").put("valueInteger", 60 * (1 + random.nextInt(4)));
    }

    private static void hours(ObjectNode clinic, Random random) {
        ArrayNode hours = clinic.putArray("availableTime");
        int opens = 7 + random.nextInt(3);
        ObjectNode week = hours.addObject();
        week.putArray("daysOfWeek").add("mon").add("tue").add("wed").add("thu");
        week.put("availableStartTime", "%02d:30:00".formatted(opens)).put("availableEndTime", "17:00:00");
        ObjectNode friday = hours.addObject();
        friday.putArray("daysOfWeek").add("fri");
        friday.put("availableStartTime", "%02d:30:00".formatted(opens)).put("availableEndTime", "15:00:00");
        if (random.nextInt(4) == 0) {
            ObjectNode saturday = hours.addObject();
            saturday.putArray("daysOfWeek").add("sat");
            saturday.put("availableStartTime", "10:00:00").put("availableEndTime", "14:00:00");
        }
    }

    private static void text(ObjectNode info, String child, String text) {
        Elements.extension(info, child).put("valueString", text);
    }
}
