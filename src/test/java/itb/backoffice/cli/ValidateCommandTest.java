package itb.backoffice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.AppFolders;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.validation.Samples;
import itb.backoffice.validation.pack.NewerItb;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String input = "";
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
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(
                2, run(folder.resolve("none.json").toString(), latin.toString(), empty.toString(), bad.toString()));
        assertEquals(3, err.toString().lines().count());
        assertTrue(err.toString().contains("there is no such file"));
        assertTrue(err.toString().contains("not text in UTF-8"));
        assertTrue(err.toString().contains("no .json or .xml file"));
        assertTrue(out.toString().contains("The role needs a clinic."));
    }

    @Test
    void aGiganticFileIsOneLine() throws IOException {
        Path zeros = folder.resolve("zeros.json");
        try (RandomAccessFile file = new RandomAccessFile(zeros.toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        Path text = folder.resolve("text.json");
        try (BufferedWriter writer = Files.newBufferedWriter(text)) {
            writer.write("{\"resourceType\":\"PractitionerRole\",\"id\":\"");
            String megabyte = "x".repeat(1 << 20);
            for (int i = 0; i < 200; i++) {
                writer.write(megabyte);
            }
            writer.write("\"}");
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertEquals(2, run(zeros.toString(), text.toString())));
        assertEquals("", out.toString());
        assertEquals(2, err.toString().lines().count(), err::toString);
        assertTrue(err.toString().startsWith(zeros + ": this is larger than 50 MB and was not read."), err::toString);
    }

    @Test
    void brokenTextIsOneLineUnderItsFile() throws IOException {
        List<Path> files = List.of(
                Files.writeString(folder.resolve("empty.json"), ""),
                Files.writeString(
                        folder.resolve("cut.json"), Samples.text("role").substring(0, 200)),
                Files.writeString(folder.resolve("twice.json"), Samples.text("role") + Samples.text("role")),
                Files.writeString(folder.resolve("deep.json"), "{\"a\":".repeat(500_000)),
                Files.writeString(
                        folder.resolve("number.json"),
                        "{\"resourceType\":\"Basic\",\"a\":" + "1".repeat(100_000) + "}"),
                Files.writeString(
                        folder.resolve("many.json"),
                        "{\"resourceType\":\"Basic\",\"extension\":[{}" + ",{}".repeat(500_000) + "]}"),
                Files.writeString(
                        folder.resolve("many.xml"),
                        "<Basic xmlns='http://hl7.org/fhir'>" + "<extension/>".repeat(500_000) + "</Basic>"),
                Files.writeString(folder.resolve("cut.xml"), "<PractitionerRole xmlns='http://hl7.org/fhir'><id"),
                Files.writeString(folder.resolve("deep.xml"), "<a xmlns='http://hl7.org/fhir'>".repeat(50_000)),
                Files.writeString(
                        folder.resolve("laughs.xml"),
                        "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><a>&c;</a>"),
                Files.writeString(
                        folder.resolve("outside.xml"),
                        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"));
        assertEquals(1, run(files.stream().map(Path::toString).toArray(String[]::new)));
        assertEquals(2 * files.size(), out.toString().lines().count(), out::toString);
        assertEquals("", err.toString());
        assertFalse(out.toString().contains("root:"));
        assertEquals(
                2,
                out.toString()
                        .lines()
                        .filter(line -> line.endsWith("This is nested far too deeply to be a resource."))
                        .count(),
                out::toString);
    }

    @Test
    void duplicateKeysNumbersAsStringsAndOtherVersionsOfFhirAreFound() throws IOException {
        Path twice = Files.writeString(
                folder.resolve("twice.json"),
                Samples.text("role").replaceFirst("\"active\": true", "\"active\": true, \"active\": true"));
        assertTrue(findings(twice).contains("duplicate:PractitionerRole.active"), out::toString);
        Path words = Files.writeString(
                folder.resolve("words.json"),
                Samples.text("role").replaceFirst("\"active\": true", "\"active\": \"true\""));
        assertTrue(findings(words).contains("shape:PractitionerRole.active"), out::toString);
        Path stu3 = Files.writeString(
                folder.resolve("stu3.json"),
                "{\"resourceType\":\"ProcedureRequest\",\"id\":\"1\",\"status\":\"active\"}");
        assertTrue(findings(stu3).contains("unknown-type"), out::toString);
        Path r5 = Files.writeString(
                folder.resolve("r5.json"),
                Samples.changed("role", json -> json.putArray("availability").addObject()));
        assertTrue(findings(r5).contains("unknown:PractitionerRole.availability"), out::toString);
    }

    private String findings(Path file) {
        out.getBuffer().setLength(0);
        assertEquals(1, run("--format", "json", file.toString()), err::toString);
        return Json.object(out.toString().strip())
                .path("findings")
                .findValuesAsText("rule")
                .toString();
    }

    @Test
    void everyResourceOfABundleIsJudged() throws IOException {
        Path bundle = Files.writeString(
                folder.resolve("bundle.json"), """
                {"resourceType":"Bundle","type":"searchset","entry":[{"fullUrl":"urn:x","resource":%s},
                {"request":{"method":"DELETE","url":"Basic/1"}},{"resource":%s,"search":{"mode":"match"}}]}""".formatted(Samples.text("role"), Files.readString(bad)));
        assertEquals(1, run("--format", "json", bundle.toString()));
        List<ObjectNode> lines = out.toString().lines().map(Json::object).toList();
        assertEquals(
                List.of(1, 3),
                lines.stream().map(line -> line.path("entry").asInt()).toList());
        assertTrue(lines.getFirst().path("valid").asBoolean());
        assertFalse(lines.getLast().path("valid").asBoolean());
        out.getBuffer().setLength(0);
        run(bundle.toString());
        assertTrue(out.toString().contains(bundle + ", entry 3"), out::toString);
    }

    @Test
    void anEmptyBundleIsSaidToBeEmpty() throws IOException {
        Path bundle = Files.writeString(
                folder.resolve("bundle.json"), "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}");
        assertEquals(0, run(bundle.toString()));
        assertTrue(out.toString().contains("no resources in this bundle"));
    }

    @Test
    void aBundleLargerThanTheMemoryIsReadEntryByEntry() throws IOException {
        Path bundle = folder.resolve("large.json");
        String photo = Samples.changed(
                "role-with-photo", json -> ((ObjectNode) json.at("/contained/0")).put("data", "/9j/".repeat(500_000)));
        try (BufferedWriter writer = Files.newBufferedWriter(bundle)) {
            writer.write("{\"entry\":[");
            for (int i = 0; i < 60; i++) {
                writer.write((i == 0 ? "" : ",") + "{\"resource\":" + photo + "}");
            }
            writer.write("],\"resourceType\":\"Bundle\"}");
        }
        assertTrue(Files.size(bundle) > 100L << 20);
        assertEquals(0, run("--format", "json", bundle.toString()));
        assertEquals(60, out.toString().lines().count());
    }

    @Test
    void foldersAreGoneThroughInOrder() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("chain/inner"));
        Files.writeString(inner.resolve("b.json"), Samples.text("area"));
        Files.writeString(folder.resolve("chain/a.JSON"), Samples.text("role"));
        Files.writeString(folder.resolve("chain/notes.txt"), "no resource");
        Files.createSymbolicLink(inner.resolve("round"), folder.resolve("chain"));
        assertEquals(0, run("--format", "json", folder.resolve("chain").toString()), err::toString);
        assertEquals(
                List.of("a.JSON", "b.json"),
                out.toString()
                        .lines()
                        .map(line -> Path.of(Json.object(line).path("file").asText())
                                .getFileName()
                                .toString())
                        .toList());
    }

    @Test
    void standardInputIsJudgedInEitherWayOfWriting() {
        input = Samples.text("role");
        assertEquals(0, run("-"));
        assertTrue(out.toString().startsWith("-"), out::toString);
        input = xml("role");
        assertEquals(0, run("-"), out::toString);
        input = "";
        assertEquals(1, run("-"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeIsReadLikeAFile() throws Exception {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        Process writer =
                new ProcessBuilder("sh", "-c", "cat \"$1\" > \"$2\"", "-", good.toString(), pipe.toString()).start();
        assertEquals(0, run(pipe.toString()), err::toString);
        assertTrue(out.toString().startsWith(pipe.toString()), out::toString);
        writer.waitFor();
    }

    @Test
    void xmlIsJudgedAsItStands() throws IOException {
        Path file = Files.writeString(folder.resolve("role.xml"), xml("role"));
        assertEquals(0, run(file.toString()), out::toString);
        Files.writeString(file, xml("role").replace("<active", "<colour value=\"red\"/><active"));
        assertEquals(1, run(file.toString()));
        assertTrue(out.toString().contains("PractitionerRole.colour"), out::toString);
        out.getBuffer().setLength(0);
        Files.writeString(file, xml("role").replaceFirst("(?s)<healthcareService>.*</healthcareService>", ""));
        assertEquals(1, run(file.toString()));
        assertTrue(
                out.toString().contains("The role needs a clinic. (PractitionerRole.healthcareService)"),
                out::toString);
    }

    @Test
    void aBundleInXmlIsJudgedEntryByEntry() throws IOException {
        String role = xml("role").replaceFirst("<\\?xml[^>]*>", "");
        Path file = Files.writeString(folder.resolve("bundle.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <Bundle xmlns="http://hl7.org/fhir"><type value="searchset"/>
                <entry><resource>%s</resource></entry><entry><resource>%s</resource></entry></Bundle>""".formatted(
                        role, role.replaceFirst("(?s)<healthcareService>.*</healthcareService>", "")));
        assertEquals(1, run("--format", "json", file.toString()), out::toString);
        List<ObjectNode> lines = out.toString().lines().map(Json::object).toList();
        assertEquals(2, lines.size());
        assertTrue(lines.getFirst().path("valid").asBoolean(), out::toString);
        assertEquals(
                "required:PractitionerRole.healthcareService",
                lines.getLast().at("/findings/0/rule").asText());
    }

    @Test
    void aThousandFilesInOneRunComeOutInTheirOrder() throws IOException {
        Path many = Files.createDirectory(folder.resolve("many"));
        for (int i = 0; i < 1000; i++) {
            Files.writeString(
                    many.resolve("%04d.json".formatted(i)),
                    i % 100 == 7 ? Files.readString(bad) : Samples.text("role"));
        }
        assertEquals(1, run("--format", "json", "--jobs", "2", many.toString()));
        List<ObjectNode> lines = out.toString().lines().map(Json::object).toList();
        assertEquals(1000, lines.size());
        for (int i = 0; i < 1000; i++) {
            assertTrue(lines.get(i).path("file").asText().endsWith("%04d.json".formatted(i)));
            assertEquals(i % 100 != 7, lines.get(i).path("valid").asBoolean());
        }
    }

    @Test
    void aNumberOfJobsThatMakesNoSenseIsOneSentence() {
        for (String jobs : List.of("0", "-1", "x", "1000")) {
            assertEquals(2, run("--jobs", jobs, good.toString()));
        }
        assertEquals(4, err.toString().lines().count());
    }

    @Test
    void anotherPackageIsUsedByNameByVersionOrFromItsFile() throws IOException {
        Path newer = NewerItb.file().write(folder.resolve("newer.tgz"));
        Path general = Files.writeString(
                folder.resolve("general.json"), Samples.changed("role", json -> json.remove("specialty")));
        assertEquals(0, run(general.toString()));
        assertEquals(0, run("--package", "1.0.0", general.toString()));
        assertEquals(1, run("--package", newer.toString(), general.toString()));
        assertEquals(2, run("--package", "wof-portal#1.1.0", general.toString()));
        assertEquals(
                "There is no package wof-portal#1.1.0 here.", err.toString().strip());
        try (PackageShelf shelf = shelf()) {
            shelf.packages().importFiles(List.of(newer), Progress.none());
        }
        assertEquals(1, run("--package", "wof-portal#1.1.0", general.toString()));
        assertEquals(1, run("--package", "wof-portal", general.toString()));
        err.getBuffer().setLength(0);
        assertEquals(2, run("--package", good.toString(), general.toString()));
        assertEquals(
                good + ": This is not a package: it must be a .tgz file.",
                err.toString().strip());
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

    private static String xml(String sample) {
        FhirContext r4 = FhirContext.forR4Cached();
        return r4.newXmlParser()
                .setPrettyPrint(true)
                .encodeResourceToString(r4.newJsonParser().parseResource(Samples.text(sample)));
    }

    private PackageShelf shelf() {
        return PackageShelf.open(new AppFolders(folder.resolve("home")), Messages.of(Locale.ENGLISH));
    }

    private int run(String... args) {
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return new CommandLine(new ValidateCommand(Messages.of(Locale.ENGLISH), this::shelf, in))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }
}
