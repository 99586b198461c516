package itb.backoffice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path good;
    private Path bad;

    @BeforeEach
    void writeFiles() throws IOException {
        good = Files.writeString(folder.resolve("good.json"), Samples.text("role"));
        bad = Files.writeString(
                folder.resolve("bad.json"), Samples.changed("role", json -> json.remove("healthcareService")));
    }

    @Test
    void cleanFilesEndWithZero() {
        assertEquals(0, run(good.toString()));
        assertEquals("", err.toString());
        assertTrue(out.toString().startsWith(good.toString()));
    }

    @Test
    void errorsEndWithOneAndAreGroupedByFile() {
        assertEquals(1, run(good.toString(), bad.toString()));
        List<String> lines = out.toString().lines().toList();
        int file = lines.indexOf(bad.toString());
        assertEquals("  error: The role needs a clinic. (PractitionerRole.healthcareService)", lines.get(file + 1));
    }

    @Test
    void jsonIsOneObjectOnALineForEachFile() {
        assertEquals(1, run("--format", "json", good.toString(), bad.toString()));
        List<ObjectNode> lines = out.toString().lines().map(Json::object).toList();
        assertEquals(2, lines.size());
        assertTrue(lines.getFirst().path("valid").asBoolean());
        ObjectNode second = lines.getLast();
        assertEquals(bad.toString(), second.path("file").asText());
        assertEquals(
                Samples.PORTAL + "practitioner-role-portal",
                second.path("profile").asText());
        assertFalse(second.path("valid").asBoolean());
        assertEquals("error", second.at("/findings/0/severity").asText());
        assertEquals(
                "PractitionerRole.healthcareService",
                second.at("/findings/0/path").asText());
        assertEquals(
                "The role needs a clinic.", second.at("/findings/0/message").asText());
        assertEquals(
                "required:PractitionerRole.healthcareService",
                second.at("/findings/0/rule").asText());
    }

    @Test
    void aFileThatCannotBeReadDoesNotStopTheOthers() throws IOException {
        Path latin = folder.resolve("latin.json");
        Files.write(latin, new byte[] {'{', '"', (byte) 0xE5, '"', ':', '1', '}'});
        assertEquals(
                2, run(folder.resolve("none.json").toString(), latin.toString(), folder.toString(), bad.toString()));
        assertEquals(3, err.toString().lines().count());
        assertTrue(err.toString().contains("there is no such file"));
        assertTrue(err.toString().contains("not text in UTF-8"));
        assertTrue(err.toString().contains("this is a folder"));
        assertTrue(out.toString().contains("The role needs a clinic."));
    }

    @Test
    void aGiganticFileIsNotRead() throws IOException {
        Path large = folder.resolve("large.json");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        assertEquals(2, run(large.toString()));
        assertEquals(
                large + ": the file is larger than 50 MB and was not read.",
                err.toString().strip());
    }

    @Test
    void brokenTextIsOneLineUnderItsFile() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.json"), "");
        Path cut = Files.writeString(
                folder.resolve("cut.json"), Samples.text("role").substring(0, 200));
        Path bundle = Files.writeString(
                folder.resolve("bundle.json"), "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}");
        assertEquals(1, run(empty.toString(), cut.toString(), bundle.toString()));
        assertEquals(6, out.toString().lines().count(), out::toString);
        assertEquals("", err.toString());
    }

    @Test
    void aByteOrderMarkIsNoFault() throws IOException {
        Path marked = Files.writeString(folder.resolve("marked.json"), "\uFEFF" + Samples.text("role"));
        assertEquals(0, run(marked.toString()));
    }

    @Test
    void anUnknownProfileOrFormatEndsWithTwoAndOneSentence() {
        assertEquals(2, run("--profile", "http://a.test/none", good.toString()));
        assertEquals(
                "There is no profile http://a.test/none here.", err.toString().strip());
        assertEquals("", out.toString());
        assertEquals(2, run("--format", "xml", good.toString()));
        assertEquals(2, run());
    }

    @Test
    void anotherProfileIsHeldAgainstTheFile() throws IOException {
        Path organisation = Files.writeString(folder.resolve("organisation.json"), Samples.text("organisation"));
        String billing = Samples.PORTAL + "billing-organization-portal";
        assertEquals(0, run(organisation.toString()));
        out.getBuffer().setLength(0);
        run("--format", "json", "--profile", billing, organisation.toString());
        assertEquals(
                billing, Json.object(out.toString().strip()).path("profile").asText());
    }

    private int run(String... args) {
        return new CommandLine(new ValidateCommand(Messages.of(Locale.ENGLISH)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }
}
