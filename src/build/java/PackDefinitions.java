import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
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
 * Run by the build: turns all of R4 and the built-in package into one file from which the program reads single
 * definitions when they are asked for. Each is in the form that the validator works on (R5, with its snapshot), without
 * what only people read. Arguments: the package folder, the file to write.
 *
 * <p>The file: the digest of what it was made from, the count, then for each definition its type, url, version, name,
 * type name, base, kind, derivation, whether it is abstract, where its text begins and ends and how long it is;
 * then the deflated texts.
 */
public final class PackDefinitions {
    private static final Set<String> FOR_PEOPLE = Set.of(
            "text", "description", "purpose", "copyright", "copyrightLabel", "contact", "publisher", "useContext",
            "jurisdiction", "keyword", "mapping", "definition", "comment", "requirements", "alias", "short",
            "meaningWhenMissing", "orderMeaning", "isSummary", "example", "designation", "differential", "date");

    private final ObjectMapper mapper = new ObjectMapper();
    private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    private int count;

    private PackDefinitions() {}

    /** Makes the file unless it is there already, made from the same things. */
    public static void main(String[] args) throws Exception {
        Path from = Path.of(args[0]);
        Path to = Path.of(args[1]);
        String digest = digest(from);
        if (!Files.exists(to) || !new String(Files.readAllBytes(to), 2, 64, StandardCharsets.US_ASCII).equals(digest)) {
            new PackDefinitions().pack(from, to, digest);
        } else {
            Files.setLastModifiedTime(to, FileTime.from(Instant.now()));
        }
    }

    /** Names everything that the result depends on. */
    private static String digest(Path from) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (Path file : files(from)) {
            sha.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            sha.update(Files.readAllBytes(file));
        }
        sha.update(ca.uhn.fhir.util.VersionUtil.getVersion().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha.digest());
    }

    private static List<Path> files(Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            return files.filter(file -> !file.endsWith("package.json")).sorted().toList();
        }
    }

    private void pack(Path from, Path to, String digest) throws Exception {
        FhirContext r4 = FhirContext.forR4();
        PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(r4);
        List<IBaseResource> all = new ArrayList<>();
        for (Path file : files(from)) {
            IBaseResource definition = r4.newJsonParser().parseResource(Files.readString(file));
            ours.addResource(definition);
            all.add(definition);
        }
        DefaultProfileValidationSupport core = new DefaultProfileValidationSupport(r4);
        core.fetchAllStructureDefinitions();
        core.fetchCodeSystem("loads the code systems and value sets too");
        all.addAll(core.fetchAllConformanceResources());
        all.sort(Comparator.comparing(each -> each.fhirType() + ((MetadataResource) each).getUrl()));
        WorkerContextValidationSupportAdapter worker =
                WorkerContextValidationSupportAdapter.newVersionSpecificWorkerContextWrapper(new ValidationSupportChain(
                        core,
                        ours,
                        new CommonCodeSystemsTerminologyService(r4),
                        new InMemoryTerminologyServerValidationSupport(r4)));
        for (IBaseResource definition : all) {
            add(worker, (MetadataResource) definition);
        }
        Files.createDirectories(to.getParent());
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(to))) {
            out.writeUTF(digest);
            out.writeInt(count);
            rows.writeTo(out);
            texts.writeTo(out);
        }
    }

    private void add(WorkerContextValidationSupportAdapter worker, MetadataResource r4) throws Exception {
        CanonicalResource r5 = (CanonicalResource) worker.fetchResource(type(r4), r4.getUrl());
        if (r5 == null) {
            return;
        }
        int begin = texts.size();
        ObjectNode json = (ObjectNode) mapper.readTree(
                new JsonParser().setOutputStyle(OutputStyle.NORMAL).composeString(r5));
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        byte[] text = mapper.writeValueAsBytes(strip(json));
        try (DeflaterOutputStream out = new DeflaterOutputStream(texts, best)) {
            out.write(text);
        }
        best.end();
        row(r5, begin, texts.size(), text.length);
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

    private void row(CanonicalResource r5, int begin, int end, int size) throws IOException {
        DataOutputStream out = new DataOutputStream(rows);
        out.writeUTF(r5.fhirType());
        out.writeUTF(r5.getUrl());
        out.writeUTF(text(r5.getVersion()));
        out.writeUTF(text(r5.getName()));
        boolean structure = r5 instanceof StructureDefinition;
        StructureDefinition shape = structure ? (StructureDefinition) r5 : new StructureDefinition();
        out.writeUTF(text(shape.getType()));
        out.writeUTF(text(shape.getBaseDefinition()));
        out.writeUTF(shape.hasKind() ? shape.getKind().toCode() : "");
        out.writeUTF(shape.hasDerivation() ? shape.getDerivation().toCode() : "");
        out.writeBoolean(shape.getAbstract());
        out.writeInt(begin);
        out.writeInt(end);
        out.writeInt(size);
        count++;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
