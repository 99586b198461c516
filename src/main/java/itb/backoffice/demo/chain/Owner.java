package itb.backoffice.demo.chain;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The organisation that owns the chain, with the settings of its portal. */
final class Owner {
    static final String NAME = "Nordtand";

    private final Chain chain;

    Owner(Chain chain) {
        this.chain = chain;
    }

    static String id(Chain chain) {
        return chain.id("Organization", 0);
    }

    ObjectNode make() {
        ObjectNode owner = Elements.resource("Organization", id(chain), Urls.ORGANISATION);
        Elements.contain(owner, "banner", Pictures.banner(chain.random("Banner", 0)));
        Elements.extension(owner, Urls.BANNER_IMAGE).set("valueReference", Elements.reference("#banner"));
        ObjectNode settings = Elements.extension(owner, Urls.SETTINGS);
        code(settings, "showPricesForTreatments", "always-show-price");
        code(settings, "showPricesAtBookingConfirmation", "never-show-price");
        code(settings, "showPractitionerAvatar", "show-practitioner-avatar");
        code(settings, "showClinicImage", "show-clinic-image");
        Elements.extension(settings, "showClinicSearchField").put("valueBoolean", true);
        Elements.extension(settings, "showClinicMapInMyPage").put("valueBoolean", false);
        code(settings, "bannerTextPosition", "bottom-left");
        text(settings, "bannerText", "Bestill time når det passer deg");
        text(settings, "topBannerText", "Velkommen til Nordtand");
        text(settings, "topBannerSubText", "Tannklinikker i Norge og Sverige");
        text(settings, "aboveFormReminder", "Ta med legemiddellisten din til første time.");
        owner.putArray("identifier")
                .add(Elements.identifier(Urls.TENANT, "nordtand-demo"))
                .add(Elements.identifier(Urls.NAME_AS_CODE, "nordtand"));
        owner.put("active", true).put("name", NAME);
        owner.withArrayProperty("telecom").addObject().put("system", "url").put("value", "https://nordtand.example");
        return owner;
    }

    private static void code(ObjectNode settings, String child, String code) {
        Elements.extension(settings, child).put("valueCode", code);
    }

    private static void text(ObjectNode settings, String child, String text) {
        Elements.extension(settings, child).put("valueString", text);
    }
}
