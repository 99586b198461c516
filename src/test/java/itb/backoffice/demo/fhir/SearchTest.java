package itb.backoffice.demo.fhir;

import static itb.backoffice.demo.DemoClient.organisation;
import static itb.backoffice.demo.DemoClient.role;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.demo.DemoClient.Reply;
import itb.backoffice.demo.EmptyServerTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest extends EmptyServerTest {
    private void organisations(int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            String id = "o%03d".formatted(i);
            client.put("Organization/" + id, organisation(id, "name " + i));
        }
    }

    private List<String> pages(Reply first) throws Exception {
        List<String> ids = new ArrayList<>(first.each("resource", "id"));
        for (Reply page = first; !page.link("next").isEmpty(); ) {
            page = client.get(page.link("next"));
            assertEquals(200, page.status());
            ids.addAll(page.each("resource", "id"));
        }
        return ids;
    }

    @Test
    void pagesFollowOneAnotherToTheEnd() throws Exception {
        organisations(0, 7);
        Reply first = client.get("Organization?_count=3&_sort=-_id");

        assertEquals(7, first.json().path("total").asInt());
        assertEquals(List.of("match", "match", "match"), first.each("search", "mode"));
        assertEquals(
                server.baseUrl() + "/Organization/o006", first.each("fullUrl").getFirst());
        assertEquals(server.baseUrl() + "/Organization?_count=3&_sort=-_id", first.link("self"));
        assertEquals("", first.link("previous"));
        assertEquals(List.of("o006", "o005", "o004", "o003", "o002", "o001", "o000"), pages(first));
        Reply second = client.get(first.link("next"));
        assertEquals(
                first.each("resource", "id"),
                client.get(second.link("previous")).each("resource", "id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_id", "-_id", "_lastUpdated", "-_lastUpdated", "-_lastUpdated,_id"})
    void pagingSkipsAndRepeatsNothingWhateverIsChangedMeanwhile(String sort) throws Exception {
        organisations(0, 9);
        Reply first = client.get("Organization?_count=2&_sort=" + sort);
        organisations(3, 5);
        organisations(20, 24);
        client.delete("Organization/o001");
        client.delete("Organization/o008");

        List<String> ids = pages(first);
        assertEquals(9, ids.size());
        assertEquals(9, ids.stream().distinct().count());
    }

    @Test
    void aPageHoldsAHundredUnlessAskedOtherwiseAndNeverMoreThanFiveHundred() throws Exception {
        StringBuilder bundle = new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[");
        for (int i = 0; i < 501; i++) {
            bundle.append(i == 0 ? "" : ",").append("{\"resource\":").append(organisation("b" + i, "n"));
            bundle.append(",\"request\":{\"method\":\"PUT\",\"url\":\"Organization/b")
                    .append(i)
                    .append("\"}}");
        }
        assertEquals(200, client.post("", bundle + "]}").status());

        assertEquals(100, client.get("Organization").each("fullUrl").size());
        assertEquals(500, client.get("Organization?_count=9999").each("fullUrl").size());
        assertEquals(0, client.get("Organization?_count=0").each("fullUrl").size());
        assertEquals(
                501,
                client.get("Organization?_summary=count").json().path("total").asInt());
        assertTrue(client.get("Organization?_total=none&_count=1")
                .json()
                .path("total")
                .isMissingNode());
        assertEquals(501, pages(client.get("Organization")).stream().distinct().count());
    }

    @Test
    void lastUpdatedFindsWhatChangedSince() throws Exception {
        organisations(0, 1);
        String first = client.get("Organization/o000")
                .json()
                .path("meta")
                .path("lastUpdated")
                .asText();
        String later = first;
        while (later.equals(first)) {
            organisations(1, 2);
            later = client.get("Organization/o001")
                    .json()
                    .path("meta")
                    .path("lastUpdated")
                    .asText();
        }
        assertEquals(
                List.of("o001"),
                client.get("Organization?_lastUpdated=gt" + first).each("resource", "id"));
        assertEquals(
                List.of("o000", "o001"),
                client.get("Organization?_lastUpdated=ge" + first).each("resource", "id"));
        assertEquals(
                List.of("o000"),
                client.get("Organization?_lastUpdated=le" + first).each("resource", "id"));
        assertEquals(
                List.of("o000"),
                client.get("Organization?_lastUpdated=lt" + later).each("resource", "id"));
        assertEquals(
                List.of("o001"),
                client.get("Organization?_lastUpdated=" + later).each("resource", "id"));
        assertEquals(
                later,
                client.get("Organization")
                        .json()
                        .path("meta")
                        .path("lastUpdated")
                        .asText());
        assertEquals(
                0,
                client.get("Organization?_lastUpdated=lt2020-05")
                        .json()
                        .path("total")
                        .asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PractitionerRole?practitioner:identifier=urn:p|Kari; r1",
                "PractitionerRole?practitioner:identifier=Kari; r1",
                "PractitionerRole?practitioner:identifier=urn:x|Kari; ''",
                "PractitionerRole?organization:identifier=urn:b|9; r1,r2",
                "PractitionerRole?service=HealthcareService/c1; r1,r2",
                "PractitionerRole?service=c1; r1,r2",
                "PractitionerRole?service=Location/c1; ''",
                "PractitionerRole?service=HealthcareService/c1&practitioner:identifier=Ola,Kari&_id=r2; r2",
                "PractitionerRole?active=true; r1,r2",
                "PractitionerRole?active:not=true; ''",
                "PractitionerRole?_id=r1,r9; r1",
                "Organization?name=ærlend; oa",
                "Organization?name=ASE; ob",
                "Organization?name:contains=tann; oa",
                "Organization?name:exact=Åse Öberg; ob",
                "Organization?name:exact=åse öberg; ''",
                "Organization?name=tann; ''"
            })
    void searchesFindWhatTheyShould(String query, String expected) throws Exception {
        client.put("PractitionerRole/r1", role("r1", "Kari"));
        client.put("PractitionerRole/r2", role("r2", "Ola"));
        client.put("Organization/oa", organisation("oa", "Ærlends tannklinikk"));
        client.put("Organization/ob", organisation("ob", "Åse Öberg"));

        int start = query.indexOf('?') + 1;
        List<String> pairs = new ArrayList<>();
        for (String pair : query.substring(start).split("&")) {
            int equals = pair.indexOf('=');
            String value = URLEncoder.encode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            pairs.add(pair.substring(0, equals) + "=" + value);
        }
        Reply found = client.get(query.substring(0, start) + String.join("&", pairs));
        assertEquals(expected.strip(), String.join(",", found.each("resource", "id")));

        String type = query.substring(0, start - 1);
        Reply posted = client.post(
                type + "/_search", String.join("&", pairs), "Content-Type", "application/x-www-form-urlencoded");
        assertEquals(found.each("resource", "id"), posted.each("resource", "id"));
    }

    @Test
    void onlyTheElementsAskedForAreSent() throws Exception {
        organisations(0, 1);
        Reply found = client.get("Organization?_elements=id");
        assertEquals(List.of(""), found.each("resource", "name"));
        assertEquals(List.of("o000"), found.each("resource", "id"));
        assertEquals("1", found.json().at("/entry/0/resource/meta/versionId").asText());
        assertEquals(
                "SUBSETTED",
                found.json().at("/entry/0/resource/meta/tag/0/code").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense=1",
                "name:above=x",
                "_sort=name",
                "_count=-1",
                "_count=many",
                "_lastUpdated=soon",
                "_lastUpdated=ap2026",
                "_page=1",
                "_total=some",
                "_summary=true",
                "name=",
                "_include=Organization:partof"
            })
    void whatIsNotUnderstoodIsRefusedAndNeverIgnored(String query) throws Exception {
        Reply refused = client.get("Organization?" + query);
        assertEquals(400, refused.status());
        assertEquals("OperationOutcome", refused.json().path("resourceType").asText());
    }

    @Test
    void linksFromBeforeAResetSayThatTheSearchMustStartAgain() throws Exception {
        organisations(0, 3);
        String next = client.get("Organization?_count=1").link("next");
        server.reset();
        organisations(0, 3);
        assertEquals(410, client.get(next).status());
    }
}
