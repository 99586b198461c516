package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.shell.chain.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/** The order in which patients see things, changed with the mouse and with keys. */
class OrderWayTest extends WindowTest {
    private static final int MANY = 40;

    private TableView<Line> table;

    /** Opens the treatments, with so many more than the chain has that not all are in sight, ten apart. */
    private void openTreatments() {
        waitForChain();
        ObjectNode like = server().all("ActivityDefinition").values().iterator().next();
        for (int i = 1; i <= MANY; i++) {
            ObjectNode another = DemoHttp.unversioned(like);
            another.put("id", "another-" + i).put("title", "Another " + i);
            for (JsonNode extension : another.path("extension")) {
                if (extension.path("url").asText().endsWith("/ext-sort-key")) {
                    ((ObjectNode) extension).put("valueInteger", 100 + 10 * i);
                }
            }
            server().create(another);
        }
        push(KeyCode.F5);
        clickOn("#page-treatments");
        waitFor("treatments-search");
        table = lookup("#treatments").queryTableView();
        waitUntil("the table is filled", () -> table.getItems().size() > MANY);
        keyFrom = table.getItems().size() - MANY;
    }

    /** Where the ten-apart ones begin. */
    private int keyFrom;

    private List<String> order() {
        return table.getItems().stream().map(Line::reference).toList();
    }

    /** What has a draft. */
    private Set<String> drafts() {
        return table.getItems().stream()
                .filter(line -> line.row().draft() != null)
                .map(Line::reference)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> keys() {
        return table.getItems().stream()
                .map(line -> line.row().summary().fact(Summaries.SORT_KEY))
                .toList();
    }

    private Node row(int index) {
        return table.lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof TableRow<?> row && row.isVisible() && row.getIndex() == index)
                .findFirst()
                .orElseThrow();
    }

    /** A point at the upper or the lower end of a line. */
    private Point2D at(int index, boolean lower) {
        Bounds place = row(index).localToScreen(row(index).getLayoutBounds());
        return new Point2D(place.getMinX() + 120, lower ? place.getMaxY() - 3 : place.getMinY() + 3);
    }

    private void take(int index) {
        clickRow(table.getItems().get(index)::equals);
        moveTo(at(index, true)).press(MouseButton.PRIMARY);
    }

    private boolean markIsThere() {
        return there("drop-line");
    }

    private static List<String> moved(List<String> order, int from, int to) {
        List<String> moved = new ArrayList<>(order);
        moved.add(to, moved.remove(from));
        return moved;
    }

    @Test
    void aTreatmentDraggedBetweenTwoOthersIsTheOnlyOneThatChanges() {
        openTreatments();
        List<String> before = order();
        List<String> keys = keys();
        take(keyFrom + 1);
        moveTo(at(keyFrom + 4, true));
        waitUntil("a line shows where it would go", this::markIsThere);
        Node mark = lookup("#drop-line").query();
        assertEquals(
                at(keyFrom + 4, true).getY(),
                mark.localToScreen(mark.getLayoutBounds()).getCenterY(),
                5);
        release(MouseButton.PRIMARY);
        List<String> lower = moved(before, keyFrom + 1, keyFrom + 4);
        waitUntil("it is three places lower", () -> order().equals(lower));
        assertFalse(markIsThere());
        assertEquals(Set.of(before.get(keyFrom + 1)), drafts());
        assertEquals("155", keys().get(keyFrom + 4));

        take(keyFrom + 4);
        moveTo(at(0, false)).release(MouseButton.PRIMARY);
        List<String> first = moved(before, keyFrom + 1, 0);
        waitUntil("it is the first one", () -> order().equals(first));
        assertEquals(Set.of(before.get(keyFrom + 1)), drafts());
        push(KeyCode.CONTROL, KeyCode.Z);
        waitUntil("the last move is taken back", () -> order().equals(lower));
        clickOn("#draft-discard");
        waitUntil("nothing is left of it", () -> drafts().isEmpty());
        assertEquals(new TreeSet<>(keys), new TreeSet<>(keys()));
    }

    @Test
    void droppedBesideItselfNothingMoves() {
        openTreatments();
        List<String> before = order();
        take(keyFrom + 1);
        moveTo(at(keyFrom + 4, true));
        waitUntil("a line shows where it would go", this::markIsThere);
        moveTo(at(keyFrom + 2, false));
        waitUntil("it would stay where it is", () -> !markIsThere());
        release(MouseButton.PRIMARY);
        assertEquals(before, order());
        assertEquals(Set.of(), drafts());
    }

    @Test
    void severalAreDraggedTogetherAndEscapeLeavesAllAsItIs() {
        openTreatments();
        List<String> before = order();
        clickRow(table.getItems().get(keyFrom + 4)::equals);
        press(KeyCode.CONTROL);
        clickRow(table.getItems().get(keyFrom + 6)::equals);
        release(KeyCode.CONTROL);
        moveTo(at(keyFrom + 6, true)).press(MouseButton.PRIMARY).moveTo(at(keyFrom + 2, false));
        waitUntil("a line shows where they would go", this::markIsThere);
        push(KeyCode.ESCAPE);
        waitUntil("the line is gone", () -> !markIsThere());
        release(MouseButton.PRIMARY);
        assertEquals(before, order());
        assertEquals(Set.of(), drafts());
        assertEquals(2, table.getSelectionModel().getSelectedItems().size());

        moveTo(at(keyFrom + 6, true))
                .press(MouseButton.PRIMARY)
                .moveTo(at(keyFrom + 2, false))
                .release(MouseButton.PRIMARY);
        Set<String> both = Set.of(before.get(keyFrom + 4), before.get(keyFrom + 6));
        List<String> after = new ArrayList<>(before);
        after.removeAll(List.of(before.get(keyFrom + 4), before.get(keyFrom + 6)));
        after.addAll(keyFrom + 2, List.of(before.get(keyFrom + 4), before.get(keyFrom + 6)));
        waitUntil("both are there, in their order", () -> order().equals(after));
        assertEquals(both, drafts());
        assertEquals(
                both,
                table.getSelectionModel().getSelectedItems().stream()
                        .map(Line::reference)
                        .collect(Collectors.toSet()));
    }

    @Test
    void atTheEdgeTheTableScrollsWhileSomethingIsDragged() {
        openTreatments();
        List<String> before = order();
        int last = before.size() - 1;
        take(keyFrom);
        Bounds whole = table.localToScreen(table.getLayoutBounds());
        moveTo(new Point2D(whole.getMinX() + 120, whole.getMaxY() - 4));
        waitUntil(
                "the end has come into sight",
                () -> table.lookupAll(".table-row-cell").stream()
                        .anyMatch(
                                node -> node instanceof TableRow<?> row && row.isVisible() && row.getIndex() == last));
        waitUntil("it would be the last one", () -> {
            Bounds end = row(last).localToScreen(row(last).getLayoutBounds());
            Node mark = lookup("#drop-line").query();
            return Math.abs(mark.localToScreen(mark.getLayoutBounds()).getCenterY() - end.getMaxY()) < 5;
        });
        release(MouseButton.PRIMARY);
        waitUntil("it is the last one", () -> order().equals(moved(before, keyFrom, last)));
        assertEquals(Set.of(before.get(keyFrom)), drafts());
    }

    @Test
    void aTableThatIsSortedOrNarrowedOtherwiseSaysWhyNothingCanBeDragged() {
        openTreatments();
        List<String> before = order();
        clickOn("#treatments-search").write("Another 3");
        waitUntil("it is narrowed", () -> table.getItems().size() < MANY);
        take(0);
        moveBy(0, 30);
        waitUntil("it says why", () -> said().contains(text("page.order.filtered")));
        release(MouseButton.PRIMARY);
        clickOn("#filter-clear");
        interact(() -> table.getSortOrder().setAll(List.of(table.getColumns().get(1))));
        take(0);
        moveBy(0, 30);
        waitUntil("it says why", () -> said().contains(text("page.order.otherwise")));
        release(MouseButton.PRIMARY);
        assertEquals(Set.of(), drafts());
        assertTrue(before.containsAll(order()));
    }

    @Test
    void aKeyThatIsHeldDownMovesOnUntilItIsLetGo() {
        openTreatments();
        List<String> before = order();
        clickRow(table.getItems().get(keyFrom + 5)::equals);
        interact(() -> {
            for (int i = 0; i < 4; i++) {
                table.fireEvent(new javafx.scene.input.KeyEvent(
                        javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, false, false, true, false));
            }
        });
        waitUntil("it is four places higher", () -> order().equals(moved(before, keyFrom + 5, keyFrom + 1)));
        assertEquals(
                List.of(before.get(keyFrom + 5)),
                table.getSelectionModel().getSelectedItems().stream()
                        .map(Line::reference)
                        .toList());
        assertTrue(focused("treatments"));
    }
}
