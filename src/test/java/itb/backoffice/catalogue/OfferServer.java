package itb.backoffice.catalogue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A server over HTTP that tells offers, in pages of its own, without ids, and breaks where it is told to. */
public final class OfferServer implements AutoCloseable {
    private static final int PAGE = 500;

    /** What was asked, without the base. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    public volatile int offers = 3;
    public volatile String price = "fra 560,-";
    /** What of the operation it declares: {@code system}, {@code clinic}, both or nothing. */
    public volatile String declares = "system";
    /** The status with which every page from this one on is answered; 0 for none. */
    public volatile int failsWith;

    public volatile int failsFrom;

    private final HttpServer http;

    public OfferServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/fhir", this::answer);
        http.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        http.start();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/fhir");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring("/fhir/".length());
        asked.add(path);
        if (path.startsWith("metadata")) {
            send(exchange, 200, metadata());
        } else if (path.contains("$get-offers-context")) {
            int at = path.indexOf("page=");
            int page = at < 0 ? 0 : Integer.parseInt(path.substring(at + 5));
            boolean fails = failsWith != 0 && page >= failsFrom;
            send(exchange, fails ? failsWith : 200, fails ? "{}" : page(path, page));
        } else {
            send(exchange, 200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}");
        }
    }

    private String metadata() {
        String operation = "\"operation\":[{\"name\":\"$get-offers-context\",\"definition\":\"urn:x/any\"}]";
        List<String> types = new ArrayList<>();
        for (String type : List.of("HealthcareService", "PractitionerRole", "ActivityDefinition")) {
            boolean here = type.equals("HealthcareService") && declares.contains("clinic");
            types.add("{\"type\":\"" + type + "\",\"interaction\":[{\"code\":\"search-type\"}]"
                    + (here ? "," + operation : "") + "}");
        }
        return "{\"resourceType\":\"CapabilityStatement\",\"status\":\"active\",\"date\":\"2026-11-01\",\"kind\":"
                + "\"instance\",\"fhirVersion\":\"4.0.1\",\"format\":[\"json\"],\"rest\":[{\"mode\":\"server\",\"resource\":["
                + String.join(",", types) + "]" + (declares.contains("system") ? "," + operation : "") + "}]}";
    }

    private String page(String path, int page) {
        boolean oneClinic = path.startsWith("HealthcareService/");
        String clinic = oneClinic ? path.split("/", -1)[1] : "";
        List<Integer> all = IntStream.range(0, offers)
                .filter(number -> !oneClinic || ("c" + number % 7).equals(clinic))
                .boxed()
                .toList();
        int to = Math.min(all.size(), (page + 1) * PAGE);
        String entries = all.subList(Math.min(page * PAGE, to), to).stream()
                .map(this::entry)
                .collect(Collectors.joining(","));
        String next = to < all.size()
                ? "\"link\":[{\"relation\":\"next\",\"url\":\"" + base() + "/" + path.replaceAll("[?&]page=.*", "")
                        + (path.contains("?") ? "&" : "?") + "page=" + (page + 1) + "\"}],"
                : "";
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":" + all.size() + "," + next
                + "\"entry\":[" + entries + "]}";
    }

    private String entry(int number) {
        boolean online = number % 3 != 2;
        return """
                {"search":{"mode":"match"},"resource":{"resourceType":"Parameters","parameter":[{"name":"offering","part":[\
                {"name":"activityDefinition","valueReference":{"reference":"%s/ActivityDefinition/t%d","display":"Tannrens %d"}},\
                {"name":"healthcareService","valueReference":{"reference":"HealthcareService/c%d","display":"Klinikk %d"}},\
                {"name":"practitionerRole","valueReference":{"reference":"PractitionerRole/r%d/_history/2","display":"Åse %d"}},\
                {"name":"visit-type","valueString":"urn:codes|tannrens"},\
                {"name":"duration","valueString":"30"},{"name":"price","valueString":"%s"},\
                {"name":"isOnline","valueBoolean":%b}%s]}]}}""".formatted(
                        base(),
                        number % 40,
                        number % 40,
                        number % 7,
                        number % 7,
                        number / 40,
                        number / 40,
                        price,
                        online,
                        online ? "" : ",{\"name\":\"offlineReason\",\"valueString\":\"Ring oss\"}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
