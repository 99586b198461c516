package itb.backoffice.benchmark;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Roles with Nordic names, made from a seed: the same ones every time. */
public final class GeneratedRoles {
    private static final List<String> GIVEN = List.of(
            "Åse", "Bjørn", "Solveig", "Håkon", "Märta", "Östen", "Ingrid", "Lars", "Maja", "Sören", "Kjersti", "Ægir",
            "Nils", "Tuva", "Johan", "Elin", "Pål", "Göran", "Liv", "Anders");
    private static final List<String> FAMILY = List.of(
            "Ødegård",
            "Åkesson",
            "Næss",
            "Björklund",
            "Sætre",
            "Lindström",
            "Hansen",
            "Strömberg",
            "Bakke",
            "Väisänen",
            "Nygård",
            "Holmström",
            "Dahl",
            "Sjöberg",
            "Røed",
            "Berg",
            "Lunde",
            "Ekström",
            "Moen",
            "Håland");
    private static final List<String> TOWNS = List.of(
            "Sandvika", "Tromsø", "Malmö", "Ålesund", "Göteborg", "Bodø", "Västerås", "Hamar", "Skövde", "Førde");
    private static final List<String> WORK = List.of("Tannlege", "Tannpleier", "Tandläkare", "Kjeveortoped");

    private GeneratedRoles() {}

    /** {@code count} roles as JSON; every one with a photo of {@code photoBytes}, if that is not 0. */
    public static List<String> json(int count, int photoBytes) {
        Random random = new Random(42);
        List<String> roles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            roles.add(role(random, photoBytes));
        }
        return roles;
    }

    private static String role(Random random, int photoBytes) {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        String person = pick(random, GIVEN) + " " + pick(random, FAMILY);
        String town = pick(random, TOWNS);
        String work = pick(random, WORK);
        byte[] photo = new byte[photoBytes];
        random.nextBytes(photo);
        String contained = photoBytes == 0
                ? ""
                : "\"contained\":[{\"resourceType\":\"Binary\",\"id\":\"photo\",\"contentType\":\"image/jpeg\",\"data\":\""
                        + Base64.getEncoder().encodeToString(photo) + "\"}],";
        return "{\"resourceType\":\"PractitionerRole\",\"id\":\"" + id
                + "\",\"meta\":{\"versionId\":\"1\",\"lastUpdated\":\"2026-11-01T08:00:00.000+01:00\",\"profile\":["
                + "\"https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/practitioner-role-portal\"]},"
                + contained
                + "\"extension\":[{\"url\":\"https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/ext-practitionerrole-description\","
                + "\"valueString\":\"" + person + " er " + work.toLowerCase(java.util.Locale.ROOT) + " i " + town
                + " og tar imot nye pasienter hele uken, også på kveldstid når det trengs.\"}],\"active\":"
                + (random.nextInt(10) > 0)
                + ",\"practitioner\":{\"identifier\":{\"system\":\"https://canonical.fhir.link/servicewell/wof-portal/identifier-system/endpoint-identifier-system-for-practitioner/e\",\"value\":\""
                + random.nextInt(3000) + "\"},\"display\":\"" + person
                + "\"},\"organization\":{\"identifier\":{\"system\":\"https://canonical.fhir.link/servicewell/wof-portal/identifier-system/endpoint-identifier-system-for-billingorganization/e\",\"value\":\""
                + random.nextInt(100) + "\"},\"display\":\"" + town
                + " Tannhelse AS\"},\"code\":[{\"coding\":[{\"system\":"
                + "\"http://portal.wof.purified.link/fhir/CodeSystem/csPractitionerRole\",\"code\":\"dentist\",\"display\":\""
                + work + "\"}],\"text\":\"" + work + "\"}],\"healthcareService\":[{\"reference\":\"HealthcareService/"
                + random.nextInt(400) + "\",\"display\":\"Klinikken " + town + "\"}]}";
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
