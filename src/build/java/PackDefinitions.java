import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

/**
 * Run by the build. Writes the built-in packages as they are published, one folder for each version, and turns them and
 * all of R4 into files from which the program reads single definitions when they are asked for, each in the form that
 * the validator works on (R5, with its snapshot), without what only people read. Arguments: the project's folder, the
 * folder to write into.
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
