package itb.backoffice.shell.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.form.Choice;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.CheckStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a form offers to pick. */
class KnownChoicesTest {
    @TempDir
    Path folder;

    private Database copy;
    private Database work;
    private CatalogueStore catalogue;
    private ChainModel chain;

    @BeforeEach
    void open() {
        copy = Database.open(folder.resolve("c.db"), List.of(CatalogueStore.SCHEMA, CheckStore.SCHEMA));
        work = Database.open(folder.resolve("w.db"), List.of(DraftStore.SCHEMA));
        catalogue = new CatalogueStore(copy);
        chain = new ChainModel(
                catalogue,
                new DraftStore(work, Clock.systemUTC()),
                new CheckStore(copy),
                new Background(Runnable::run, Runnable::run, new ErrorReporter()),
                Messages.of(Locale.UK));
        put("HealthcareService", "moss", "\"name\":\"Moss\"");
        put("HealthcareService", "none", "\"active\":true");
        put("Organization", "chain", "\"name\":\"The chain\"");
        put("Organization", "bill", "\"name\":\"Bill AS\",\"meta\":{\"profile\":[\"x/BillingOrganization\"]}");
        chain.load(() -> {});
    }

    @AfterEach
    void close() {
        copy.close();
        work.close();
    }

    private void put(String type, String id, String rest) {
        catalogue.put(new StoredResource(
                type, id, "1", null, "{\"resourceType\":\"" + type + "\",\"id\":\"" + id + "\"," + rest + "}"));
    }

    private List<Choice> choices(String type, String key) {
        return new KnownChoices(chain, Messages.of(Locale.UK))
                .of(type, Forms.of(type).orElseThrow().field(key).orElseThrow());
    }

    private static List<String> names(List<Choice> choices) {
        return choices.stream().map(Choice::name).toList();
    }

    @Test
    void aClinicWithoutANameIsOfferedInWordsThatAreNeverWritten() {
        List<Choice> clinics = choices("PractitionerRole", "healthcareService");
        assertEquals(List.of("Clinic without a name", "Moss"), names(clinics));
        assertFalse(clinics.getFirst().element().has("display"));
        assertEquals("Moss", clinics.getLast().element().path("display").asText());
    }

    @Test
    void whoOwnsAClinicAndWhoSendsInvoicesAreNotMixedUp() {
        assertEquals(List.of("The chain"), names(choices("HealthcareService", "providedBy")));
        assertEquals(List.of("Bill AS"), names(choices("PractitionerRole", "organization")));
    }
}
