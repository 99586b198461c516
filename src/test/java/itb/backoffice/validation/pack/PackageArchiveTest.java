package itb.backoffice.validation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.validation.pack.PackageArchive.Limits;
import itb.backoffice.validation.pack.Refusal.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageArchiveTest {
    private static final String VALUE_SET =
            "{\"resourceType\":\"ValueSet\",\"url\":\"https://a.test/fhir/ValueSet/a\",\"status\":\"active\"}";

    @TempDir
    Path folder;

    @Test
    void whatNpmWritesIsRead() throws Exception {
        PackageContent content = read(TgzFile.named("a.test", "1.2.3")
                .entry("package/", '5', new byte[0])
                .definition("ValueSet-a", VALUE_SET)
                .with("package/README.md", "Read me")
                .with("package/example/Patient-a.json", "not even JSON")
                .with("package/other/" + "long/".repeat(40) + "name.json", "{}"));
        assertEquals(new PackageId("a.test", "1.2.3"), content.id());
        assertEquals("A test package", content.manifest().title());
        assertEquals("https://a.test/fhir", content.manifest().canonical());
        assertEquals(List.of(), content.manifest().dependencies());
        assertEquals(1, content.definitions().size());
        assertEquals(
                "https://a.test/fhir/ValueSet/a",
                content.definitions().getFirst().url());
        assertEquals(VALUE_SET, content.definitions().getFirst().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.json",
                "package/../../evil.json",
                "/etc/evil.json",
                "package\\..\\evil.json",
                "C:/evil.json",
                "package/a/../../../x"
            })
    void aPathThatLeavesThePackageIsRefused(String path) throws IOException {
        Refusal refusal = refusal(TgzFile.named("a.test", "1.0.0").with(path, "{}"));
        assertEquals(new Refusal(Kind.OUTSIDE, path), refusal);
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '4', '6', 'K', 'S', 'V'})
    void linksDevicesAndWhateverElseIsRefused(char kind) throws IOException {
        assertEquals(
                new Refusal(Kind.LINK, "package/a.json"),
                refusal(TgzFile.named("a.test", "1.0.0").entry("package/a.json", kind, new byte[0])));
    }

    @Test
    void gigabytesOfNothingAreRefusedSoon() throws IOException {
        Path bomb = folder.resolve("bomb.tgz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb), 1 << 16)) {
            out.write(TgzFile.header("package/zeros.bin", '0', 077777777777L));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1500; i++) {
                out.write(zeros);
            }
        }
        assertTrue(Files.size(bomb) < 2 << 20, "the bomb is small");
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertEquals(Kind.TOO_LARGE, refusal(bomb).kind()));
    }

    @Test
    void tooMuchToKeepAndTooLargeAFileAreRefused() throws IOException {
        Path file = TgzFile.named("a.test", "1.0.0")
                .definition("ValueSet-a", VALUE_SET)
                .write(folder.resolve("a.tgz"));
        Refused keeps = assertThrows(Refused.class, () -> PackageArchive.read(file, new Limits(1 << 20, 10)));
        assertEquals(Kind.TOO_LARGE, keeps.refusal().kind());
        byte[] large = new byte[33 << 20];
        Arrays.fill(large, (byte) ' ');
        assertEquals(
                Kind.TOO_LARGE,
                refusal(TgzFile.named("a.test", "1.0.0").with("package/large.json", large))
                        .kind());
    }

    @Test
    void aNameOrAttributesOfMegabytesAreRefused() throws IOException {
        byte[] large = new byte[5 << 20];
        Arrays.fill(large, (byte) 'a');
        for (char kind : new char[] {'L', 'x'}) {
            assertEquals(
                    Kind.TOO_LARGE,
                    refusal(new TgzFile().entry("long", kind, large)).kind());
        }
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        assertEquals(
                Kind.NO_ARCHIVE,
                refusal(Files.writeString(folder.resolve("a.tgz"), "a text")).kind());
        assertEquals(
                Kind.NO_ARCHIVE,
                refusal(Files.writeString(folder.resolve("empty.tgz"), "")).kind());
        assertEquals(Kind.UNREADABLE, refusal(folder.resolve("none.tgz")).kind());
        Path text = folder.resolve("text.tgz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(text))) {
            out.write("x".repeat(2000).getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(Kind.DAMAGED, refusal(text).kind());
    }

    @Test
    void aFileCutShortAtAnyPlaceIsRefused() throws IOException {
        Path whole = TgzFile.named("a.test", "1.0.0")
                .definition("ValueSet-a", VALUE_SET)
                .write(folder.resolve("whole.tgz"));
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = 2; length < bytes.length - 8; length += 7) {
            Path cut = Files.write(folder.resolve("cut.tgz"), Arrays.copyOf(bytes, length));
            assertEquals(Kind.DAMAGED, refusal(cut).kind(), "cut after " + length);
        }
        bytes[bytes.length / 2] ^= 0x55;
        assertThrows(Refused.class, () -> PackageArchive.read(Files.write(folder.resolve("bent.tgz"), bytes)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not JSON | BAD_MANIFEST",
                "[] | BAD_MANIFEST",
                "{\"version\":\"1.0.0\"} | BAD_MANIFEST",
                "{\"name\":\"a\"} | BAD_MANIFEST",
                "{\"name\":\"../../a\",\"version\":\"1.0.0\"} | BAD_MANIFEST",
                "{\"name\":\"a\",\"version\":\"1\",\"fhirVersions\":[\"5.0.0\"]} | OTHER_FHIR",
                "{\"name\":\"a\",\"version\":\"1\",\"fhir-version-list\":[\"3.0.2\"]} | OTHER_FHIR",
                "{\"name\":\"a\",\"version\":\"1\",\"dependencies\":{\"hl7.fhir.r5.core\":\"5.0.0\"}} | OTHER_FHIR",
                "{\"name\":\"hl7.fhir.r5.core\",\"version\":\"5.0.0\"} | OTHER_FHIR",
                "{\"name\":\"hl7.fhir.r4.core\",\"version\":\"4.0.1\"} | BUILT_IN"
            })
    void aPackageThatDoesNotSayWellWhatItIsIsRefused(String manifest, Kind kind) throws IOException {
        assertEquals(
                kind,
                refusal(new TgzFile().with("package/package.json", manifest)).kind());
    }

    @Test
    void aPackageWithoutItsManifestOrAFileOfItsListIsRefused() throws IOException {
        assertEquals(
                Kind.NO_MANIFEST,
                refusal(new TgzFile().with("package.json", "{}")).kind());
        assertEquals(
                new Refusal(Kind.FILE_MISSING, "ValueSet-b.json"),
                refusal(TgzFile.named("a.test", "1.0.0")
                        .with("package/.index.json", "{\"files\":[{\"filename\":\"ValueSet-b.json\"}]}")));
    }

    @Test
    void aDefinitionThatIsNotJsonIsNamed() throws IOException {
        for (byte[] content : List.of(
                "{".getBytes(StandardCharsets.UTF_8),
                new byte[] {'{', '"', (byte) 0xE5, '"', ':', '1', '}'},
                ("[".repeat(100_000)).getBytes(StandardCharsets.UTF_8))) {
            assertEquals(
                    new Refusal(Kind.BAD_DEFINITION, "ValueSet-a.json"),
                    refusal(TgzFile.named("a.test", "1.0.0").with("package/ValueSet-a.json", content)));
        }
    }

    @Test
    void theSameFileTwiceIsRefused() throws IOException {
        assertEquals(
                Kind.DAMAGED,
                refusal(TgzFile.named("a.test", "1.0.0")
                                .definition("ValueSet-a", VALUE_SET)
                                .definition("ValueSet-a", VALUE_SET))
                        .kind());
    }

    @Test
    void whatAStrangerWritesStaysShortAndOnOneLine() {
        Refusal refusal = new Refusal(Kind.OUTSIDE, "../\n\u001b[31m" + "a".repeat(10_000));
        assertTrue(refusal.detail().length() < 200);
        assertEquals(-1, refusal.detail().indexOf('\n'));
        assertEquals(-1, refusal.detail().indexOf('\u001b'));
    }

    private PackageContent read(TgzFile file) throws Exception {
        return PackageArchive.read(file.write(folder.resolve("read.tgz")));
    }

    private Refusal refusal(TgzFile file) throws IOException {
        return refusal(file.write(folder.resolve("refused.tgz")));
    }

    private static Refusal refusal(Path file) {
        return assertThrows(Refused.class, () -> PackageArchive.read(file)).refusal();
    }
}
