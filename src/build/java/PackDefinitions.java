import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r5.formats.IParser.OutputStyle;
import org.hl7.fhir.r5.formats.JsonParser;
import org.hl7.fhir.r5.model.CanonicalResource;
import org.hl7.fhir.r5.model.StructureDefinition;

/**
 * Run by the build. Writes the built-in packages as they are published, one folder for each version, and turns them and
 * all of R4 into files from which the program reads single definitions when they are asked for, each in the form that
 * the validator works on (R5, with its snapshot), without what only people read. Arguments: the project's folder, the
 * folder to write into. One file holds all of it: whichever Java runs the build, an older one too, can start it so.
 */
public final class PackDefinitions {
    private static final String PACKS = "itb/backoffice/validation/engine";
    private static final String PACKAGES = "itb/backoffice/profiles";
    private static final String CORE = "hl7.fhir.r4.core-4.0.1.pack";
    private static final Set<String> KINDS = Set.of("StructureDefinition", "ValueSet", "CodeSystem");
    private static final Set<String> FOR_PEOPLE = Set.of(
            "text", "description", "purpose", "copyright", "copyrightLabel", "contact", "publisher", "useContext",
            "jurisdiction", "keyword", "mapping", "definition", "comment", "requirements", "alias", "short",
            "meaningWhenMissing", "orderMeaning", "isSummary", "example", "designation", "differential", "date");

    private final ObjectMapper mapper = new ObjectMapper();
    private final FhirContext r4 = FhirContext.forR4();
    private final DefaultProfileValidationSupport core = new DefaultProfileValidationSupport(r4);

    private PackDefinitions() {}

    /** Makes everything; the file that tells what it was made from comes last. */
    public static void main(String[] args) throws Exception {
        Path project = Path.of(args[0]);
        Path to = Path.of(args[1]);
        Path sources = project.resolve("src/main/profiles");
        Path made = to.resolve(PACKS).resolve("packs.digest");
        String digest = digest(sources, project.resolve("src/build/java"));
        if (!Files.exists(made) || !Files.readString(made).equals(digest)) {
            Files.createDirectories(to.resolve(PACKS));
            new PackDefinitions().pack(sources, to);
        }
        Files.writeString(made, digest);
    }

    /** Names everything that the result depends on. */
    private static String digest(Path... folders) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    sha.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    sha.update(Files.readAllBytes(file));
                }
            }
        }
        sha.update(ca.uhn.fhir.util.VersionUtil.getVersion().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha.digest());
    }

    private void pack(Path sources, Path to) throws Exception {
        core.fetchAllStructureDefinitions();
        core.fetchCodeSystem("loads the code systems and value sets too");
        pack(core.fetchAllConformanceResources(), new PrePopulatedValidationSupport(r4), to.resolve(PACKS).resolve(CORE));
        for (PackageSource source : PackageSource.all(sources)) {
            source.write(to.resolve(PACKAGES).resolve(source.version()).resolve("package"));
            PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(r4);
            List<IBaseResource> definitions = new ArrayList<>();
            for (JsonNode json : source.definitions()) {
                if (KINDS.contains(json.path("resourceType").asText())) {
                    IBaseResource definition = r4.newJsonParser().parseResource(json.toString());
                    ours.addResource(definition);
                    definitions.add(definition);
                }
            }
            pack(definitions, ours, to.resolve(PACKS).resolve(source.name() + "-" + source.version() + ".pack"));
        }
    }

    private void pack(List<IBaseResource> definitions, PrePopulatedValidationSupport ours, Path file) throws Exception {
        WorkerContextValidationSupportAdapter worker =
                WorkerContextValidationSupportAdapter.newVersionSpecificWorkerContextWrapper(new ValidationSupportChain(
                        core,
                        ours,
                        new CommonCodeSystemsTerminologyService(r4),
                        new InMemoryTerminologyServerValidationSupport(r4)));
        PackFile pack = new PackFile();
        List<MetadataResource> sorted = new ArrayList<>();
        definitions.forEach(each -> sorted.add((MetadataResource) each));
        sorted.sort(Comparator.comparing(each -> each.fhirType() + each.getUrl()));
        for (MetadataResource definition : sorted) {
            CanonicalResource r5 = (CanonicalResource) worker.fetchResource(type(definition), definition.getUrl());
            if (r5 != null) {
                JsonNode json = mapper.readTree(
                        new JsonParser().setOutputStyle(OutputStyle.NORMAL).composeString(r5));
                pack.add(r5, mapper.writeValueAsBytes(strip(json)));
            }
        }
        pack.write(file);
    }

    @SuppressWarnings("unchecked")
    private static Class<CanonicalResource> type(MetadataResource r4) throws ClassNotFoundException {
        return (Class<CanonicalResource>) Class.forName("org.hl7.fhir.r5.model." + r4.fhirType());
    }

    private static JsonNode strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(FOR_PEOPLE);
        }
        node.forEach(PackDefinitions::strip);
        return node;
    }
}

/**
 * A built-in package in the sources. One that says {@code basedOn} in its manifest holds only what differs from that
 * version; the rest it takes from there, with its own version in place of the other's.
 */
final class PackageSource {
    private static final String MANIFEST = "package.json";
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectNode manifest;
    private final SortedMap<String, ObjectNode> files = new TreeMap<>();

    private PackageSource(Path folder) throws IOException {
        manifest = read(folder.resolve(MANIFEST));
        JsonNode base = manifest.remove("basedOn");
        if (base != null) {
            PackageSource other = new PackageSource(folder.resolveSibling(base.asText()));
            for (ObjectNode each : other.files.values()) {
                if (base.equals(each.get("version"))) {
                    each.set("version", manifest.get("version"));
                }
            }
            files.putAll(other.files);
        }
        try (Stream<Path> own = Files.list(folder)) {
            for (Path file : own.filter(each -> !each.endsWith(MANIFEST)).toList()) {
                files.put(file.getFileName().toString(), read(file));
            }
        }
    }

    /** Every package in {@code folder}, each in a folder named by its version. */
    static List<PackageSource> all(Path folder) throws IOException {
        List<PackageSource> all = new ArrayList<>();
        try (Stream<Path> versions = Files.list(folder)) {
            for (Path version : versions.sorted().toList()) {
                all.add(new PackageSource(version));
            }
        }
        return all;
    }

    String name() {
        return manifest.path("name").asText();
    }

    String version() {
        return manifest.path("version").asText();
    }

    Collection<ObjectNode> definitions() {
        return files.values();
    }

    /** Writes it in the layout of an npm package of FHIR, with its index. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        ObjectNode index = MAPPER.createObjectNode().put("index-version", 2);
        ArrayNode rows = index.putArray("files");
        for (var file : files.entrySet()) {
            MAPPER.writeValue(folder.resolve(file.getKey()).toFile(), file.getValue());
            ObjectNode row = rows.addObject().put("filename", file.getKey());
            for (String name : new String[] {"resourceType", "id", "url", "version", "kind", "type"}) {
                if (file.getValue().path(name).isTextual()) {
                    row.set(name, file.getValue().get(name));
                }
            }
        }
        MAPPER.writeValue(folder.resolve(MANIFEST).toFile(), manifest);
        MAPPER.writeValue(folder.resolve(".index.json").toFile(), index);
    }

    private static ObjectNode read(Path file) throws IOException {
        return (ObjectNode) MAPPER.readTree(Files.readString(file));
    }
}

/**
 * One pack: the count, then for each definition its type, url, version, name, type name, base, kind, derivation, whether
 * it is abstract, where its text begins and ends and how long it is; then the deflated texts.
 */
final class PackFile {
    private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    private int count;

    void add(CanonicalResource definition, byte[] text) throws IOException {
        int begin = texts.size();
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(texts, best)) {
            out.write(text);
        }
        best.end();
        row(definition, begin, texts.size(), text.length);
        count++;
    }

    void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(count);
            rows.writeTo(out);
            texts.writeTo(out);
        }
    }

    private void row(CanonicalResource definition, int begin, int end, int size) throws IOException {
        DataOutputStream out = new DataOutputStream(rows);
        out.writeUTF(definition.fhirType());
        out.writeUTF(definition.getUrl());
        out.writeUTF(text(definition.getVersion()));
        out.writeUTF(text(definition.getName()));
        StructureDefinition shape =
                definition instanceof StructureDefinition structure ? structure : new StructureDefinition();
        out.writeUTF(text(shape.getType()));
        out.writeUTF(text(shape.getBaseDefinition()));
        out.writeUTF(shape.hasKind() ? shape.getKind().toCode() : "");
        out.writeUTF(shape.hasDerivation() ? shape.getDerivation().toCode() : "");
        out.writeBoolean(shape.getAbstract());
        out.writeInt(begin);
        out.writeInt(end);
        out.writeInt(size);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
