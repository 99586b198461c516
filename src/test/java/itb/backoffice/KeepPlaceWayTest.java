package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.shell.chain.Line;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Whatever changes beneath a table, its place, what is selected and the keyboard stay where they are. */
class KeepPlaceWayTest extends WindowTest {
    private static final int MORE = 40;

    /** Makes roles on the server as somebody else would; their names sort before all others. */
    private void makeElsewhere(String name, int count) {
        ObjectNode like = server().usualRole();
        for (int i = 0; i < count; i++) {
            ObjectNode another = DemoHttp.unversioned(like);
            another.put("id", name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + "-" + i);
            ((ObjectNode) another.path("practitioner")).put("display", name + " " + (char) ('A' + i % 26) + i);
            server().create(another);
        }
    }

    private void fetch(int changed) {
        push(KeyCode.F5);
        String done = changed == 1 ? "1 thing changed on the server" : changed + " things changed on the server";
        waitUntil("what changed is fetched", () -> said().contains(done));
    }

    private static IndexedCell<?> first(TableView<Line> table) {
        VirtualFlow<?> flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
        return flow.getFirstVisibleCell();
    }

    @Test
    void whatIsInSightStaysThereWhenOthersComeAndGoAboveIt() {
        waitForChain();
        makeElsewhere("Bo", MORE);
        fetch(MORE);
        TableView<Line> table = roles();
        waitUntil("all are there", () -> table.getItems().size() > MORE);
        interact(() -> table.scrollTo(20));
        waitUntil("it is scrolled", () -> first(table).getIndex() == 20);
        Line selected = table.getItems().get(23);
        clickRow(selected::equals);
        waitFor("description");
        interact(table::requestFocus);
        Object inSight = first(table).getItem();
        double at = first(table).getLayoutY();

        makeElsewhere("Aa", 3);
        fetch(3);
        waitUntil("the others are there", () -> table.getItems().indexOf(selected) == 26);
        waitUntil("the same is in sight", () -> first(table).getItem() == inSight);
        assertEquals(at, first(table).getLayoutY(), 1);
        assertEquals(selected, table.getSelectionModel().getSelectedItem());
        assertTrue(focused("roles"));
        push(KeyCode.DOWN);
        assertEquals(27, table.getSelectionModel().getSelectedIndex());

        // So many that all are put in order anew.
        makeElsewhere("Ab", 120);
        fetch(120);
        waitUntil("the many are there", () -> table.getItems().indexOf(selected) == 146);
        waitUntil("the same is still in sight", () -> first(table).getItem() == inSight);
        assertTrue(focused("roles"));
        push(KeyCode.DOWN);
        assertEquals(148, table.getSelectionModel().getSelectedIndex());
    }

    @Test
    void whoTypesGoesOnTypingWhileTheChainIsFetched() {
        waitForChain();
        openRole(server().usualRole());
        append("description", " One");
        waitForDraft();
        makeElsewhere("Aa", 1);
        fetch(1);
        waitUntil("it is read anew", () -> said().contains("Draft saved") || saved().startsWith("Draft saved"));
        assertTrue(focused("description"));
        write(" two");
        waitUntil("it is all there", () -> words("description").endsWith(" One two"));
    }

    @Test
    void afterATakingBackTheKeyboardIsStillInTheTable() {
        waitForChain();
        TableView<Line> table = roles();
        Line first = table.getItems().getFirst();
        boolean active = first.row().active();
        clickRow(first::equals);
        waitFor("description");
        clickOn("#roles-activate");
        waitUntil("it is a draft", () -> first.row().draft() != null);
        interact(table::requestFocus);
        push(KeyCode.CONTROL, KeyCode.Z);
        waitUntil("it is taken back", () -> first.row().draft() == null);
        assertEquals(active, first.row().active());
        assertTrue(focused("roles"));
        push(KeyCode.DOWN);
        assertEquals(1, table.getSelectionModel().getSelectedIndex());
    }

    @Test
    void severalThatAreSelectedStaySelectedWhenOthersComeAndOneOfThemGoes() {
        waitForChain();
        makeElsewhere("Bo", 6);
        fetch(6);
        TableView<Line> table = roles();
        waitUntil(
                "they are there",
                () -> table.getItems().stream().anyMatch(line -> line.id().equals("bo-0")));
        clickOn("#roles-search").write("bo");
        clickRow(line -> line.id().equals("bo-1"));
        press(KeyCode.SHIFT);
        clickRow(line -> line.id().equals("bo-4"));
        release(KeyCode.SHIFT);
        assertEquals(4, table.getSelectionModel().getSelectedItems().size());
        makeElsewhere("Bo aa", 2);
        server().delete("PractitionerRole/bo-2");
        push(KeyCode.F5);
        waitUntil(
                "it is gone",
                () -> table.getItems().stream().noneMatch(line -> line.id().equals("bo-2")));
        assertEquals(
                java.util.List.of("bo-1", "bo-3", "bo-4"),
                table.getSelectionModel().getSelectedItems().stream()
                        .map(Line::id)
                        .sorted()
                        .toList());
        assertTrue(focused("roles"));
    }
}
