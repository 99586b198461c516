package itb.backoffice.shell.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Names;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.form.Choice;
import itb.backoffice.form.Choices;
import itb.backoffice.form.Field;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What can be picked in a form, gathered from the chain: people and billing organisations from all roles, one for each
 * {@code system|value}; clinics from the catalogue; codes from wherever they are used.
 */
public final class KnownChoices implements Choices {
    private static final String ROLE_CODES = "http://portal.wof.purified.link/fhir/CodeSystem/csPractitionerRole";

    private final ChainModel chain;
    private final Messages messages;
    private final Names names;

    /** Choices from {@code chain}. */
    public KnownChoices(ChainModel chain, Messages messages) {
        this.chain = chain;
        this.messages = messages;
        this.names = new Names(messages);
    }

    @Override
    public List<Choice> of(String type, Field field) {
        List<Choice> choices = switch (field.key()) {
            case "practitioner" -> party(field, Summaries.PERSON_KEY, Summaries.PERSON, Kind.PEOPLE);
            case "organization" -> party(field, Summaries.BILLING_KEY, Summaries.BILLING, Kind.BILLING);
            case "healthcareService" -> clinics();
            case "code" -> concepts(Summaries.ROLE_CONCEPTS, usualRoles());
            case "specialty" -> concepts(Summaries.SPECIALTY_CONCEPTS, Map.of());
            case "area" -> references(Kind.AREAS);
            case "providedBy" -> references(Kind.CHAIN);
            default -> List.of();
        };
        List<Choice> sorted = new ArrayList<>(choices);
        var collator = messages.collator();
        sorted.sort(Comparator.comparing(Choice::name, collator::compare).thenComparing(Choice::hint));
        return sorted;
    }

    /** Somebody by identifier; by a literal reference where the role has one, or where no role has an identifier. */
    private List<Choice> party(Field field, String keyFact, String nameFact, Kind kind) {
        List<Choice> known = field.kind() == Field.Kind.IDENTITY ? identities(keyFact, nameFact) : List.of();
        return known.isEmpty() ? references(kind) : known;
    }

    private List<Choice> identities(String keyFact, String nameFact) {
        Map<String, Map<String, Integer>> spellings = new LinkedHashMap<>();
        for (Line line : chain.roles()) {
            Row row = line.row();
            String key = row.summary().fact(keyFact);
            String name = row.summary().fact(nameFact);
            if (!key.isEmpty() && !name.isEmpty()) {
                spellings.computeIfAbsent(key, any -> new HashMap<>()).merge(name, 1, Integer::sum);
            }
        }
        return spellings.entrySet().stream()
                .map(entry -> identity(entry.getKey(), mostUsed(entry.getValue())))
                .toList();
    }

    private static String mostUsed(Map<String, Integer> spellings) {
        return spellings.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private Choice identity(String key, String name) {
        String system = Summaries.system(key);
        String value = Summaries.value(key);
        ObjectNode element = Json.object();
        ObjectNode identifier = element.putObject("identifier");
        if (!system.isEmpty()) {
            identifier.put("system", system);
        }
        identifier.put("value", value);
        element.put("display", name);
        return new Choice(key, name, messages.get("form.pick.identifier", value), element);
    }

    private List<Choice> references(Kind kind) {
        List<Summary> all = chain.summaries(kind.type());
        List<Summary> fit = all.stream().filter(one -> Kind.of(one) == kind).toList();
        // A server may not say which of its organisations send invoices.
        return (fit.isEmpty() ? all : fit).stream().map(this::reference).toList();
    }

    private Choice reference(Summary one) {
        return new Choice(
                one.reference(), names.of(one), one.active() ? "" : messages.get("shell.inactive"), element(one));
    }

    /** A reference that says what it refers to, where that has a name. */
    private static ObjectNode element(Summary to) {
        ObjectNode element = Json.object().put("reference", to.reference());
        return Names.has(to) ? element.put("display", to.title()) : element;
    }

    private List<Choice> clinics() {
        return chain.summaries("HealthcareService").stream().map(this::clinic).toList();
    }

    private Choice clinic(Summary clinic) {
        String city = clinic.fact(Summaries.CITY);
        return new Choice(
                clinic.reference(),
                names.of(clinic),
                clinic.active() ? city : messages.get("shell.inactive"),
                element(clinic));
    }

    private List<Choice> concepts(String fact, Map<String, ObjectNode> usual) {
        Map<String, ObjectNode> byWords = new LinkedHashMap<>(usual);
        Map<String, JsonNode> parsed = new HashMap<>();
        BiFunction<String, JsonNode, JsonNode> parse = (text, before) -> before == null ? Json.node(text) : before;
        for (Line line : chain.roles()) {
            Row row = line.row();
            String text = row.summary().fact(fact);
            if (!text.isEmpty() && !parsed.containsKey(text)) {
                for (JsonNode concept : java.util.Objects.requireNonNull(parsed.compute(text, parse))) {
                    if (concept instanceof ObjectNode object) {
                        byWords.putIfAbsent(Summaries.words(object), object);
                    }
                }
            }
        }
        return byWords.entrySet().stream()
                .map(entry -> new Choice(
                        entry.getKey(),
                        entry.getKey(),
                        entry.getValue().path("coding").path(0).path("code").asText(""),
                        entry.getValue()))
                .toList();
    }

    /** The two roles that every dental chain has, for a chain that has no role yet. */
    private Map<String, ObjectNode> usualRoles() {
        if (!chain.roles().isEmpty()) {
            return Map.of();
        }
        Map<String, ObjectNode> roles = new LinkedHashMap<>();
        for (String code : List.of("dentist", "hygienist")) {
            String words = messages.get("form.role." + code);
            ObjectNode concept = Json.object();
            concept.putArray("coding")
                    .addObject()
                    .put("system", ROLE_CODES)
                    .put("code", code)
                    .put("display", words);
            concept.put("text", words);
            roles.put(words, concept);
        }
        return roles;
    }
}
