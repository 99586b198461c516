package itb.backoffice.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.connection.Failure.Kind;
import itb.backoffice.connection.Servers.Reaction;
import itb.backoffice.connection.Servers.Request;
import itb.backoffice.connection.Servers.Scripted;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final String EMPTY = "{\"resourceType\":\"Bundle\"}";
    private static final String KEY = "key-of-the-chain";

    @Test
    void bearerTokenTravelsWithEveryRequest() throws Exception {
        try (Scripted scripted = new Scripted(request -> Reaction.json(200, EMPTY));
                HttpFhirServer server =
                        Servers.client(scripted.base(), SignIn.BEARER_TOKEN, "abc\n", Servers.PATIENT)) {
            Servers.value(server.search("Location", Map.of()));
            assertEquals("Bearer abc", scripted.last().header("Authorization"));
        }
    }

    @Test
    void keyIsExchangedOnceAndTheTokenRenewedWhenRefused() throws Exception {
        AtomicInteger tokens = new AtomicInteger();
        AtomicInteger valid = new AtomicInteger(1);
        try (Scripted scripted = new Scripted(request -> {
                    if (request.path().endsWith("/auth/system-token")) {
                        return Reaction.json(
                                200, "{\"access_token\":\"t" + tokens.incrementAndGet() + "\",\"expires_in\":3600}");
                    }
                    return request.header("Authorization").equals("Bearer t" + valid.get())
                            ? Reaction.json(200, EMPTY)
                            : Reaction.json(401, "");
                });
                HttpFhirServer server = Servers.client(scripted.base(), SignIn.API_KEY, KEY, Servers.PATIENT)) {
            Servers.value(server.search("Location", Map.of()));
            Servers.value(server.search("Location", Map.of()));
            Request exchange = scripted.asked.getFirst();
            assertEquals("POST /tenant/1.0/R4/auth/system-token", exchange.method() + " " + exchange.path());
            assertEquals(KEY, exchange.header("X-apikey"));
            assertEquals(1, tokens.get());
            valid.set(2);
            Servers.value(server.search("Location", Map.of()));
            assertEquals(2, tokens.get());
            valid.set(99);
            assertEquals(
                    Kind.SIGN_IN,
                    Servers.failure(server.search("Location", Map.of())).kind());
            assertEquals(3, tokens.get(), "renewed once, not for ever");
            assertTrue(scripted.asked.stream()
                    .filter(request -> !request.path().contains("/auth/"))
                    .noneMatch(request -> request.headers().toString().contains(KEY)));
        }
    }

    @Test
    void refusedKeyMissingSecretAndUnsendableSecretSaySo() throws Exception {
        try (Scripted scripted = new Scripted(request -> Reaction.json(403, ""))) {
            for (var one : Map.of(KEY, Kind.SIGN_IN, "", Kind.NO_SECRET, "not\u0001sendable-ø", Kind.SIGN_IN)
                    .entrySet()) {
                try (HttpFhirServer server =
                        Servers.client(scripted.base(), SignIn.API_KEY, one.getKey(), Servers.PATIENT)) {
                    Failure failure = Servers.failure(server.capabilities());
                    assertEquals(one.getValue(), failure.kind());
                    assertFalse(!one.getKey().isEmpty() && failure.toString().contains(one.getKey()));
                }
            }
        }
    }

    @Test
    void tokenNeverLeavesTheServerItIsFor() throws Exception {
        try (Scripted other = new Scripted(request -> Reaction.json(200, EMPTY));
                Scripted scripted = new Scripted(request -> Reaction.json(302, "", "Location", other.base() + "/x"));
                HttpFhirServer server = Servers.client(scripted.base(), SignIn.BEARER_TOKEN, "abc", Servers.PATIENT);
                HttpFhirServer open = Servers.client(scripted.base())) {
            Failure refused = Servers.failure(server.next(other.base() + "/Location?page=2"));
            assertEquals(Kind.UNEXPECTED, refused.kind());
            assertTrue(refused.details().contains("another server"));
            assertEquals(
                    Kind.UNEXPECTED,
                    Servers.failure(server.search("Location", Map.of())).kind());
            assertTrue(other.asked.isEmpty());
            Servers.value(open.next(other.base() + "/Location?page=2"));
            assertEquals("", other.last().header("Authorization"));
        }
    }
}
