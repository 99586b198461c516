package itb.backoffice.validation.pack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.HttpFhirServer;
import itb.backoffice.connection.Timeouts;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.ProfileValidator;
import itb.backoffice.validation.Samples;
import itb.backoffice.validation.pack.Refusal.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerDefinitionsTest {
    private static final int ON_A_PAGE = 20;

    @TempDir
    Path folder;

    private final WireMockServer http =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private Database database;
    private Packages packages;
    private FhirServer server;

    @BeforeEach
    void open() {
        http.start();
        database = Database.open(folder.resolve(PackageStore.FILE), List.of(PackageStore.SCHEMA));
        packages = new Packages(new PackageStore(database), Clock.systemUTC());
        server = new HttpFhirServer(
                new Connection("a", "A", URI.create(address()), Environment.TEST, SignIn.NONE),
                Optional::empty,
                FhirContext::forR4Cached,
                Timeouts.DEFAULT,
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
        http.stop();
    }

    private String address() {
        return "http://localhost:" + http.port() + "/tenant/fhir";
    }

    /** Answers searches for {@code type}, page by page. */
    private void serve(String type, List<String> resources) {
        for (int from = 0; from == 0 || from < resources.size(); from += ON_A_PAGE) {
            ObjectNode bundle = Json.object().put("resourceType", "Bundle").put("type", "searchset");
            if (from + ON_A_PAGE < resources.size()) {
                bundle.putArray("link")
                        .addObject()
                        .put("relation", "next")
                        .put("url", address() + "/page-" + type + "-" + (from + ON_A_PAGE));
            }
            ArrayNode entries = bundle.putArray("entry");
            resources
                    .subList(from, Math.min(resources.size(), from + ON_A_PAGE))
                    .forEach(one -> entries.addObject().set("resource", Json.object(one)));
            String path = from == 0 ? "/tenant/fhir/" + type : "/tenant/fhir/page-" + type + "-" + from;
            http.stubFor(get(urlPathEqualTo(path))
                    .willReturn(aResponse()
                            .withHeader("Content-Type", "application/fhir+json")
                            .withBody(Json.write(bundle))));
        }
    }

    private static List<String> newer(String type) {
        List<String> found = new ArrayList<>();
        NewerItb.definitions().forEach((name, json) -> {
            if (name.startsWith(type)) {
                found.add(json);
            }
        });
        return found;
    }

    @Test
    void whatAServerHoldsBecomesAPackage() {
        List<String> structures = newer("StructureDefinition");
        // Servers often hold all of FHIR beside their own.
        structures.add("""
                {"resourceType":"StructureDefinition","id":"core","url":"http://hl7.org/fhir/StructureDefinition/Patient",
                "type":"Patient","kind":"resource","abstract":false}""");
        // And older versions of their own.
        structures.add(structures.stream()
                .filter(one -> one.contains("\"id\":\"practitioner-role-portal\""))
                .findFirst()
                .orElseThrow()
                .replace("\"1.1.0\"", "\"1.0.9\"")
                .replace("\"id\":\"practitioner-role-portal\"", "\"id\":\"older\"")
                .replace("PractitionerRole.specialty", "PractitionerRole.location"));
        serve("StructureDefinition", structures);
        serve("ValueSet", newer("ValueSet"));
        serve("CodeSystem", newer("CodeSystem"));

        ImportOutcome.Imported imported =
                assertInstanceOf(ImportOutcome.Imported.class, packages.importFrom(server, address(), Progress.none()));
        PackageId id = imported.packages().getFirst().id();
        assertEquals("1.1.0", id.version());
        assertTrue(id.name().startsWith("server.localhost."), id::name);
        assertEquals(address(), imported.packages().getFirst().from());
        assertEquals(
                "https://canonical.fhir.link/servicewell/wof-portal",
                imported.packages().getFirst().canonical());

        Messages english = Messages.of(Locale.ENGLISH);
        ProfileValidator validator = new ProfileValidator(
                () -> english, packages.inUse(id.toString()).sources());
        assertEquals(
                List.of("required:PractitionerRole.specialty"),
                validator.validate(Samples.changed("role", json -> json.remove("specialty"))).stream()
                        .filter(finding -> finding.severity().isError())
                        .map(Finding::rule)
                        .toList());

        packages.importFrom(server, address(), Progress.none());
        assertEquals(1, packages.installed().size(), "reading anew replaces what was read before");
    }

    @Test
    void aServerWithoutValueSetsIsReadAllTheSame() {
        serve("StructureDefinition", newer("StructureDefinition"));
        http.stubFor(get(urlPathEqualTo("/tenant/fhir/ValueSet"))
                .willReturn(aResponse().withStatus(404).withBody("")));
        http.stubFor(get(urlPathEqualTo("/tenant/fhir/CodeSystem"))
                .willReturn(aResponse().withStatus(400).withBody("")));
        assertInstanceOf(ImportOutcome.Imported.class, packages.importFrom(server, address(), Progress.none()));
    }

    @Test
    void aServerWithoutProfilesOrWithoutAnAnswerChangesNothing() {
        serve("StructureDefinition", List.of());
        serve("ValueSet", List.of());
        serve("CodeSystem", List.of());
        ImportOutcome.Refused empty =
                assertInstanceOf(ImportOutcome.Refused.class, packages.importFrom(server, address(), Progress.none()));
        assertEquals(Kind.EMPTY, empty.refusal().kind());
        http.stubFor(get(urlPathEqualTo("/tenant/fhir/StructureDefinition"))
                .willReturn(aResponse().withStatus(403)));
        ImportOutcome.Unreachable forbidden = assertInstanceOf(
                ImportOutcome.Unreachable.class, packages.importFrom(server, address(), Progress.none()));
        assertEquals(Failure.Kind.FORBIDDEN, forbidden.failure().kind());
        http.stubFor(get(urlPathEqualTo("/tenant/fhir/StructureDefinition"))
                .willReturn(aResponse().withStatus(404)));
        ImportOutcome.Refused none =
                assertInstanceOf(ImportOutcome.Refused.class, packages.importFrom(server, address(), Progress.none()));
        assertEquals(Kind.NOT_OFFERED, none.refusal().kind());
        assertEquals(List.of(), packages.installed());
    }

    @Test
    void pagesThatLeadInACircleComeToAnEnd() {
        http.stubFor(get(urlPathEqualTo("/tenant/fhir/StructureDefinition"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/fhir+json")
                        .withBody("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[{\"relation\":"
                                + "\"next\",\"url\":\"" + address() + "/StructureDefinition?page=2\"}]}")));
        ImportOutcome.Refused refused =
                assertInstanceOf(ImportOutcome.Refused.class, packages.importFrom(server, address(), Progress.none()));
        assertEquals(Kind.TOO_LARGE, refused.refusal().kind());
    }

    @Test
    void whatAServerSendsIsNotTrusted() {
        serve("ValueSet", List.of());
        serve("CodeSystem", List.of());
        serve(
                "StructureDefinition",
                List.of(newer("StructureDefinition").getFirst().replace("\"4.0.1\"", "\"5.0.0\"")));
        ImportOutcome.Refused other =
                assertInstanceOf(ImportOutcome.Refused.class, packages.importFrom(server, address(), Progress.none()));
        assertEquals(Kind.OTHER_FHIR, other.refusal().kind());
    }
}
