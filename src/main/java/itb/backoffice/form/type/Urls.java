package itb.backoffice.form.type;

import java.util.Optional;
import java.util.regex.Pattern;

/** The canonical urls that forms speak of, and the other spellings under which servers send them. */
public final class Urls {
    /** What the portal's own definitions begin with. */
    public static final String PORTAL = "https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/";

    static final String CONNECT = "http://canonical.fhir.link/servicewell/wof-connect/StructureDefinition/";
    static final String CLINIC_INFO = PORTAL + "ext-clinic-info";
    static final String BOOKING_RULES = CONNECT + "ext-booking-rules";
    static final String CHARACTERISTIC = CONNECT + "wofconnect-characteristic";
    static final String SORT_KEY = CONNECT + "ext-sort-key";
    static final String CAMPAIGNS = PORTAL + "ext-campaigns";
    static final String SETTINGS = PORTAL + "organization-settings";
    static final String BANNER = PORTAL + "extBannerImage";
    static final String AREA = "http://portal.wof.purified.link/fhir/StructureDefinition/LocationArea";
    static final String SERVICE_TYPE =
            "http://canonical.fhir.link/servicewell/wof-connect/identifiercodesystem/service-type-id";
    static final String PLACE_KIND = "http://terminology.hl7.org/CodeSystem/location-physical-type";
    static final String TENANT = "http://ki.purified.link/wof-mobileform/fhir/CodeSystem/MobileFormTenantsCs";
    static final String NAME_AS_CODE = "http://portal.wof.purified.link/fhir/CodeSystem/nameAsCode";

    private static final Pattern OURS =
            Pattern.compile("https?://(canonical\\.fhir\\.link/servicewell|portal\\.wof\\.purified\\.link)/.*");

    private Urls() {}

    /** Whether {@code url} is another spelling of {@code canonical}: the same name under another of ITB's roots. */
    static boolean means(String url, String canonical) {
        return url.equals(canonical)
                || (tail(url).equals(tail(canonical))
                        && OURS.matcher(url).matches()
                        && OURS.matcher(canonical).matches());
    }

    /** Which of {@code urls} stands for {@code canonical}; itself before any other spelling. */
    static Optional<String> spelling(java.util.Collection<String> urls, String canonical) {
        return urls.contains(canonical)
                ? Optional.of(canonical)
                : urls.stream().filter(url -> means(url, canonical)).findFirst();
    }

    private static String tail(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
