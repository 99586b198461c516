package itb.backoffice.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.draft.Changes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    void aNewRoleThatTheServerNamesIsThereOnceThoughTheAnswerIsLost() throws Exception {
        losesTheAnswerAboutANewRole(false);
    }

    @Test
    void theServerItselfChangesNothingButMeta() {
        List<String> changed = new ArrayList<>();
        Set<String> meta = new TreeSet<>();
        for (ObjectNode sent : chain) {
            String path = PlainClient.path(sent);
            // The first version, since other tests change a few roles.
            ObjectNode first = other.get(path + "/_history/1");
            Changes.apartFromMeta(sent, first).forEach(change -> changed.add(path + " " + change));
            first.path("meta").properties().stream()
                    .filter(member ->
                            !member.getValue().equals(sent.path("meta").get(member.getKey())))
                    .forEach(member -> meta.add("its own: " + member.getKey()));
            sent.path("meta").properties().stream()
                    .filter(member -> !first.path("meta").has(member.getKey()))
                    .forEach(member -> meta.add("gone: " + member.getKey()));
        }
        assertEquals(List.of(), changed);
        assertEquals(Set.of("its own: versionId", "its own: lastUpdated", "its own: source"), meta);
    }
}
