package itb.backoffice.form.portal;

import java.util.Optional;
import java.util.Set;

/** The pages of the portal that settings change, in the order in which a patient comes to them. */
public enum PortalScreen {
    START(
            "banner",
            "bannerTextPosition",
            "bannerText",
            "topBannerText",
            "topBannerSubText",
            "showClinicImage",
            "showClinicSearchField"),
    TREATMENTS("showPricesForTreatments"),
    PEOPLE("showPractitionerAvatar"),
    DETAILS("aboveFormReminder"),
    CONFIRMATION("showPricesAtBookingConfirmation"),
    MY_PAGE("showClinicMapInMyPage");

    private final Set<String> fields;

    PortalScreen(String... fields) {
        this.fields = Set.of(fields);
    }

    /** The keys of the fields that change it. */
    public Set<String> fields() {
        return fields;
    }

    /** The page that the field {@code key} changes. */
    public static Optional<PortalScreen> of(String key) {
        for (PortalScreen screen : values()) {
            if (screen.fields.contains(key)) {
                return Optional.of(screen);
            }
        }
        return Optional.empty();
    }
}
