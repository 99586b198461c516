package itb.backoffice.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import itb.backoffice.platform.Json;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoServerTest {
    @TempDir
    Path folder;

    private DemoServer start(int clinics) throws Exception {
        return DemoServer.start(folder, 0, clinics, new ErrorReporter());
    }

    private static int total(DemoClient client, String type) throws Exception {
        return client.get(type + "?_summary=count").json().path("total").asInt();
    }

    @Test
    void theUsualChainIsThere() throws Exception {
        try (DemoServer server = start(DemoServer.DEFAULT_CLINICS)) {
            DemoClient client = new DemoClient(server);
            assertEquals(220, total(client, "PractitionerRole"));
            assertEquals(24, total(client, "HealthcareService"));
            assertEquals(40, total(client, "ActivityDefinition"));
            assertEquals(5, total(client, "Location"));
            assertEquals(1, total(client, "Organization"));
            assertEquals("127.0.0.1", server.baseUrl().getHost());
        }
    }

    @Test
    void changesSurviveARestartAndAResetForgetsThem() throws Exception {
        String id;
        try (DemoServer server = start(2)) {
            DemoClient client = new DemoClient(server);
            ObjectNode role = Json.object(client.get("PractitionerRole?_count=1")
                    .json()
                    .at("/entry/0/resource")
                    .toString());
            id = role.path("id").asText();
            role.put("active", false).put("unknown", "kept");
            assertEquals(
                    200,
                    client.put("PractitionerRole/" + id, Json.write(role), "If-Match", "W/\"1\"")
                            .status());
        }
        try (DemoServer server = start(2)) {
            DemoClient client = new DemoClient(server);
            assertEquals(
                    "kept",
                    client.get("PractitionerRole/" + id).json().path("unknown").asText());
            assertEquals(
                    2,
                    client.get("PractitionerRole/" + id + "/_history")
                            .json()
                            .path("total")
                            .asInt());

            client.put("Organization/mine", DemoClient.organisation("mine", "x"));
            server.reset();
            assertEquals("W/\"1\"", client.get("PractitionerRole/" + id).header("ETag"));
            assertEquals(
                    "",
                    client.get("PractitionerRole/" + id).json().path("unknown").asText());
            assertEquals(404, client.get("Organization/mine").status());
            assertEquals(18, total(client, "PractitionerRole"));
        }
    }

    @Test
    void chainsOfDifferentSizesLieSideBySide() throws Exception {
        try (DemoServer small = start(1);
                DemoServer empty = start(0)) {
            assertEquals(1, total(new DemoClient(small), "HealthcareService"));
            assertEquals(0, total(new DemoClient(empty), "HealthcareService"));
            assertNotEquals(small.baseUrl(), empty.baseUrl());
        }
    }

    @Test
    void aTakenPortIsSaidSoBeforeAnythingIsMade() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThrows(
                    DemoServer.PortTaken.class,
                    () -> DemoServer.start(folder, taken.getLocalPort(), 24, new ErrorReporter()));
        }
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void aFolderThatCannotBeUsedGivesThePortBack() throws Exception {
        Path notADatabase = folder.resolve("demo-24.db");
        Files.writeString(
                notADatabase, "this is no database, and it is long enough to be looked at as one. ".repeat(20));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        assertThrows(Database.DatabaseFailure.class, () -> DemoServer.start(folder, port, 24, new ErrorReporter()));
        assertThrows(java.net.ConnectException.class, () -> new Socket("127.0.0.1", port).close());
    }

    @Test
    void theServerIsNotToBeReachedFromOtherComputers() throws Exception {
        try (DemoServer server = start(0)) {
            int port = server.baseUrl().getPort();
            // The whole of 127/8 is this computer, but only 127.0.0.1 is listened on.
            assertThrows(java.net.ConnectException.class, () -> new Socket("127.0.0.2", port).close());
            new Socket("127.0.0.1", port).close();
        }
    }

    @Test
    void twoServersOnOneFileKeepEachOthersWritesApart() throws Exception {
        try (DemoServer one = start(0);
                DemoServer other = start(0)) {
            DemoClient first = new DemoClient(one);
            DemoClient second = new DemoClient(other);
            first.put("Organization/o", DemoClient.organisation("o", "one"));
            assertEquals(
                    200,
                    second.put("Organization/o", DemoClient.organisation("o", "two"), "If-Match", "W/\"1\"")
                            .status());
            assertEquals(
                    412,
                    first.put("Organization/o", DemoClient.organisation("o", "x"), "If-Match", "W/\"1\"")
                            .status());
            assertTrue(first.get("Organization/o").body().contains("two"));
        }
    }
}
