package itb.backoffice.shell.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.connection.Connection.SignIn;
import itb.backoffice.shell.connection.ConnectionEdit.Part;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionEditTest {
    private static ConnectionEdit edit(String name, String url, SignIn signIn, String secret, boolean kept) {
        return new ConnectionEdit("id", name, url, Environment.TEST, signIn, secret, kept, "");
    }

    @ParameterizedTest
    @CsvSource({
        "'', urlMissing",
        "example.org/fhir, urlScheme",
        "https://, urlMalformed",
        "https://a b/fhir, urlMalformed",
        "https://a/fhir?x=1, urlTail"
    })
    void anAddressThatCannotWorkSaysWhy(String url, String problem) {
        assertEquals(
                Map.of(Part.URL, problem),
                edit("A", url, SignIn.NONE, "", false).problems(List.of()));
    }

    @Test
    void namesAreNotSharedWhateverTheirCase() {
        assertEquals(
                Map.of(Part.NAME, "nameTaken"),
                edit("nordtand ", "http://a", SignIn.NONE, "", false).problems(List.of("Nordtand")));
    }

    @Test
    void aKeptSecretNeedNotBeTypedAgainAndStaysAsItIs() {
        assertEquals(Map.of(), edit("A", "http://a", SignIn.API_KEY, "", true).problems(List.of()));
        assertNull(edit("A", "http://a", SignIn.API_KEY, "", true).newSecret());
        assertEquals(
                Map.of(Part.SECRET, "keyMissing"),
                edit("A", "http://a", SignIn.API_KEY, " ", false).problems(List.of()));
    }
}
