package itb.backoffice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.util.List;

/**
 * A small chain as servers of the first ITB generation have it: people and billing organisations are resources, roles
 * refer to them literally, a clinic carries its prices in a List and its own extensions.
 */
final class FirstGeneration {
    static final String ROOT = "http://portal.wof.purified.link/fhir/";
    static final String STRUCTURE = ROOT + "StructureDefinition/";
    static final String CLINIC = "HealthcareService/k1";
    static final String ROLE = "PractitionerRole/r1";
    static final String TREATMENT = "ActivityDefinition/t1";

    private FirstGeneration() {}

    /** In an order in which nothing refers to what is not there yet. */
    static List<ObjectNode> chain() {
        return List.of(owner(), billing(), area(), kari(), lars(), clinic(), treatment(), role());
    }

    private static ObjectNode resource(String type, String id, String profile, String rest) {
        return Json.object("{\"resourceType\":\"" + type + "\",\"id\":\"" + id + "\",\"meta\":{\"profile\":[\""
                + STRUCTURE + profile + "\"]}," + rest + "}");
    }

    private static ObjectNode owner() {
        return resource("Organization", "o1", "ServiceProvider", """
                "active":true,"name":"Fjordtann","identifier":[{"system":"http://portal.wof.purified.link/fhir/CodeSystem/nameAsCode","value":"fjordtann"}]""");
    }

    private static ObjectNode billing() {
        return resource("Organization", "b1", "BillingOrganization", """
                "active":true,"name":"Fjordtann Moss AS","identifier":[{"system":"urn:oid:2.16.578.1.12.4.1.4.101","value":"987654321"}]""");
    }

    private static ObjectNode area() {
        return resource("Location", "a1", "LocationArea", """
                "status":"active","name":"Østfold","physicalType":{"text":"Area"}""");
    }

    private static ObjectNode kari() {
        return resource("Practitioner", "p1", "Practitioner", """
                "active":true,"identifier":[{"system":"urn:oid:2.16.578.1.12.4.1.4.4","value":"1234567"}],
                "name":[{"family":"Nordmann","given":["Kari"],"prefix":["Tannlege"]}]""");
    }

    private static ObjectNode lars() {
        return resource("Practitioner", "p2", "Practitioner", """
                "active":true,"name":[{"text":"Lars Dahl"}]""");
    }

    private static ObjectNode clinic() {
        return resource("HealthcareService", "k1", "HealthcareService", """
                "contained":[
                {"resourceType":"Location","id":"adresse","address":{"line":["Storgata 1"],"city":"Moss","postalCode":"1530"},
                "physicalType":{"text":"Site"},"position":{"longitude":10.6590100,"latitude":59.4340000},"partOf":{"reference":"Location/a1"}},
                {"resourceType":"List","id":"priser","status":"current","mode":"working","title":"Priser","entry":[
                {"item":{"reference":"ActivityDefinition/t1","display":"Undersøkelse"},"extension":[{"url":"%sprice","valueMoney":{"value":950.00,"currency":"NOK"}}]},
                {"item":{"display":"Rens"},"extension":[{"url":"%sprice","valueMoney":{"value":700.50,"currency":"NOK"}}]}]}],
                "extension":[{"url":"%snotBookable","valueBoolean":false},{"url":"%splanningHorizon","valueInteger":90},
                {"url":"%spriceList","valueReference":{"reference":"#priser"}},
                {"url":"%sext-clinic-info","extension":[{"url":"directions","valueString":"Buss 6"},{"url":"hasExternalBooking","valueBoolean":false},{"url":"urlPlaceholder","valueString":"moss"}]}],
                "active":true,"providedBy":{"reference":"Organization/o1"},"location":[{"reference":"#adresse"}],"name":"Fjordtann Moss",
                "telecom":[{"system":"phone","value":"69 00 00 00"}],
                "availableTime":[{"daysOfWeek":["mon","tue"],"availableStartTime":"08:00:00","availableEndTime":"16:00:00"}]""".formatted(
                        STRUCTURE, STRUCTURE, STRUCTURE, STRUCTURE, STRUCTURE, STRUCTURE));
    }

    private static ObjectNode treatment() {
        return resource("ActivityDefinition", "t1", "ActivityDefinition", """
                "extension":[{"url":"%sext-sort-key","valueInteger":1}],"title":"Undersøkelse","status":"active","date":"2020-02-03","kind":"ServiceRequest",
                "code":{"coding":[{"system":"%sCodeSystem/csServiceType","code":"undersokning","display":"Undersøkelse"}]}""".formatted(STRUCTURE, ROOT));
    }

    private static ObjectNode role() {
        return resource("PractitionerRole", "r1", "PractitionerRole", """
                "active":true,"practitioner":{"reference":"Practitioner/p1"},"organization":{"reference":"Organization/b1"},
                "code":[{"coding":[{"system":"http://snomed.info/sct","code":"106289002","display":"Dentist"}]}],
                "healthcareService":[{"reference":"HealthcareService/k1"}]""");
    }
}
