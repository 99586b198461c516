package itb.backoffice.form.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Resources as hard as servers send them: every field filled, and around each of them extensions, elements and contained
 * resources that nobody knows, extensions on primitives, and decimals whose digits matter.
 */
public final class Hostile {
    private static final String PORTAL = "https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/";
    private static final String CONNECT = "http://canonical.fhir.link/servicewell/wof-connect/StructureDefinition/";

    /** What every resource gets: strange things at the top. */
    private static final String STRANGE = """
            "meta":{"versionId":"7","extension":[{"url":"http://a.b/extWofMeta","extension":[{"url":"created","valueDateTime":"2026-03-09T08:15:42.190+01:00"}]}],"profile":["http://a.b/p"]},
            "zzUnknown":{"a":[1,2.50,{"b":1E+2}],"deep":{"er":10.7295010}},
            "_language":{"extension":[{"url":"http://a.b/why","valueDecimal":0.10}]},
            "text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">æøå</div>"},""";

    private static final String STRANGER = """
            {"url":"http://a.b/strange","valueDecimal":10.7295010,"_valueDecimal":{"id":"p"}},
            {"url":"http://a.b/strange","valueString":"the same once more"},
            {"url":"http://a.b/deep","extension":[{"url":"notBookable","valueBoolean":true},{"url":"horizon","valueQuantity":{"value":90.0,"unit":"d"}}]}""";

    private static final String LIST = """
            {"resourceType":"List","id":"prices","status":"current","mode":"working","entry":[{"item":{"display":"500.00"},"zz":1.00}]}""";

    private Hostile() {}

    /** One for each form, by the form's name; the text as the server sent it. */
    /** One resource for each form, by the form's name. */
    public static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("PractitionerRole", role());
        all.put("HealthcareService", clinic());
        all.put("ActivityDefinition", treatment());
        all.put("Location", area());
        all.put("Organization", owner());
        all.put("BillingOrganization", billing());
        all.put("Practitioner", practitioner());
        all.replaceAll((name, text) -> Json.write(Json.object(text)));
        return all;
    }

    private static String resource(String type, String rest) {
        return "{\"resourceType\":\"" + type + "\",\"id\":\"h-1\"," + STRANGE + rest + "}";
    }

    private static String role() {
        return resource("PractitionerRole", """
                "contained":[%s,{"resourceType":"Binary","id":"face","contentType":"image/jpeg","data":"/9j/AAAA","zz":1.0}],
                "extension":[%s,{"id":"d","url":"%sext-practitionerrole-description","valueString":"Hei <b>du</b>","_valueString":{"id":"x"}},
                {"url":"%sext-binary-reference","valueReference":{"reference":"#face","zz":1}}],
                "active":true,"_active":{"extension":[{"url":"http://a.b/since","valueDate":"2020"}]},
                "practitioner":{"identifier":{"system":"http://s/1","value":"17","period":{"start":"2020"}},"display":"Kari","_display":{"id":"k"}},
                "organization":{"identifier":{"system":"http://s/2","value":"9"},"display":"Bill AS"},
                "code":[{"coding":[{"system":"http://c","code":"dentist","zz":2.0}],"text":"Tannlege"},{"text":"Leder"}],
                "specialty":[{"text":"Kirurgi"}],
                "healthcareService":[{"reference":"HealthcareService/1","display":"A","zz":3.0},{"reference":"HealthcareService/2"}],
                "notAvailable":[{"description":"ferie","during":{"start":"2026-07-01"}}]""".formatted(LIST, STRANGER, PORTAL, PORTAL));
    }

    private static String clinic() {
        return resource("HealthcareService", """
                "contained":[%s,{"resourceType":"Location","id":"sted","_name":{"id":"n"},"extension":[{"url":"http://a.b/floor","valueInteger":2}],
                "address":{"use":"work","text":"Gata 1, 0150 Oslo","line":["Gata 1"],"_line":[{"id":"l"}],"city":"Oslo","postalCode":"0150","country":"NO","period":{"start":"2020"}},
                "physicalType":{"text":"Site"},"position":{"longitude":10.7295010,"latitude":59.9000,"altitude":12.50},"partOf":{"reference":"Location/area-1","display":"Øst"}},
                {"resourceType":"Location","id":"area-1","name":"Area"},{"resourceType":"Organization","id":"o","active":true}],
                "extension":[%s,{"url":"%sext-clinic-info","id":"ci","extension":[{"url":"directions","valueString":"d","id":"i"},{"url":"zzChild","valueDecimal":1.10},
                {"url":"parking","valueString":"p"},{"url":"about","valueMarkdown":"a *b*"},{"url":"spokenLanguages","valueString":"norsk"},
                {"url":"bookingSummaryInformationText","valueString":"s"},{"url":"hasExternalBooking","valueBoolean":false},{"url":"urlPlaceholder","valueString":"gata"}]},
                {"url":"%sext-booking-rules","extension":[{"url":"minimumPatientAgeYears","valuePositiveInt":16},{"url":"zzRule","valueInteger":1}]},
                {"url":"%swofconnect-characteristic","extension":[{"url":"scheduling","extension":[{"url":"childPatientThreshold","valueInteger":12},
                {"url":"bookingConfirmation","valueCoding":{"system":"http://other/system","code":"send-confirmation-by-sms","display":"SMS"}},
                {"url":"minChangeHours","valueInteger":24},{"url":"webReschedulingCountAllowed","valueInteger":2}]},{"url":"workflow","extension":[]}]}],
                "identifier":[{"system":"http://i/1","value":"1"},{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"RI"}]},"system":"http://i/2","value":"RI-1"}],
                "active":true,"providedBy":{"reference":"Organization/#o","zz":1},"location":[{"reference":"#sted","display":"her"}],
                "name":"Klinikk","_name":{"extension":[{"url":"http://a.b/t","valueString":"x"}]},
                "photo":{"contentType":"image/jpeg","data":"/9j/AAAA","title":"t","zz":1.0},
                "telecom":[{"system":"phone","value":"22","rank":1,"period":{"start":"2020"}},{"system":"url","use":"work","rank":3},{"system":"email","value":"a@b","rank":2,"_value":{"id":"v"}}],
                "availableTime":[{"daysOfWeek":["mon","tue"],"availableStartTime":"08:00:00","availableEndTime":"16:00:00","zz":1.0},{"daysOfWeek":["fri"],"allDay":true}],
                "comment":"noe" """.formatted(LIST, STRANGER, PORTAL, PORTAL, CONNECT));
    }

    private static String treatment() {
        return resource("ActivityDefinition", """
                "contained":[%s],
                "extension":[%s,{"url":"%sext-sort-key","valueInteger":4,"id":"s"},
                {"url":"%sext-campaigns","extension":[{"url":"campaign","valueCode":"vår"},{"url":"zz","valueString":"y"},{"url":"campaign","valueCode":"høst"}]}],
                "name":"Rens","_name":{"id":"n"},"title":"Tannrens","_title":{"id":"t"},"subtitle":"30 min","status":"active","_status":{"id":"s"},
                "date":"2026-01-02","description":"Bla <b>500</b>","kind":"ServiceRequest",
                "code":{"id":"c","coding":[{"system":"http://portal.wof.purified.link/fhir/CodeSystem/csServiceType","code":"rens","display":"Rens","userSelected":true},{"system":"http://other","code":"x"}],"text":"Tannrens"},
                "timingDuration":{"value":30.0,"unit":"min"}""".formatted(LIST, STRANGER, PORTAL, PORTAL));
    }

    private static String area() {
        return resource("Location", """
                "contained":[%s],"extension":[%s,{"url":"%sext-sort-key","valueInteger":2}],
                "status":"active","name":"Øst","_name":{"id":"n"},"alias":["Ø"],"_alias":[{"id":"a"}],
                "physicalType":{"text":"Area"},"position":{"longitude":10.7295010,"latitude":59.90}""".formatted(LIST, STRANGER, CONNECT));
    }

    private static String owner() {
        return resource("Organization", """
                "contained":[%s,{"resourceType":"Binary","id":"b","contentType":"image/png","data":"iVBORw0K"}],
                "extension":[%s,{"url":"%sextBannerImage","valueReference":{"reference":"#b"}},
                {"url":"%sorganization-settings","extension":[{"url":"showPricesForTreatments","valueCode":"always-show-price"},{"url":"zz","valueDecimal":2.20},
                {"url":"showPricesAtBookingConfirmation","valueCode":"strange-code"},{"url":"showPractitionerAvatar","valueCode":"show-practitioner-avatar"},
                {"url":"showClinicImage","valueCode":"show-clinic-map"},{"url":"showClinicSearchField","valueBoolean":true},{"url":"showClinicMapInMyPage","valueBoolean":false},
                {"url":"bannerTextPosition","valueCode":"top-left"},{"url":"bannerText","valueString":"a"},{"url":"topBannerText","valueString":"b"},
                {"url":"topBannerSubText","valueString":"c"},{"url":"aboveFormReminder","valueString":"d"}]},
                {"url":"%sext-booking-rules","extension":[{"url":"minimumAdvanceBookingMinutes","valueInteger":60}]}],
                "identifier":[{"system":"http://ki.purified.link/wof-mobileform/fhir/CodeSystem/MobileFormTenantsCs","value":"t","zz":1.0},{"system":"http://i/1","value":"1"},
                {"system":"http://portal.wof.purified.link/fhir/CodeSystem/nameAsCode","value":"n"}],
                "active":true,"_active":{"id":"a"},"name":"Kjede","telecom":[{"system":"url","value":"https://x","zz":1.0},{"value":"22"}],
                "partOf":{"reference":"Organization/2"}""".formatted(LIST, STRANGER, PORTAL, PORTAL, CONNECT));
    }

    private static String billing() {
        return resource("Organization", """
                "contained":[%s],"extension":[%s],
                "identifier":[{"system":"http://i/1","value":"1","assigner":{"display":"x"}},{"value":"2"}],
                "active":false,"name":"Bill AS","_name":{"id":"n"},"telecom":[{"system":"phone","value":"1","rank":1}]""".formatted(LIST, STRANGER))
                .replace("\"http://a.b/p\"", "\"" + PORTAL + "billing-organization-portal\"");
    }

    private static String practitioner() {
        return resource("Practitioner", """
                "contained":[%s],"extension":[%s],"identifier":[{"system":"http://i/1","value":"1"}],"active":true,
                "name":[{"use":"official","text":"Kari Nordmann","family":"Nordmann","_family":{"extension":[{"url":"http://a.b/own","valueString":"x"}]},"given":["Kari","Anne"],"prefix":["Dr"]},{"text":"Kalle"}],
                "telecom":[{"system":"email","value":"k@x"}],"gender":"female","birthDate":"1980-02-03","_birthDate":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-birthTime","valueDateTime":"1980-02-03T10:11:12+01:00"}]},
                "photo":[{"contentType":"image/png","data":"iVBORw0K"}],"qualification":[{"code":{"text":"Dr"},"period":{"start":"2001"}}]""".formatted(LIST, STRANGER));
    }

    static ObjectNode tree(String form) {
        return Json.object(java.util.Objects.requireNonNull(all().get(form)));
    }
}
