package itb.backoffice.shell.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Names;
import itb.backoffice.catalogue.SearchText;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.chain.Line;
import itb.backoffice.shell.part.Buttons;
import itb.backoffice.shell.part.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** What can be done with a person or billing organisation in all of their roles at once. */
final class IdentityActs {
    private final Kind kind;
    private final ChainModel chain;
    private final Messages messages;
    private final Bulk bulk;
    private final PageFactory.Host host;

    IdentityActs(Kind kind, ChainModel chain, Messages messages, Bulk bulk, PageFactory.Host host) {
        this.kind = kind;
        this.chain = chain;
        this.messages = messages;
        this.bulk = bulk;
        this.host = host;
    }

    /** For the toolbar and the menus. */
    List<Act> all() {
        return List.of(
                act("rename", true, 1, lines -> renameOrEdit(lines)),
                act("merge", true, 2, lines -> merge(thing(lines, 0), thing(lines, 1))),
                act("correct", false, 1, lines -> correct(thing(lines, 0)), this::isOnlyInRoles));
    }

    /** Somebody with a resource has their name and identifiers there, where a form shows them. */
    private boolean isOnlyInRoles(List<Line> lines) {
        return !isResource(thing(lines, 0));
    }

    private boolean isResource(Summary thing) {
        return thing.type().equals(kind.type());
    }

    private void renameOrEdit(List<Line> lines) {
        if (isOnlyInRoles(lines)) {
            rename(thing(lines, 0));
        } else {
            host.edit(lines.getFirst().reference(), "name");
        }
    }

    private Act act(String key, boolean inToolbar, int lines, Consumer<List<Line>> run) {
        return act(key, inToolbar, lines, run, any -> true);
    }

    private Act act(String key, boolean inToolbar, int lines, Consumer<List<Line>> run, Predicate<List<Line>> allowed) {
        return new Act(
                key,
                null,
                null,
                inToolbar,
                any -> messages.get("page.act." + key),
                selected -> selected.size() == lines
                        && allowed.test(selected)
                        && (key.equals("rename") && !isOnlyInRoles(selected)
                                || selected.stream()
                                        .noneMatch(line ->
                                                roles(line.row().summary()).isEmpty())),
                run);
    }

    private static Summary thing(List<Line> lines, int index) {
        return lines.get(index).row().summary();
    }

    private List<String> roles(Summary thing) {
        return chain.sources(thing.reference()).stream()
                .filter(source -> source.startsWith("PractitionerRole/"))
                .toList();
    }

    /** Others of the same or nearly the same name, who may be the same. */
    List<Summary> others(Summary thing) {
        return chain.lines(kind).stream()
                .map(line -> line.row().summary())
                .filter(other -> !other.reference().equals(thing.reference())
                        && SearchText.similar(other.title(), thing.title()))
                .toList();
    }

    /** Asks for the name that all roles shall have. */
    void rename(Summary thing) {
        TextField name = field("identity-name", Names.has(thing) ? thing.title() : "");
        List<Node> parts = new ArrayList<>(List.of(name));
        spellings(name, thing).ifPresent(parts::add);
        Button action = button("rename", thing);
        action.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> name.getText().isBlank(), name.textProperty()));
        action.setOnAction(event -> change(
                thing,
                role -> Party.of(kind).rename(role, name.getText().strip()),
                "page.done.renamed",
                thing.reference()));
        ask(messages.get("page.identity.rename", new Names(messages).of(thing)), parts, action);
    }

    /** The names that roles have for these, to be chosen for {@code name}; nothing where they agree. */
    private Optional<Node> spellings(TextField name, Summary... things) {
        Map<String, Integer> counts = new HashMap<>();
        for (Summary thing : things) {
            chain.spellings(thing).counts().forEach((spelling, roles) -> counts.merge(spelling, roles, Integer::sum));
        }
        counts.putIfAbsent(things[0].title(), 0);
        if (counts.size() < 2) {
            return Optional.empty();
        }
        VBox box = new VBox(4, Labels.text(messages.get("page.identity.spellings")));
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(spelling -> box.getChildren()
                        .add(Buttons.flat(
                                "spelling-" + box.getChildren().size(),
                                messages.get("page.identity.spelling", spelling.getKey(), spelling.getValue()),
                                () -> name.setText(spelling.getKey()))));
        return Optional.of(box);
    }

    /** Asks for the right identifier; where somebody has it already, says so, and who. */
    void correct(Summary thing) {
        String key = Party.firstKey(thing);
        TextField system = field("identity-system", Summaries.system(key));
        TextField value = field("identity-value", Summaries.value(key));
        Button action = button("correct", thing);
        Label taken = Labels.text("");
        taken.setId("identity-taken");
        taken.managedProperty().bind(taken.visibleProperty());
        Runnable look = () -> {
            Optional<Summary> other = chain.holder(corrected(system, value))
                    .filter(found -> !found.reference().equals(thing.reference()));
            taken.setText(other.map(found -> messages.get("page.identity.taken", found.title()))
                    .orElse(""));
            taken.setVisible(other.isPresent());
        };
        look.run();
        system.textProperty().addListener((property, old, now) -> look.run());
        value.textProperty().addListener((property, old, now) -> look.run());
        action.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> value.getText().isBlank(), value.textProperty()));
        action.setOnAction(event -> {
            String newSystem = system.getText().strip();
            String newValue = value.getText().strip();
            change(
                    thing,
                    role -> Party.of(kind).identify(role, newSystem, newValue),
                    "page.done.corrected",
                    corrected(system, value));
        });
        ask(
                messages.get("page.identity.correct", thing.title()),
                List.of(
                        value,
                        Labels.hint(messages.get("page.identity.value.hint")),
                        system,
                        Labels.hint(messages.get("page.identity.system.hint")),
                        taken),
                action);
    }

    private String corrected(TextField system, TextField value) {
        return (kind == Kind.PEOPLE ? Kind.PERSON : Kind.BILLER) + "/"
                + system.getText().strip() + "|" + value.getText().strip();
    }

    /** Asks which of two that are the same is kept, and under which name. */
    void merge(Summary one, Summary other) {
        ToggleGroup group = new ToggleGroup();
        List<Node> parts = new ArrayList<>(List.of(Labels.text(messages.get("page.identity.merge.hint"))));
        List<Summary> both = new ArrayList<>(List.of(one, other));
        both.sort(Comparator.comparing((Summary each) -> roles(each).size()).reversed());
        for (Summary each : both) {
            parts.add(choice(each, "keep-" + parts.size(), group));
        }
        group.selectToggle(group.getToggles().getFirst());
        TextField name = field("identity-name", both.getFirst().title());
        group.selectedToggleProperty()
                .addListener((property, old, now) -> name.setText(((Summary) now.getUserData()).title()));
        parts.add(new VBox(4, Labels.hint(messages.get("page.identity.name")), name));
        spellings(name, both.getFirst(), both.getLast()).ifPresent(parts::add);
        Button action = Buttons.primary("question-do", messages.get("page.identity.merge.do"), () -> {
            Summary kept = (Summary) group.getSelectedToggle().getUserData();
            merge(kept == one ? other : one, kept, name.getText().strip());
        });
        action.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> name.getText().isBlank(), name.textProperty()));
        ask(messages.get("page.identity.merge", one.title(), other.title()), parts, action);
    }

    private RadioButton choice(Summary each, String id, ToggleGroup group) {
        RadioButton choice = new RadioButton(messages.get(
                "page.identity.keep",
                each.title(),
                Summaries.value(Party.firstKey(each)),
                roles(each).size(),
                places(each)));
        choice.setId(id);
        choice.setUserData(each);
        choice.setToggleGroup(group);
        choice.setWrapText(true);
        return choice;
    }

    /** The clinics that tell one from another of the same name and number. */
    private String places(Summary thing) {
        return chain.lines(kind).stream()
                .filter(line -> line.reference().equals(thing.reference()))
                .map(line -> line.row().text("places").text())
                .findFirst()
                .orElse("");
    }

    /** All roles of both get the same name, those of {@code gone} also the identifier. */
    private void merge(Summary gone, Summary kept, String name) {
        Map<String, UnaryOperator<ObjectNode>> changes = new LinkedHashMap<>();
        Party party = Party.of(kind);
        boolean named = isResource(kept);
        roles(kept)
                .forEach(role -> changes.put(
                        role, thing -> named ? party.renameWhereNamed(thing, name) : party.rename(thing, name)));
        roles(gone).forEach(role -> changes.put(role, thing -> party.become(thing, kept, name)));
        host.answered();
        bulk.change(changes, "page.done.merged", () -> host.open(kept.reference()), () -> host.open(gone.reference()));
    }

    private TextField field(String id, String text) {
        TextField field = new TextField(text);
        field.setId(id);
        field.setAccessibleText(messages.get("page." + id.replace('-', '.')));
        field.setPromptText(field.getAccessibleText());
        return field;
    }

    private Button button(String what, Summary thing) {
        return Buttons.primary(
                "question-do",
                messages.get("page.identity." + what + ".do", roles(thing).size()),
                () -> {});
    }

    private void ask(String heading, List<Node> parts, Button action) {
        action.setDefaultButton(true);
        host.ask(new QuestionCard(messages, heading, parts, action, host::answered));
    }

    /** @param then what is open afterwards */
    private void change(Summary thing, UnaryOperator<ObjectNode> change, String done, String then) {
        host.answered();
        Map<String, UnaryOperator<ObjectNode>> changes = new LinkedHashMap<>();
        roles(thing).forEach(role -> changes.put(role, change));
        bulk.change(
                changes,
                done,
                () -> host.open(chain.holder(then).map(Summary::reference).orElse(then)),
                () -> host.open(thing.reference()));
    }
}
