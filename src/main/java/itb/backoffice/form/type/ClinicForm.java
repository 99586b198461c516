package itb.backoffice.form.type;

import itb.backoffice.form.Field;
import itb.backoffice.form.Field.Kind;
import itb.backoffice.form.Form;
import itb.backoffice.form.Section;
import itb.backoffice.form.Tab;
import itb.backoffice.validation.shape.Shape;
import itb.backoffice.validation.shape.Shape.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Clinics: where care is given, when it is open, what patients read of it and what rules hold for booking there. */
final class ClinicForm {
    private static final String INFO = "extension[" + Urls.CLINIC_INFO + "].";
    private static final String SCHEDULING = "extension[" + Urls.CHARACTERISTIC + "].extension[scheduling].";
    private static final String CONFIRMATIONS =
            "http://canonical.fhir.link/servicewell/wof-base/CodeSystem/wc-characteristic";
    private static final String ADDRESS = Fitting.ADDRESS;

    /** Shown only where a server carries them: the clinic profile has no word of the characteristics. */
    static final Set<String> ONLY_WHERE_THERE =
            Set.of("bookingConfirmation", "childPatientThreshold", "minChangeHours", "webReschedulingCountAllowed");

    static final Form FORM = new Form(
            "HealthcareService",
            "HealthcareService",
            List.of(
                    new Tab("overview", List.of(what(), where())),
                    new Tab("contact", List.of(contact(), owner())),
                    new Tab("hours", List.of(section("hours", Field.of("availableTime", "availableTime", Kind.HOURS)))),
                    new Tab("booking", List.of(how(), rules())),
                    new Tab("texts", List.of(texts(), picture()))),
            new AddressUpkeep());

    private ClinicForm() {}

    private static Section what() {
        return section(
                "what",
                Field.of("name", "name", Kind.TEXT),
                info("urlPlaceholder", Kind.TEXT),
                Field.of("active", "active", Kind.FLAG));
    }

    /** The elements that make the contained Location an address go with each of its fields: the program keeps them right. */
    private static Section where() {
        return section(
                "where",
                Field.of("area", ADDRESS + ".partOf", Kind.REFERENCE),
                new Field(
                        "address",
                        List.of(
                                ADDRESS + ".address",
                                "location",
                                ADDRESS + ".physicalType",
                                ADDRESS + ".resourceType",
                                ADDRESS + ".id"),
                        Kind.ADDRESS,
                        false),
                Field.of("position", ADDRESS + ".position", Kind.POSITION));
    }

    private static Section contact() {
        return section("contact", Field.of("telecom", "telecom", Kind.CONTACTS));
    }

    private static Section owner() {
        return section(
                "owner",
                Field.of("providedBy", "providedBy", Kind.REFERENCE),
                Field.of("businessIdentifier", Fitting.BUSINESS_IDENTIFIER, Kind.IDENTIFIER));
    }

    private static Section how() {
        return section(
                "how",
                info("hasExternalBooking", Kind.FLAG),
                info("bookingSummaryInformationText", Kind.LONG_TEXT),
                confirmation(),
                Field.of("childPatientThreshold", SCHEDULING + "extension[childPatientThreshold]", Kind.NUMBER),
                Field.of("minChangeHours", SCHEDULING + "extension[minChangeHours]", Kind.NUMBER),
                Field.of(
                        "webReschedulingCountAllowed",
                        SCHEDULING + "extension[webReschedulingCountAllowed]",
                        Kind.NUMBER));
    }

    /** The guide fixes a code system that nothing defines: its codes are listed here. */
    private static Field confirmation() {
        List<Code> codes = Stream.of("by-sms", "by-email", "by-email-and-sms")
                .map(way -> new Code(CONFIRMATIONS, "send-confirmation-" + way, ""))
                .toList();
        List<Code> all = new ArrayList<>(codes);
        all.add(new Code(CONFIRMATIONS, "no-booking-confirmation", ""));
        return new Field(
                "bookingConfirmation",
                List.of(SCHEDULING + "extension[bookingConfirmation]"),
                Kind.CODE,
                false,
                Shape.UNKNOWN.withCodes(all));
    }

    private static Section rules() {
        return section("rules", Field.of("bookingRules", "extension[" + Urls.BOOKING_RULES + "]", Kind.BOOKING_RULES));
    }

    private static Section texts() {
        return section(
                "texts",
                info("about", Kind.LONG_TEXT),
                info("directions", Kind.LONG_TEXT),
                info("parking", Kind.LONG_TEXT),
                info("spokenLanguages", Kind.TEXT));
    }

    private static Section picture() {
        return section("picture", Field.of("photo", "photo", Kind.PICTURE));
    }

    private static Field info(String child, Kind kind) {
        return Field.of(child, INFO + "extension[" + child + "]", kind);
    }

    private static Section section(String key, Field... fields) {
        return new Section(key, List.of(fields));
    }
}
