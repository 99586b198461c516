package itb.backoffice.demo.chain;

/** The canonical URLs of the ITB profiles, extensions and code systems. */
final class Urls {
    static final String PORTAL = "https://canonical.fhir.link/servicewell/wof-portal/";
    static final String CONNECT = "http://canonical.fhir.link/servicewell/wof-connect/";
    static final String FIRST = "http://portal.wof.purified.link/fhir/";

    static final String ROLE = PORTAL + "StructureDefinition/practitioner-role-portal";
    static final String CLINIC = PORTAL + "StructureDefinition/healthcare-service-portal";
    static final String TREATMENT = PORTAL + "StructureDefinition/activity-definition-portal";
    static final String ORGANISATION = PORTAL + "StructureDefinition/service-provider-portal";
    static final String AREA = FIRST + "StructureDefinition/LocationArea";

    static final String DESCRIPTION = PORTAL + "StructureDefinition/ext-practitionerrole-description";
    static final String BINARY_REFERENCE = PORTAL + "StructureDefinition/ext-binary-reference";
    static final String SORT_KEY = CONNECT + "StructureDefinition/ext-sort-key";
    static final String OTHER_SORT_KEY = PORTAL + "StructureDefinition/ext-sort-key";
    static final String CAMPAIGNS = PORTAL + "StructureDefinition/ext-campaigns";
    static final String CLINIC_INFO = PORTAL + "StructureDefinition/ext-clinic-info";
    static final String BOOKING_RULES = CONNECT + "StructureDefinition/ext-booking-rules";
    static final String OTHER_BOOKING_RULES = PORTAL + "StructureDefinition/ext-booking-rules";
    static final String BANNER_IMAGE = PORTAL + "StructureDefinition/extBannerImage";
    static final String SETTINGS = PORTAL + "StructureDefinition/organization-settings";
    static final String SERVER_META = FIRST + "StructureDefinition/extWofMeta";

    static final String SERVICE_TYPE = CONNECT + "identifiercodesystem/service-type-id";
    static final String OTHER_SERVICE_TYPE = FIRST + "CodeSystem/csServiceType";
    static final String ROLE_CODES = FIRST + "CodeSystem/csPractitionerRole";
    static final String SETTING_CODES = PORTAL + "CodeSystem/portal-organization-settings";
    static final String PHYSICAL_TYPE = "http://terminology.hl7.org/CodeSystem/location-physical-type";
    static final String TENANT = "http://ki.purified.link/wof-mobileform/fhir/CodeSystem/MobileFormTenantsCs";
    static final String NAME_AS_CODE = FIRST + "CodeSystem/nameAsCode";

    static final String PRACTITIONER = PORTAL + "identifier-system/endpoint-identifier-system-for-practitioner/";
    static final String BILLING = PORTAL + "identifier-system/endpoint-identifier-system-for-billingorganization/";

    private Urls() {}
}
