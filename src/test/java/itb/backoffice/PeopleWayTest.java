package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.chain.Line;
import java.util.Comparator;
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

    @Test
    void aCorrectedIdentifierReachesAllRolesKeepsAllElseAndIsTakenBackAsOne() {
        waitForChain();
        List<ObjectNode> roles = people().values().stream()
                .filter(list -> list.size() > 1)
                .findFirst()
                .orElseThrow();
        elsewhere(roles.getFirst(), role -> {
            ObjectNode identifier = (ObjectNode) role.path("practitioner").path("identifier");
            identifier.put("use", "official").putObject("type").put("text", "Payroll number");
            identifier.putArray("extension").addObject().put("url", "urn:x-own").put("valueDecimal", 1);
            return role;
        });
        push(KeyCode.F5);
        Map<String, ObjectNode> before = server().roles();
        String key = key(roles.getFirst());
        waitUntil("what changed is fetched", () -> said().contains("1 thing changed on the server"));
        clickOn("#page-people");
        waitUntil("the people are there", () -> !table().getItems().isEmpty());
        assertEquals("Merge", words("people-merge"), "what cannot be done yet is named");
        int people = table().getItems().size();
        openPerson(key);
        clickOn("#identity-correct");
        waitUntil("the card asks", () -> focused("identity-value"));
        push(KeyCode.CONTROL, KeyCode.A).write("4711|b");
        clickOn("#question-do");
        waitUntil(
                "it is open under its new number",
                () -> words("identity-identifier").contains("4711|b"));
        waitUntil("all roles are drafts", () -> words("review-all").equals("Review " + roles.size() + " drafts"));

        push(KeyCode.CONTROL, KeyCode.Z);
        waitUntil("no draft is left", () -> !there("review-all"));
        assertTrue(words("identity-identifier").contains(Summaries.value(key)));

        clickOn("#identity-correct");
        waitUntil("the card asks again", () -> focused("identity-value"));
        push(KeyCode.CONTROL, KeyCode.A).write("4711|b").push(KeyCode.ENTER);
        waitUntil("all roles are drafts again", () -> there("review-all"));
        review();
        upload();
        Map<String, ObjectNode> after = server().roles();
        int corrected = 0;
        for (Map.Entry<String, ObjectNode> role : before.entrySet()) {
            ObjectNode expected = DemoHttp.unversioned(role.getValue());
            if (key(role.getValue()).equals(key)) {
                ((ObjectNode) expected.path("practitioner").path("identifier")).put("value", "4711|b");
                corrected++;
            }
            ObjectNode there = after.getOrDefault(role.getKey(), Json.object());
            assertEquals(expected, DemoHttp.unversioned(there));
        }
        assertEquals(roles.size(), corrected);
        leaveReview("people");
        assertEquals(people, table().getItems().size());
    }

    private void leaveReview(String page) {
        clickOn("#reviewClose");
        waitFor(page + "-search");
    }

    @Test
    void anIdentifierThatSomebodyElseHasIsSaidBeforeBothBecomeOne() {
        waitForChain();
        List<Map.Entry<String, List<ObjectNode>>> all = List.copyOf(people().entrySet());
        var one = all.get(0);
        var other = all.stream()
                .filter(each -> !each.getKey().equals(one.getKey())
                        && Summaries.system(each.getKey()).equals(Summaries.system(one.getKey()))
                        && !name(each.getValue()).equals(name(one.getValue())))
                .findFirst()
                .orElseThrow();
        clickOn("#page-people");
        waitUntil("the people are there", () -> table().getItems().size() == all.size());
        openPerson(one.getKey());
        clickOn("#identity-correct");
        waitUntil("the card asks", () -> focused("identity-value"));
        push(KeyCode.CONTROL, KeyCode.A).write(Summaries.value(other.getKey()));
        waitUntil("it says who has it", () -> words("identity-taken").contains(name(other.getValue())));
        clickOn("#question-do");
        clickOn("#people-search").push(KeyCode.CONTROL, KeyCode.A).eraseText(1);
        waitUntil("there is one fewer", () -> table().getItems().size() == all.size() - 1);
        Line both = table().getItems().stream()
                .filter(line -> line.id().equals(other.getKey()))
                .findFirst()
                .orElseThrow();
        assertEquals(
                Integer.toString(one.getValue().size() + other.getValue().size()),
                both.row().text("roles").text());
        assertEquals("2", both.row().text("spellings").text());
        waitUntil("the two names are pointed out", () -> there("identity-one-name"));

        clickOn("#noticeUndo");
        waitUntil("they are two again", () -> table().getItems().size() == all.size());
        waitUntil("no draft is left", () -> !there("review-all"));
    }

    private static String name(List<ObjectNode> roles) {
        return roles.getFirst().path("practitioner").path("display").asText();
    }

    @Test
    void aBillingOrganisationShowsTheRolesAndClinicsThatItTouches() {
        waitForChain();
        clickOn("#page-billing");
        TableView<Line> billing = lookup("#billing").queryTableView();
        waitUntil("they are there", () -> !billing.getItems().isEmpty());
        Line many = billing.getItems().stream()
                .max(Comparator.comparingInt(
                        line -> Integer.parseInt(line.row().text("clinics").text())))
                .orElseThrow();
        clickRow(many::equals);
        String clinics = many.row().text("clinics").text();
        waitUntil("the clinics are named", () -> said().contains("At " + clinics + " clinics"));
        clickOn("#relations-all-CLINICS");
        waitFor("clinics-search");
        TableView<Line> table = lookup("#clinics").queryTableView();
        assertEquals(Integer.parseInt(clinics), table.getItems().size());
        push(KeyCode.ALT, KeyCode.LEFT);
        waitUntil("back leads back", () -> there("identity-rename"));
        push(KeyCode.ALT, KeyCode.RIGHT);
        waitUntil("and forward there again", () -> there("clinics-search"));
    }
}
