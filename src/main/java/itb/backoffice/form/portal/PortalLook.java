package itb.backoffice.form.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.form.Form;
import itb.backoffice.form.Values;
import itb.backoffice.form.picture.PicturePlace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the settings of the portal organisation make patients see.
 *
 * @param name of the chain
 * @param listPrices in the list of treatments
 * @param confirmedPrices in the confirmation
 * @param avatars of practitioners
 * @param clinics what stands beside a clinic's name
 * @param search above the clinics
 * @param map on "My page"
 */
public record PortalLook(
        String name,
        Shown listPrices,
        Shown confirmedPrices,
        Shown avatars,
        Beside clinics,
        Shown search,
        Shown map,
        Banner banner,
        String reminder) {
    /** Whether something is shown. */
    public enum Shown {
        YES,
        NO,
        /** Nothing is said: the portal does as it likes. */
        OPEN
    }

    /** What stands beside a clinic's name. */
    public enum Beside {
        PICTURE,
        MAP,
        NOTHING,
        OPEN
    }

    /** The corner of the banner in which its text stands. */
    public enum Corner {
        TOP_LEFT,
        TOP_RIGHT,
        BOTTOM_LEFT,
        BOTTOM_RIGHT;

        /** Whether it is at the right. */
        public boolean right() {
            return this == TOP_RIGHT || this == BOTTOM_RIGHT;
        }

        /** Whether it is at the bottom. */
        public boolean bottom() {
            return this == BOTTOM_LEFT || this == BOTTOM_RIGHT;
        }
    }

    /** The banner with the words over and on it; pictures are equal when their bytes are. */
    public record Banner(String heading, String line, String text, Corner corner, Optional<Bytes> picture) {}

    /** The bytes of a picture, compared by what they are. */
    public record Bytes(byte[] bytes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes(byte[] theirs) && Arrays.equals(bytes, theirs);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    /** What {@code organisation} says, read as its {@code form} reads it. */
    public static PortalLook of(Form form, ObjectNode organisation) {
        Reader reader = new Reader(form, organisation);
        return new PortalLook(
                reader.text("name"),
                shown(reader.text("showPricesForTreatments")),
                shown(reader.text("showPricesAtBookingConfirmation")),
                shown(reader.text("showPractitionerAvatar")),
                switch (reader.text("showClinicImage")) {
                    case "show-clinic-image" -> Beside.PICTURE;
                    case "show-clinic-map" -> Beside.MAP;
                    case "dont-show-image" -> Beside.NOTHING;
                    default -> Beside.OPEN;
                },
                shown(reader.text("showClinicSearchField")),
                shown(reader.text("showClinicMapInMyPage")),
                reader.banner(),
                reader.text("aboveFormReminder"));
    }

    /** All that decides what a page looks like: equal for two looks where the page is the same. */
    public List<Object> on(PortalScreen screen) {
        return switch (screen) {
            case START -> List.of(banner, clinics, search);
            case TREATMENTS -> List.of(listPrices);
            case PEOPLE -> List.of(avatars);
            case DETAILS -> List.of(reminder);
            case CONFIRMATION -> List.of(confirmedPrices);
            case MY_PAGE -> List.of(map);
        };
    }

    private static Shown shown(String value) {
        return switch (value) {
            case "true", "always-show-price", "show-practitioner-avatar" -> Shown.YES;
            case "false", "never-show-price", "dont-show-practitioner-avatar" -> Shown.NO;
            default -> Shown.OPEN;
        };
    }

    private record Reader(Form form, ObjectNode organisation) {
        String text(String key) {
            return form.field(key)
                    .map(field -> Values.text(organisation, field))
                    .orElse("");
        }

        Banner banner() {
            Corner corner = switch (text("bannerTextPosition")) {
                case "top-right" -> Corner.TOP_RIGHT;
                case "bottom-left" -> Corner.BOTTOM_LEFT;
                case "bottom-right" -> Corner.BOTTOM_RIGHT;
                default -> Corner.TOP_LEFT;
            };
            Optional<Bytes> picture = form.field("banner")
                    .flatMap(field -> PicturePlace.of(field).read(organisation))
                    .map(Bytes::new);
            return new Banner(text("topBannerText"), text("topBannerSubText"), text("bannerText"), corner, picture);
        }
    }
}
