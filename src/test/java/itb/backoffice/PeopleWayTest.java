package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.shell.chain.Line;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** People whom only the identifiers in roles tell of: what is done with one is done in all of their roles. */
class PeopleWayTest extends WindowTest {
    private static String key(ObjectNode role) {
        var identifier = role.path("practitioner").path("identifier");
        return identifier.path("system").asText() + "|"
                + identifier.path("value").asText();
    }

    private Map<String, List<ObjectNode>> people() {
        return server().roles().values().stream()
                .collect(Collectors.groupingBy(PeopleWayTest::key, TreeMap::new, Collectors.toList()));
    }

    private TableView<Line> table() {
        return lookup("#people").queryTableView();
    }

    private void openPerson(String key) {
        Line line = table().getItems().stream()
                .filter(each -> each.id().equals(key))
                .findFirst()
                .orElseThrow();
        clickOn("#people-search")
                .push(KeyCode.CONTROL, KeyCode.A)
                .eraseText(1)
                .write(key.substring(key.lastIndexOf('|') + 1));
        clickRow(line::equals);
        waitUntil(
                "the person is open",
                () -> words("identity-title").equals(line.row().text("name").text()));
    }

    @Test
    void aPersonIsRenamedInAllRolesAndThatIsTakenBackAsOne() {
        waitForChain();
        Map.Entry<String, List<ObjectNode>> person = people().entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .findFirst()
                .orElseThrow();
        clickOn("#page-people");
        waitUntil(
                "there is one line for each identifier",
                () -> table().getItems().size() == people().size());
        openPerson(person.getKey());
        clickOn("#identity-rename");
        waitUntil("the card asks", () -> focused("identity-name"));
        push(KeyCode.CONTROL, KeyCode.A).write("Kari Nordmann");
        assertTrue(said().contains("Rename in " + person.getValue().size() + " roles"), said().toString());
        push(KeyCode.ENTER);
        waitUntil("the name is new", () -> words("identity-title").equals("Kari Nordmann"));
        waitUntil(
                "all roles are drafts",
                () -> words("review-all").equals("Review " + person.getValue().size() + " drafts"));

        clickOn("#noticeUndo");
        waitUntil("no draft is left", () -> !there("review-all"));
        assertEquals(
                person.getValue()
                        .getFirst()
                        .path("practitioner")
                        .path("display")
                        .asText(),
                words("identity-title"));
    }

    @Test
    void twoThatAreTheSameAreMergedAndReachTheServer() {
        waitForChain();
        List<Map.Entry<String, List<ObjectNode>>> all = List.copyOf(people().entrySet());
        var one = all.get(0);
        var other = all.get(1);
        clickOn("#page-people");
        waitUntil("the people are there", () -> table().getItems().size() == all.size());
        interact(() -> {
            for (int i = 0; i < table().getItems().size(); i++) {
                String id = table().getItems().get(i).id();
                if (id.equals(one.getKey()) || id.equals(other.getKey())) {
                    table().getSelectionModel().select(i);
                }
            }
        });
        clickOn("#people-merge");
        waitFor("keep-1");
        clickOn("#question-do");
        waitUntil("one of them is gone", () -> table().getItems().size() == all.size() - 1);
        review();
        upload();
        Map<String, List<ObjectNode>> after = people();
        assertEquals(all.size() - 1, after.size());
        List<ObjectNode> kept = after.containsKey(one.getKey()) ? after.get(one.getKey()) : after.get(other.getKey());
        assertEquals(one.getValue().size() + other.getValue().size(), kept.size());
        assertEquals(
                1,
                kept.stream()
                        .map(role -> role.path("practitioner").path("display").asText())
                        .distinct()
                        .count());
    }
}
