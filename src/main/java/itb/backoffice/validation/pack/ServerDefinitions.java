package itb.backoffice.validation.pack;

import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.FhirServer.Page;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.platform.Progress;
import itb.backoffice.validation.pack.Refusal.Kind;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a package of the definitions that a server holds. Those of FHIR itself, which some servers hold too, are left. */
final class ServerDefinitions {
    private static final List<String> TYPES = List.of("StructureDefinition", "ValueSet", "CodeSystem");
    private static final String EACH_TIME = "100";
    private static final int MOST = 20_000;
    private static final int MOST_PAGES = 2_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final Failure.Kind FORBIDDEN = Failure.Kind.FORBIDDEN;
    private static final Set<Failure.Kind> DOES_NOT_OFFER = EnumSet.of(
            Failure.Kind.NOT_FOUND, Failure.Kind.GONE, Failure.Kind.INVALID, FORBIDDEN, Failure.Kind.UNEXPECTED);

    private final FhirServer server;
    private final String address;
    private final Map<String, PackedDefinition> found = new LinkedHashMap<>();
    private int met;
    private int pages;
    private long kept;

    /** Asks {@code server}, whose address is {@code address}. */
    ServerDefinitions(FhirServer server, String address) {
        this.server = server;
        this.address = address;
    }

    /** Reads all; the failure is why the server did not give its profiles. */
    Answer<PackageContent> read(Progress progress) throws Refused {
        for (String type : TYPES) {
            Answer<Page> answer = server.search(type, Map.of("_count", EACH_TIME));
            while (answer instanceof Answer.Ok<Page>(Page page)) {
                progress.check();
                take(page);
                progress.report(type, found.size(), 0);
                if (page.next() == null) {
                    break;
                }
                answer = server.next(page.next());
            }
            if (answer instanceof Answer.Failed<Page>(Failure failure)) {
                // A server may well hold profiles, and offer no code systems.
                boolean profiles = type.equals(TYPES.getFirst());
                if (!DOES_NOT_OFFER.contains(failure.kind()) || (profiles && failure.kind() == FORBIDDEN)) {
                    return new Answer.Failed<>(failure);
                }
                if (profiles) {
                    throw new Refused(Kind.NOT_OFFERED, "");
                }
            }
        }
        if (found.isEmpty()) {
            throw new Refused(Kind.EMPTY, address);
        }
        List<PackedDefinition> definitions = new ArrayList<>(found.values());
        PackageId id = new PackageId(name(address), version(definitions));
        return new Answer.Ok<>(new PackageContent(
                new PackageManifest(id, "", canonical(definitions), List.of()), List.copyOf(definitions)));
    }

    private void take(Page page) throws Refused {
        // Links may lead in a circle, over pages without anything on them.
        if (++pages > MOST_PAGES) {
            throw new Refused(Kind.TOO_LARGE, "");
        }
        for (ServerResource resource : page.resources()) {
            met++;
            PackedDefinition definition;
            try {
                definition = PackedDefinition.of(resource.text().bytes());
            } catch (IOException e) {
                throw new Refused(Kind.BAD_DEFINITION, resource.type() + "/" + resource.id());
            }
            if (TYPES.contains(definition.type()) && !definition.url().isEmpty() && !isCore(definition.url())) {
                kept += definition.deflated().length;
                found.merge(definition.type() + " " + definition.url(), definition, ServerDefinitions::newer);
            }
            if (met > MOST || kept > MOST_BYTES) {
                throw new Refused(Kind.TOO_LARGE, "");
            }
        }
    }

    private static boolean isCore(String url) {
        return url.startsWith("http://hl7.org/fhir/") || url.startsWith("http://terminology.hl7.org/");
    }

    private static PackedDefinition newer(PackedDefinition one, PackedDefinition other) {
        return Versions.ORDER.compare(other.head("version"), one.head("version")) > 0 ? other : one;
    }

    /** Always the same for the same server, so that reading anew replaces what was read before. */
    private static String name(String address) {
        URI uri = URI.create(address);
        String place = String.valueOf(uri.getHost())
                + (uri.getPort() < 0 ? "" : "." + uri.getPort())
                + (uri.getPath() == null ? "" : uri.getPath().replace('/', '.'));
        String name = "server." + place.replaceAll("[^A-Za-z0-9.-]+", "-").replaceAll("\\.+", ".");
        return name.substring(0, Math.min(name.length(), 100)).replaceAll("\\.$", "");
    }

    /** The highest version that a profile has. */
    private static String version(List<PackedDefinition> definitions) {
        return definitions.stream()
                .filter(PackageContent::isProfile)
                .map(one -> one.head("version"))
                .filter(version -> new PackageId("any", version).isUsable())
                .max(Versions.ORDER)
                .orElse("0");
    }

    /** What the most urls of profiles begin with. */
    private static String canonical(List<PackedDefinition> definitions) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        definitions.stream().filter(PackageContent::isProfile).forEach(one -> {
            int end = one.url().indexOf("/StructureDefinition/");
            if (end > 0) {
                counts.merge(one.url().substring(0, end), 1, Integer::sum);
            }
        });
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
