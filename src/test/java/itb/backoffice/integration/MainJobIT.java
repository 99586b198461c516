package itb.backoffice.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.draft.Changes;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The main job against a real HAPI FHIR JPA server. */
class MainJobIT extends MainJobWay {
    @Override
    URI serve() {
        return HapiServer.shared().base();
    }

    @Test
    void rolesComeOnMoreThanOnePage() {
        ObjectNode first = other.get(ROLE + "?_count=200");
        assertTrue(first.path("entry").size() < SIZE.roles());
        assertTrue(StreamSupport.stream(first.path("link").spliterator(), false)
                .anyMatch(link -> link.path("relation").asText().equals("next")));
    }

    @Test
    void theServerItselfChangesNothingButMeta() {
        List<String> changed = chain.stream()
                .flatMap(sent -> Changes.apartFromMeta(sent, other.get(PlainClient.path(sent))).stream()
                        .map(change -> PlainClient.path(sent) + " " + change))
                .toList();
        assertEquals(List.of(), changed);
    }
}
