package itb.backoffice.shell.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.form.Elements;
import itb.backoffice.form.Form;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.type.Beginnings;
import itb.backoffice.form.type.Kin;
import itb.backoffice.form.type.ProfiledForms;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.edit.FindingPlace;
import itb.backoffice.validation.CheckStore;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.ProfileValidator;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A new thing: what the profile demands of it is either there from the start or asked for by a field. */
class NewResourceTest {
    /** What somebody fills in where a field is marked as needed. */
    private static final Map<String, String> FILLED = Map.ofEntries(
            Map.entry(
                    "practitioner",
                    "{\"identifier\":{\"system\":\"http://s/1\",\"value\":\"1\"},\"display\":\"Kari\"}"),
            Map.entry(
                    "organization", "{\"identifier\":{\"system\":\"http://s/2\",\"value\":\"2\"},\"display\":\"AS\"}"),
            Map.entry("healthcareService", "[{\"reference\":\"HealthcareService/c\"}]"),
            Map.entry("PractitionerRole.code", "[{\"text\":\"Tannlege\"}]"),
            Map.entry("urlPlaceholder", "{\"url\":\"urlPlaceholder\",\"valueString\":\"moss\"}"),
            Map.entry("title", "\"Rens\""),
            Map.entry("ActivityDefinition.code", "\"rens\""),
            Map.entry("name", "\"Moss\""));

    @TempDir
    Path folder;

    private Database copy;
    private Database work;
    private ChainModel chain;
    private final ProfileValidator validator = new ProfileValidator(Messages.of(Locale.ENGLISH));
    private final ProfiledForms forms = new ProfiledForms(validator);

    @BeforeEach
    void open() {
        copy = Database.open(folder.resolve("c.db"), List.of(CatalogueStore.SCHEMA, CheckStore.SCHEMA));
        work = Database.open(folder.resolve("w.db"), List.of(DraftStore.SCHEMA));
        CatalogueStore catalogue = new CatalogueStore(copy);
        catalogue.put(new StoredResource(
                "Organization", "o", "1", null, "{\"resourceType\":\"Organization\",\"id\":\"o\",\"name\":\"N\"}"));
        chain = new ChainModel(
                catalogue,
                new DraftStore(work, Clock.systemUTC()),
                new CheckStore(copy),
                new Background(Runnable::run, Runnable::run, new ErrorReporter()),
                Messages.of(Locale.ENGLISH));
        chain.load(() -> {});
    }

    @AfterEach
    void close() {
        copy.close();
        work.close();
    }

    private List<Finding> errors(ObjectNode resource) {
        return validator.validate(Json.write(resource), null).stream()
                .filter(finding -> finding.severity().isError())
                .toList();
    }

    private Form form(ObjectNode resource) {
        return forms.of(resource.path("resourceType").asText(), resource).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "OFFERS")
    void whateverItLacksIsAskedForByAFieldThatSaysSo(Kind kind) {
        ObjectNode fresh = NewResource.in(chain, kind).make(new Beginnings(forms, new Kin(List.of())));
        Form form = form(fresh);
        List<String> faults = new ArrayList<>();
        for (Finding finding : errors(fresh)) {
            String key = FindingPlace.fieldKey(form, fresh, finding);
            boolean asked = form.field(key).filter(field -> field.required()).isPresent();
            if (!asked) {
                faults.add(finding.path() + ": " + finding.message() + " is asked for by '" + key + "'");
            }
        }
        assertEquals("", String.join("\n", faults));
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "OFFERS")
    void withItsNeededFieldsFilledItIsWhatTheProfileWants(Kind kind) {
        ObjectNode fresh = NewResource.in(chain, kind).make(new Beginnings(forms, new Kin(List.of())));
        Form form = form(fresh);
        FormModel model = new FormModel(form, null, fresh, edit -> {});
        form.fields().stream().filter(field -> field.required()).forEach(field -> {
            JsonNode there = Elements.get(model.resource(), field.lead());
            String value = FILLED.getOrDefault(form.name() + "." + field.key(), FILLED.get(field.key()));
            if (value != null && (there == null || field.key().equals("code"))) {
                String path = field.lead().equals("code.coding") ? "code.coding" : field.lead();
                model.edit(field, copy -> {
                    if (path.equals("code.coding")) {
                        ((ObjectNode) copy.at("/code/coding/0")).set("code", Json.node(value));
                    } else {
                        Elements.set(copy, path, Json.node(value));
                    }
                });
            }
        });
        assertEquals(List.of(), errors(model.resource()), Json.write(model.resource()));
    }

    @Test
    void aCopyIsAnotherThing() {
        ObjectNode copy = NewResource.like(Json.object("{\"resourceType\":\"Location\",\"id\":\"1\",\"meta\":"
                + "{\"versionId\":\"3\",\"profile\":[\"p\"],\"lastUpdated\":\"2026-01-01T00:00:00Z\"},\"zz\":1.50}"));
        assertEquals(36, copy.path("id").asText().length());
        copy.put("id", "1");
        assertEquals(
                "{\"resourceType\":\"Location\",\"id\":\"1\",\"meta\":{\"profile\":[\"p\"]},\"zz\":1.50}",
                Json.write(copy));
    }
}
