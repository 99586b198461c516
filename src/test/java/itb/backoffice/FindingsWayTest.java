package itb.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.draft.Draft;
import itb.backoffice.shell.chain.Line;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What the check of the whole chain found: looked through, gone to, and mended. */
class FindingsWayTest extends WindowTest {
    private static final String CLASH =
            "%s uses the same short name for its web address." + " Patients can reach only one of the two.";

    private ObjectNode first;
    private ObjectNode second;
    private ObjectNode third;

    /** Three clinics: two under one web address, the third with something that no field shows. */
    private void trouble() {
        waitForChain();
        List<ObjectNode> clinics = List.copyOf(server().all("HealthcareService").values());
        first = clinics.get(0);
        second = clinics.get(1);
        third = clinics.get(2);
        elsewhere(first, clinic -> slug(clinic, slug(second)));
        elsewhere(third, clinic -> clinic.put("extraDetails", "Ring the bell twice."));
        clickOn("#refresh");
        clickOn("#page-findings");
        waitUntil("both clinics are told of", () -> shown(clash(first)) == 1 && shown(clash(second)) == 1);
        waitUntil("the check is over", () -> !there("findingStop"));
    }

    private static String slug(ObjectNode clinic) {
        return clinic.at(slugAt(clinic)).asText();
    }

    private static ObjectNode slug(ObjectNode clinic, String slug) {
        String at = slugAt(clinic);
        ((ObjectNode) clinic.at(at.substring(0, at.lastIndexOf('/')))).put("valueString", slug);
        return clinic;
    }

    private static String slugAt(ObjectNode clinic) {
        JsonNode extensions = clinic.path("extension");
        for (int i = 0; i < extensions.size(); i++) {
            JsonNode parts = extensions.path(i).path("extension");
            for (int j = 0; j < parts.size(); j++) {
                if (parts.path(j).path("url").asText().equals("urlPlaceholder")) {
                    return "/extension/" + i + "/extension/" + j + "/valueString";
                }
            }
        }
        throw new AssertionError("The clinic has no short name: " + clinic);
    }

    private static String name(ObjectNode clinic) {
        return clinic.path("name").asText();
    }

    /** The finding that says that {@code clinic} has the same address. */
    private static String clash(ObjectNode clinic) {
        return CLASH.formatted(name(clinic));
    }

    private TreeTableView<?> table() {
        return lookup("#findingTable").query();
    }

    private long shown(String sentence) {
        return said().stream().filter(sentence::equals).count();
    }

    /** Whether {@code sentence} stands in the form, as something that was there before. */
    private boolean inForm(String sentence) {
        return shown(wiring.messages().get("form.note.before", sentence)) > 0;
    }

    private List<String> groups() {
        return table().getRoot().getChildren().stream()
                .map(TreeItem::getValue)
                .map(String::valueOf)
                .map(line -> line.replaceFirst("(?s).*?name=(.*?), rows=.*", "$1"))
                .toList();
    }

    /** The row of the table in which {@code sentence} stands. */
    private Node row(String sentence) {
        for (Node at = lookup(sentence).query(); at != null; at = at.getParent()) {
            if (at instanceof TreeTableRow<?>) {
                return at;
            }
        }
        throw new AssertionError("Not in a row: " + sentence);
    }

    private <T extends Node> T inRow(String sentence, Class<T> kind) {
        return from(row(sentence)).lookup(kind::isInstance).queryAs(kind);
    }

    private void choose(String box, String choice) {
        clickOn("#" + box);
        waitUntil("the choices are open", () -> ((ComboBox<?>) lookup("#" + box).query()).isShowing());
        clickOn(lookup(".list-cell")
                .match(node -> node instanceof javafx.scene.control.ListCell<?> cell
                        && choice.equals(cell.getText())
                        && cell.getScene().getWindow() != stage)
                .<Node>query());
    }

    @Test
    void theyAreGroupedSortedFilteredAndSearched() {
        trouble();
        List<String> kinds = groups();
        assertTrue(kinds.containsAll(List.of("Clinics", "Roles")), kinds::toString);

        choose("finding-by", "Clinic");
        waitUntil("they are grouped by clinic", () -> groups().contains(name(first)));

        choose("finding-by", "Rule");
        waitUntil("they are grouped by what is wrong", () -> groups().contains(clash(first)));
        int all = rows();

        choose("finding-weight", "Errors");
        waitUntil("only errors are there", () -> rows() < all);
        assertEquals(0, shown(clash(first)), "that is a warning");
        choose("finding-weight", "Warnings");
        waitUntil("warnings are there again", () -> shown(clash(first)) == 1);
        clickOn("#finding-clear");
        waitUntil("all are there again", () -> rows() == all);

        choose("finding-since", "New in drafts");
        waitUntil("there is nothing new", () -> said().contains("Nothing matches"));
        clickOn("#findingShowAll");
        waitUntil("all are there again", () -> rows() == all);

        clickOn("#finding-search").write(name(third).toLowerCase(Locale.ROOT));
        waitUntil("only one clinic's are there", () -> rows() < all && shown(clash(first)) == 0);
        push(KeyCode.ESCAPE);
        waitUntil("all are there again", () -> rows() == all);

        choose("finding-by", "Nothing");
        waitUntil(
                "there are no groups",
                () -> table().getRoot().getChildren().stream().allMatch(TreeItem::isLeaf));
        clickOn("#findingColumn-thing");
        waitUntil(
                "they are sorted by what they are about",
                () -> !table().getSortOrder().isEmpty());
        List<String> titles = table().getRoot().getChildren().stream()
                .map(item ->
                        String.valueOf(item.getValue()).replaceFirst("(?s).*, row=.*?title=(.*?), clinic=.*", "$1"))
                .toList();
        assertEquals(titles.stream().sorted(wiring.messages().collator()).toList(), titles);
    }

    private int rows() {
        return table().getRoot().getChildren().stream()
                .mapToInt(item -> Math.max(1, item.getChildren().size()))
                .sum();
    }

    @Test
    void eachLeadsToItsVeryField() {
        trouble();
        clickOn(inRow(clash(second), Hyperlink.class));
        waitUntil("its field has the keyboard", () -> focused("urlPlaceholder"));
        assertEquals(name(first), words("editor-title"));
        waitUntil("it stands there too", () -> inForm(clash(second)));
    }

    @Test
    void aShortNameThatAnotherClinicHasIsSaidOnceWhileItIsTyped() {
        trouble();
        clickOn("#page-clinics");
        clickRow(line -> line.reference().equals(DemoHttp.reference(third)));
        waitUntil("the clinic is open", () -> words("editor-title").equals(name(third)));
        clickField("urlPlaceholder");
        push(KeyCode.CONTROL, KeyCode.A).eraseText(1).write(slug(second));
        String other = Stream.of(name(first), name(second)).sorted().findFirst().orElseThrow();
        waitUntil("it is told", () -> shown(CLASH.formatted(other)) == 1);
        assertEquals(
                1,
                lookup(".form-view").queryAll().stream()
                        .flatMap(form -> from(form).lookup(Labeled.class::isInstance).queryAll().stream())
                        .filter(label ->
                                label.isVisible() && ((Labeled) label).getText().contains(other))
                        .count());
    }

    @Test
    void whatNoFieldShowsLeadsToTheOtherData() {
        trouble();
        String sentence = unwanted();
        clickOn(inRow(sentence, Hyperlink.class));
        waitUntil(
                "the other data is open",
                () -> there("json-show") && words("editor-title").equals(name(third)));
        waitUntil("it stands there", () -> inForm(sentence));
    }

    /** What is said of the element that nobody wants. */
    private String unwanted() {
        clickOn("#finding-search").write(name(third));
        waitUntil(
                "a fix is offered", () -> lookup(".button").queryAll().stream().anyMatch(this::removes));
        Node button = lookup(".button").queryAll().stream()
                .filter(this::removes)
                .findFirst()
                .orElseThrow();
        for (Node at = button; at != null; at = at.getParent()) {
            if (at instanceof TreeTableRow<?> row) {
                return String.valueOf(row.getItem()).replaceFirst("(?s).*message=(.*?), rule=.*", "$1");
            }
        }
        throw new AssertionError("Not in a row");
    }

    private boolean removes(Node node) {
        return node instanceof Button button && text("validation.fix.REMOVE").equals(button.getText());
    }

    @Test
    void aFixIsAnEditThatCanBeTakenBack() {
        trouble();
        String sentence = unwanted();
        clickOn(inRow(sentence, Button.class));
        waitUntil("it is mended in a draft", () -> there("review-all") && shown(sentence) == 0);
        clickOn("#noticeUndo");
        waitUntil("it is as it was", () -> !there("review-all") && shown(sentence) == 1);

        clickOn(inRow(sentence, Button.class));
        waitUntil("it is mended again", () -> there("review-all") && shown(sentence) == 0);
        clickOn("#page-clinics");
        clickRow(line -> line.reference().equals(DemoHttp.reference(third)));
        waitUntil("the clinic is open", () -> words("editor-title").equals(name(third)));
        Draft draft = line(third).row().draft();
        assertTrue(draft != null && !draft.json().contains("Ring the bell"));
        clickOn("#undo");
        waitUntil("it is taken back", () -> saved().equals("As on the server"));
        waitUntil("the finding is back", () -> words("finding-list").contains("finding"));
    }

    private Line line(ObjectNode clinic) {
        return lookup("#clinics").<Line>queryTableView().getItems().stream()
                .filter(line -> line.reference().equals(DemoHttp.reference(clinic)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFixInTheFormIsTakenBackByKeyToo() {
        trouble();
        String sentence = unwanted();
        clickOn(inRow(sentence, Hyperlink.class));
        waitUntil("a fix is offered there", () -> there("json-show") && inForm(sentence));
        clickOn(".form-view .fix");
        waitForDraft();
        waitUntil("it is said no more", () -> !inForm(sentence));
        push(KeyCode.CONTROL, KeyCode.Z);
        waitUntil("it is taken back", () -> saved().equals("As on the server") && inForm(sentence));
    }
}
