package itb.backoffice.demo.chain;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainGeneratorTest {
    private static final List<ObjectNode> CHAIN = chain(1, 24);

    private static List<ObjectNode> chain(long seed, int clinics) {
        return new ChainGenerator(seed, new ChainSize(clinics)).resources().toList();
    }

    private static List<ObjectNode> of(String type) {
        return CHAIN.stream()
                .filter(resource -> resource.path("resourceType").asText().equals(type))
                .toList();
    }

    private static long different(Stream<String> texts) {
        return texts.distinct().count();
    }

    @Test
    void theSameSeedAndSizeGiveTheSameBytesAndAnotherSeedDoesNot() {
        List<String> once = CHAIN.stream().map(Json::write).toList();
        List<String> again = chain(1, 24).stream().map(Json::write).toList();
        assertEquals(once, again);
        assertNotEquals(once, chain(2, 24).stream().map(Json::write).toList());
    }

    @Test
    void theUsualChainHasTheUsualSizes() {
        assertEquals(24, of("HealthcareService").size());
        assertEquals(5, of("Location").size());
        assertEquals(40, of("ActivityDefinition").size());
        assertEquals(1, of("Organization").size());
        List<ObjectNode> roles = of("PractitionerRole");
        assertEquals(220, roles.size());
        assertEquals(
                120,
                different(roles.stream()
                        .map(role -> role.at("/practitioner/identifier/value").asText())));
        assertEquals(
                120,
                different(roles.stream()
                        .map(role -> role.at("/practitioner/display").asText())));
        assertEquals(
                30,
                different(roles.stream()
                        .map(role -> role.at("/organization/identifier/value").asText())));
        assertEquals(
                30,
                different(roles.stream()
                        .map(role -> role.at("/organization/display").asText())));
        assertEquals(
                24,
                different(roles.stream()
                        .map(role -> role.at("/healthcareService/0/reference").asText())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 24, 31, 130})
    void chainsOfAnySizeHoldTogether(int clinics) {
        List<ObjectNode> chain = chain(3, clinics);
        Set<String> known = new HashSet<>();
        chain.forEach(resource -> assertTrue(known.add(resource.path("resourceType")
                        .asText() + "/" + resource.path("id").asText())));
        for (ObjectNode resource : chain) {
            for (JsonNode reference : resource.findValues("reference")) {
                String to = reference.asText().replace("/#", "/");
                assertTrue(to.startsWith("#") || known.contains(to), to);
            }
        }
        Map<String, List<ObjectNode>> types = chain.stream()
                .collect(groupingBy(resource -> resource.path("resourceType").asText()));
        for (List<ObjectNode> same : List.of(types.get("HealthcareService"), types.get("Location"))) {
            assertEquals(
                    same.size(),
                    different(same.stream().map(one -> one.path("name").asText())));
        }
        List<ObjectNode> treatments = types.get("ActivityDefinition");
        assertEquals(
                treatments.size(),
                different(treatments.stream()
                        .map(one -> one.at("/code/coding/0/code").asText())));
    }

    @Test
    void anEmptyChainIsEmpty() {
        assertEquals(List.of(), chain(1, 0));
    }

    @Test
    void aboutOneInTenHasAQuirkAndEveryKindOccurs() {
        Map<String, Predicate<String>> quirks = new LinkedHashMap<>();
        quirks.put("booking rules", json -> json.contains("wof-portal/StructureDefinition/ext-booking-rules"));
        quirks.put("sort key", json -> json.contains("wof-portal/StructureDefinition/ext-sort-key"));
        quirks.put("treatment code", json -> json.contains("fhir/CodeSystem/csServiceType"));
        quirks.put("no slash", json -> json.matches("(?s).*-for-practitioner[0-9a-f].*"));
        quirks.put("no value", json -> json.contains("{\"system\":\"url\",\"use\":\"work\",\"rank\":3}"));
        quirks.put("provided by", json -> json.contains("\"Organization/#"));
        quirks.put("physical type", json -> json.contains("\"physicalType\":{\"text\":\"Site\"}"));
        quirks.put("server meta", json -> json.contains("extWofMeta"));
        quirks.put("html", json -> json.contains("<b>") || json.contains("<p>"));
        quirks.put("large photo", json -> json.length() > 60_000);

        List<String> texts = CHAIN.stream().map(Json::write).toList();
        quirks.forEach((name, has) -> assertTrue(texts.stream().anyMatch(has), name));
        long odd = texts.stream()
                .filter(text -> quirks.values().stream().anyMatch(has -> has.test(text)))
                .count();
        assertTrue(odd >= CHAIN.size() * 0.08 && odd <= CHAIN.size() * 0.13, odd + " of " + CHAIN.size());
    }

    @Test
    void picturesAreSmallJpegsThatCanBeOpened() throws Exception {
        List<String> photos = new ArrayList<>();
        for (ObjectNode role : of("PractitionerRole")) {
            for (JsonNode contained : role.path("contained")) {
                assertEquals(
                        "#" + contained.path("id").asText(),
                        role.findValue("valueReference").path("reference").asText());
                photos.add(contained.path("data").asText());
            }
        }
        assertTrue(photos.size() > 120, photos.size() + " photos");
        long small = 0;
        for (String photo : photos) {
            byte[] bytes = Base64.getDecoder().decode(photo);
            assertNotNull(ImageIO.read(new ByteArrayInputStream(bytes)));
            small += bytes.length > 1_000 && bytes.length < 20_000 ? 1 : 0;
        }
        assertTrue(small > photos.size() * 0.9);
        for (ObjectNode clinic : of("HealthcareService")) {
            byte[] bytes = Base64.getDecoder().decode(clinic.at("/photo/data").asText());
            assertNotNull(ImageIO.read(new ByteArrayInputStream(bytes)));
        }
    }

    @Test
    void positionsKeepTheirTrailingZeros() {
        assertTrue(CHAIN.stream().map(Json::write).anyMatch(json -> json.contains(":10.6295010,")));
    }
}
