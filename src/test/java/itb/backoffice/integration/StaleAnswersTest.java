package itb.backoffice.integration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.draft.DraftState;
import itb.backoffice.platform.Json;
import itb.backoffice.upload.UploadOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else is faster between our look and our write, and each server says so in its own way. */
class StaleAnswersTest extends UploadFaultsGround {
    private static final String ISSUE =
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"%s\"}]}";

    private void faster(int status, String body, ObjectNode theirs) {
        between.stubFor(put(anyUrl())
                .atPriority(1)
                .inScenario("race")
                .willSetStateTo("lost")
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/fhir+json")
                        .withBody(body)));
        theirs.withObjectProperty("meta").put("versionId", "99");
        between.stubFor(get(urlPathMatching(".*/" + ROLE + "/" + id))
                .atPriority(1)
                .inScenario("race")
                .whenScenarioStateIs("lost")
                .willReturn(aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "application/fhir+json")
                        .withBody(Json.write(theirs))));
    }

    @ParameterizedTest
    @CsvSource({"409, ''", "412, ''", "409, conflict", "412, conflict", "400, conflict", "422, conflict"})
    void theSameFieldIsAConflictHoweverItIsSaid(int status, String issue) {
        draft("Mine");
        ObjectNode theirs = there.get(ROLE + "/" + id);
        theirs.withObjectProperty("organization").put("display", "Theirs");
        faster(status, issue.isEmpty() ? "" : ISSUE.formatted(issue), theirs);
        var conflict = assertInstanceOf(UploadOutcome.Conflict.class, send());
        assertTrue(conflict.theirs().json().contains("\"Theirs\""));
        saysWhatToDo(conflict, "upload.outcome.conflict.next");
        assertEquals(DraftState.CONFLICT, drafts.all().getFirst().state());
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412})
    void anotherFieldIsMergedAndShownAgain(int status) {
        draft("Mine");
        ObjectNode theirs = there.get(ROLE + "/" + id);
        theirs.put("active", !theirs.path("active").asBoolean());
        faster(status, "", theirs);
        var review = assertInstanceOf(UploadOutcome.NeedsReview.class, send());
        assertTrue(review.merged());
        saysWhatToDo(review, "upload.outcome.merged.next");
        ObjectNode both = Json.object(drafts.all().getFirst().json());
        assertEquals("Mine", both.path("organization").path("display").asText());
        assertEquals(theirs.path("active"), both.path("active"));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410, 409, 412})
    void whatSomebodyDeletedIsAConflictHoweverItIsSaid(int status) {
        draft("Mine");
        faster(status, "", there.get(ROLE + "/" + id));
        between.stubFor(get(urlPathMatching(".*/" + ROLE + "/" + id))
                .atPriority(1)
                .inScenario("race")
                .whenScenarioStateIs("lost")
                .willReturn(aResponse().withStatus(status == 404 ? 404 : 410)));
        var conflict = assertInstanceOf(UploadOutcome.Conflict.class, send());
        assertEquals(null, conflict.theirs());
        saysWhatToDo(conflict, "upload.outcome.deletedThere.next");
    }
}
