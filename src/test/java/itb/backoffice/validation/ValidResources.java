package itb.backoffice.validation;

import java.util.List;

/** Valid resources of every profile of the built-in package. */
public final class ValidResources {
    /**
     * One of them.
     *
     * @param name the fixture
     * @param profile what it is held against; empty where it is the usual one of its type
     */
    public record ValidResource(String name, String profile) {
        /** Its text. */
        public String json() {
            return Samples.text(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private ValidResources() {}

    /** All of them. */
    public static List<ValidResource> all() {
        return List.of(
                usual("role"),
                usual("role-malformed-systems"),
                usual("treatment"),
                usual("treatment-with-everything"),
                usual("clinic"),
                usual("clinic-with-everything"),
                usual("area"),
                usual("organisation"),
                usual("organisation-with-everything"),
                usual("billing"),
                usual("billing-with-everything"),
                new ValidResource("address", Samples.PORTAL + "healthcare-service-location"),
                new ValidResource("offer", Samples.PORTAL + "offer-portal"),
                new ValidResource("offers", Samples.PORTAL + "BundleOffersContextPortal"),
                usual("consent"));
    }

    private static ValidResource usual(String name) {
        return new ValidResource(name, "");
    }
}
