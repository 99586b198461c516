package itb.backoffice.demo.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import itb.backoffice.demo.EmptyServerTest;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that somebody else wrote finds everything as FHIR says. */
class HapiClientTest extends EmptyServerTest {
    private static final FhirContext FHIR = FhirContext.forR4();

    private IGenericClient hapi;

    @BeforeEach
    void connect() {
        FHIR.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.ONCE);
        hapi = FHIR.newRestfulGenericClient(server.baseUrl().toString());
    }

    private static HealthcareService clinic(String id, String name) {
        HealthcareService clinic = new HealthcareService().setName(name).setActive(true);
        clinic.setId(id);
        return clinic;
    }

    @Test
    void aResourceLivesThroughItsWholeLife() {
        MethodOutcome created = hapi.update().resource(clinic("c", "one")).execute();
        assertTrue(created.getCreated());
        assertEquals("1", created.getId().getVersionIdPart());

        HealthcareService read =
                hapi.read().resource(HealthcareService.class).withId("c").execute();
        read.setName("two");
        MethodOutcome updated = hapi.update()
                .resource(read)
                .withAdditionalHeader("If-Match", "W/\"" + read.getIdElement().getVersionIdPart() + "\"")
                .execute();
        assertEquals("2", updated.getId().getVersionIdPart());
        assertEquals("two", ((HealthcareService) updated.getResource()).getName());
        assertThrows(
                PreconditionFailedException.class,
                () -> hapi.update()
                        .resource(read)
                        .withAdditionalHeader("If-Match", "W/\"1\"")
                        .execute());

        HealthcareService first = hapi.read()
                .resource(HealthcareService.class)
                .withIdAndVersion("c", "1")
                .execute();
        assertEquals("one", first.getName());
        Bundle history = hapi.history()
                .onInstance(new IdType("HealthcareService", "c"))
                .returnBundle(Bundle.class)
                .execute();
        assertEquals(2, history.getEntry().size());

        hapi.delete().resourceById("HealthcareService", "c").execute();
        assertThrows(
                ResourceGoneException.class,
                () -> hapi.read().resource(HealthcareService.class).withId("c").execute());
    }

    @Test
    void createIsConditional() {
        HealthcareService clinic = new HealthcareService().setName("Åse");
        MethodOutcome first = hapi.create()
                .resource(clinic)
                .conditional()
                .where(HealthcareService.NAME.matchesExactly().value("Åse"))
                .execute();
        MethodOutcome second = hapi.create()
                .resource(clinic)
                .conditional()
                .where(HealthcareService.NAME.matchesExactly().value("Åse"))
                .execute();
        assertEquals(first.getId().getIdPart(), second.getId().getIdPart());
        assertFalse(Boolean.TRUE.equals(second.getCreated()));
    }

    @Test
    void searchesArePagedByTheirLinks() {
        Bundle transaction = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        for (int i = 0; i < 25; i++) {
            transaction
                    .addEntry()
                    .setResource(clinic("c" + i, "Clinic " + i))
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.PUT)
                    .setUrl("HealthcareService/c" + i);
        }
        assertEquals(
                25,
                hapi.transaction().withBundle(transaction).execute().getEntry().size());

        Bundle page = hapi.search()
                .forResource(HealthcareService.class)
                .where(HealthcareService.ACTIVE.exactly().code("true"))
                .count(10)
                .returnBundle(Bundle.class)
                .execute();
        assertEquals(25, page.getTotal());
        int seen = page.getEntry().size();
        while (page.getLink(Bundle.LINK_NEXT) != null) {
            page = hapi.loadPage().next(page).execute();
            seen += page.getEntry().size();
        }
        assertEquals(25, seen);
    }

    @Test
    void theCapabilityStatementCanBeRead() {
        CapabilityStatement said =
                hapi.capabilities().ofType(CapabilityStatement.class).execute();
        assertEquals("4.0.1", said.getFhirVersion().toCode());
        assertTrue(said.getRestFirstRep().getResource().stream()
                .anyMatch(type -> type.getType().equals("PractitionerRole") && type.getUpdateCreate()));
    }
}
