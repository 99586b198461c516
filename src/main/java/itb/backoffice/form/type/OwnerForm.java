package itb.backoffice.form.type;

import itb.backoffice.form.Field;
import itb.backoffice.form.Field.Kind;
import itb.backoffice.form.Form;
import itb.backoffice.form.Section;
import itb.backoffice.form.Tab;
import java.util.List;
import java.util.Set;

/** The portal organisation: who owns the chain, and how its portal looks. */
final class OwnerForm {
    private static final String SETTINGS = "extension[" + Urls.SETTINGS + "].";
    private static final String BANNER = "extension[" + Urls.BANNER + "]";

    /** Booking rules for the whole chain are not in the profile, but some servers have them. */
    static final Set<String> ONLY_WHERE_THERE = Set.of("bookingRules");

    static final Form FORM = new Form(
            "Organization",
            "Organization",
            List.of(
                    new Tab("overview", List.of(who(), systems())),
                    new Tab("portal", List.of(prices(), pages())),
                    new Tab("banner", List.of(banner(), texts())),
                    new Tab(
                            "booking",
                            List.of(new Section(
                                    "rules",
                                    List.of(Field.of(
                                            "bookingRules",
                                            "extension[" + Urls.BOOKING_RULES + "]",
                                            Kind.BOOKING_RULES)))))));

    private OwnerForm() {}

    private static Section who() {
        return section(
                "who",
                // FHIR wants a name or an identifier; patients want the name.
                new Field("name", List.of("name"), Kind.TEXT, true),
                Field.of("active", "active", Kind.FLAG),
                Field.of("telecom", "telecom", Kind.CONTACTS));
    }

    private static Section systems() {
        return section(
                "systems",
                Field.of("nameAsCode", "identifier[" + Urls.NAME_AS_CODE + "]", Kind.IDENTIFIER),
                Field.of("tenant", "identifier[" + Urls.TENANT + "]", Kind.IDENTIFIER));
    }

    private static Section prices() {
        return section(
                "prices",
                setting("showPricesForTreatments", Kind.CODE),
                setting("showPricesAtBookingConfirmation", Kind.CODE));
    }

    private static Section pages() {
        return section(
                "pages",
                setting("showPractitionerAvatar", Kind.CODE),
                setting("showClinicImage", Kind.CODE),
                setting("showClinicSearchField", Kind.FLAG),
                setting("showClinicMapInMyPage", Kind.FLAG),
                setting("aboveFormReminder", Kind.LONG_TEXT));
    }

    private static Section banner() {
        return section(
                "banner",
                new Field("banner", List.of(BANNER, Fitting.picture("banner")), Kind.PICTURE, false),
                setting("bannerTextPosition", Kind.CODE));
    }

    private static Section texts() {
        return section(
                "texts",
                setting("bannerText", Kind.TEXT),
                setting("topBannerText", Kind.TEXT),
                setting("topBannerSubText", Kind.TEXT));
    }

    private static Field setting(String child, Kind kind) {
        return Field.of(child, SETTINGS + "extension[" + child + "]", kind);
    }

    private static Section section(String key, Field... fields) {
        return new Section(key, List.of(fields));
    }
}
