package itb.backoffice.demo.fhir;

import static itb.backoffice.demo.DemoClient.organisation;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.demo.DemoClient.Reply;
import itb.backoffice.demo.EmptyServerTest;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadsTest extends EmptyServerTest {
    @Test
    void anUnchangedResourceNeedNotBeSentAgain() throws Exception {
        client.put("Organization/o", organisation("o", "one"));

        Reply same = client.get("Organization/o", "If-None-Match", "W/\"1\"");
        assertEquals(304, same.status());
        assertEquals("W/\"1\"", same.header("ETag"));
        assertEquals(
                200, client.get("Organization/o", "If-None-Match", "W/\"2\"").status());
    }

    @Test
    void headTellsTheSameAsGetWithoutTheBody() throws Exception {
        client.put("Organization/o", organisation("o", "one"));
        Reply get = client.get("Organization/o");
        Reply head = client.send("HEAD", "Organization/o", "");

        assertEquals(200, head.status());
        assertEquals("", head.body());
        for (String header : List.of("ETag", "Last-Modified", "Content-Type", "Content-Length")) {
            assertEquals(get.header(header), head.header(header));
        }
        assertEquals(404, client.send("HEAD", "Organization/x", "").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/fhir+json",
                "application/json",
                "*/*",
                "text/html,application/xhtml+xml,*/*;q=0.8",
                "application/fhir+xml;q=1.0, application/fhir+json;q=0.9",
                "application/json+fhir",
                "application/fhir+json; fhirVersion=4.0"
            })
    void jsonIsSentToWhoeverTakesIt(String accept) throws Exception {
        assertEquals(200, client.get("metadata", "Accept", accept).status());
    }

    @Test
    void otherFormatsAreRefusedInJson() throws Exception {
        for (Reply refused : List.of(
                client.get("metadata", "Accept", "application/fhir+xml"),
                client.get("metadata?_format=xml"),
                client.get("metadata", "Accept", "application/fhir+json;q=0"))) {
            assertEquals(406, refused.status());
            assertEquals("OperationOutcome", refused.json().path("resourceType").asText());
        }
        assertEquals(
                200, client.get("metadata?_format=json", "Accept", "text/html").status());
        assertEquals(200, client.get("metadata?_format=application/fhir+json").status());
        assertTrue(client.get("metadata?_pretty=true").body().contains("\n  \"status\""));
    }

    @Test
    void whoAsksForGzipGetsTheSameBytesSmaller() throws Exception {
        Reply plain = client.get("metadata");
        Reply packed = client.get("metadata", "Accept-Encoding", "gzip, deflate");

        assertEquals("gzip", packed.header("Content-Encoding"));
        byte[] sent = packed.http().body();
        assertTrue(sent.length < plain.body().length() / 2);
        assertArrayEquals(plain.http().body(), new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes());
        assertEquals("", client.get("metadata", "Accept-Encoding", "gzip;q=0").header("Content-Encoding"));
    }

    @Test
    void theHistoryOfAResourceHasEveryVersionNewestFirst() throws Exception {
        client.put("Organization/o", organisation("o", "one"));
        client.put("Organization/o", organisation("o", "two"));
        client.delete("Organization/o");
        client.put("Organization/other", organisation("other", "x"));

        Reply history = client.get("Organization/o/_history");
        assertEquals("history", history.json().path("type").asText());
        assertEquals(3, history.json().path("total").asInt());
        assertEquals(List.of("DELETE", "PUT", "PUT"), history.each("request", "method"));
        assertEquals(List.of("W/\"3\"", "W/\"2\"", "W/\"1\""), history.each("response", "etag"));
        assertEquals(List.of("", "two", "one"), history.each("resource", "name"));
        assertEquals(404, client.get("Organization/never/_history").status());

        assertEquals(4, client.get("Organization/_history").json().path("total").asInt());
        Reply first = client.get("Organization/_history?_count=3");
        client.put("Organization/late", organisation("late", "x"));
        Reply second = client.get(first.link("next"));
        assertEquals(List.of("one"), second.each("resource", "name"));
        assertEquals("", second.link("next"));
    }

    @Test
    void theHistorySinceATimeHasOnlyWhatCameAfter() throws Exception {
        client.put("Organization/o", organisation("o", "one"));
        assertEquals(
                1,
                client.get("Organization/_history?_since=2020-01-01")
                        .json()
                        .path("total")
                        .asInt());
        assertEquals(
                0,
                client.get("Organization/_history?_since=2999-01-01T00:00:00Z")
                        .json()
                        .path("total")
                        .asInt());
        assertEquals(400, client.get("Organization/_history?_since=yesterday").status());
    }

    @Test
    void metadataTellsTheTruthAboutEveryType() throws Exception {
        Reply metadata = client.get("metadata");
        JsonNode rest = metadata.json().path("rest").path(0);

        assertEquals("4.0.1", metadata.json().path("fhirVersion").asText());
        assertEquals(
                "transaction", rest.path("interaction").path(0).path("code").asText());
        for (JsonNode type : rest.path("resource")) {
            assertTrue(type.path("updateCreate").asBoolean());
            assertTrue(type.path("conditionalCreate").asBoolean());
            assertEquals("versioned-update", type.path("versioning").asText());
            for (JsonNode param : type.path("searchParam")) {
                String value = param.path("type").asText().equals("date") ? "ge2020" : "x";
                String search =
                        type.path("type").asText() + "?" + param.path("name").asText() + "=" + value;
                assertEquals(200, client.get(search).status(), search);
            }
        }
        assertFalse(rest.path("resource").isEmpty());
    }

    @Test
    void whatIsNotThereIsSaidSo() throws Exception {
        assertEquals(404, client.get("Patient").status());
        assertEquals(404, client.get("Organization/x/y/z").status());
        assertEquals(404, client.get("Organization/x/_history/1/more").status());
        assertEquals(405, client.get("").status());
        String elsewhere = server.baseUrl().toString().replace("/fhir", "/other");
        assertEquals(404, client.get(elsewhere).status());
    }
}
