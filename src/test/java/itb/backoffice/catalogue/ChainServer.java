package itb.backoffice.catalogue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A small FHIR server over HTTP: roles and clinics in memory, pages of its own size, and faults on demand. */
final class ChainServer implements AutoCloseable {
    private record Kept(int version, Instant updated, String extra) {}

    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile int pageSize = 10;
    volatile boolean declaresDates = true;
    volatile boolean tellsTotal = true;
    /** Turned into an answer instead of the usual one, where it gives a status. */
    volatile Fault fault = request -> 0;

    private final Map<String, Kept> resources = new ConcurrentSkipListMap<>();
    private final HttpServer server;

    interface Fault {
        int status(String request);
    }

    ChainServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/fhir", this::answer);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/fhir");
    }

    void put(String reference, String extra) {
        put(reference, extra, Instant.now());
    }

    void put(String reference, String extra, Instant updated) {
        Kept old = resources.get(reference);
        resources.put(reference, new Kept(old == null ? 1 : old.version() + 1, updated, extra));
    }

    void delete(String reference) {
        resources.remove(reference);
    }

    String json(String reference) {
        Kept kept = resources.get(reference);
        int slash = reference.indexOf('/');
        return "{\"resourceType\":\"" + reference.substring(0, slash) + "\", \"id\":\"" + reference.substring(slash + 1)
                + "\",\"meta\":{\"versionId\":\"" + kept.version() + "\",\"lastUpdated\":\"" + kept.updated() + "\"}"
                + kept.extra() + "}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestURI().getRawPath().substring("/fhir/".length())
                + (exchange.getRequestURI().getRawQuery() == null
                        ? ""
                        : "?" + exchange.getRequestURI().getQuery());
        asked.add(request);
        int status = fault.status(request);
        if (status < 0) {
            exchange.close();
            return;
        }
        String body = "";
        if (status == 0) {
            body = body(request);
            status = body.isEmpty() ? 404 : 200;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private String body(String request) {
        if (request.equals("metadata")) {
            String params = declaresDates ? ",\"searchParam\":[{\"name\":\"_lastUpdated\",\"type\":\"date\"}]" : "";
            return "{\"resourceType\":\"CapabilityStatement\",\"fhirVersion\":\"4.0.1\",\"rest\":[{\"mode\":\"server\",\"resource\":["
                    + List.of("PractitionerRole", "HealthcareService").stream()
                            .map(type -> "{\"type\":\"" + type
                                    + "\",\"interaction\":[{\"code\":\"read\"},{\"code\":\"search-type\"}]" + params
                                    + "}")
                            .collect(Collectors.joining(","))
                    + "]}]}";
        }
        if (request.indexOf('/') > 0) {
            return resources.containsKey(request) ? json(request) : "";
        }
        int mark = request.indexOf('?');
        Map<String, String> query = new HashMap<>();
        Arrays.stream(request.substring(mark + 1).split("&")).forEach(one -> {
            String[] parts = one.split("=", 2);
            query.put(parts[0], parts[1]);
        });
        return search(request.substring(0, mark), query);
    }

    private String search(String type, Map<String, String> query) {
        Instant from = query.containsKey("_lastUpdated")
                ? Instant.parse(query.get("_lastUpdated").substring(2))
                : Instant.EPOCH;
        List<String> found = new ArrayList<>();
        new TreeMap<>(resources).forEach((reference, kept) -> {
            if (reference.startsWith(type + "/") && !kept.updated().isBefore(from)) {
                found.add(reference);
            }
        });
        int offset = Integer.parseInt(query.getOrDefault("offset", "0"));
        boolean countOnly = query.getOrDefault("_summary", "").equals("count");
        int to = countOnly ? offset : Math.min(found.size(), offset + pageSize);
        String dates = query.containsKey("_lastUpdated") ? "&_lastUpdated=" + query.get("_lastUpdated") : "";
        String next = to < found.size() && !countOnly
                ? ",\"link\":[{\"relation\":\"next\",\"url\":\"" + base() + "/" + type + "?offset=" + to + dates
                        + "\"}]"
                : "";
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"" + (tellsTotal ? ",\"total\":" + found.size() : "")
                + next + ",\"entry\":["
                + found.subList(Math.min(offset, to), to).stream()
                        .map(reference -> "{\"resource\":" + json(reference) + "}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
