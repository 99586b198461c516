package itb.backoffice.benchmark;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * A server in its own process that only hands out pages of roles from memory: {@code PageServer COUNT PAGE PHOTO_BYTES}.
 * It prints its port when it is ready, and ends when its input does.
 */
final class PageServer {
    private PageServer() {}

    public static void main(String... args) throws IOException {
        List<byte[]> pages = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String base = "http://127.0.0.1:" + server.getAddress().getPort() + "/fhir/";
        List<String> roles = GeneratedRoles.json(Integer.parseInt(args[0]), Integer.parseInt(args[2]));
        int size = Integer.parseInt(args[1]);
        for (int from = 0; from < roles.size(); from += size) {
            List<String> page = roles.subList(from, Math.min(roles.size(), from + size));
            String next = from + size < roles.size()
                    ? ",{\"relation\":\"next\",\"url\":\"" + base + "PractitionerRole?page=" + (pages.size() + 1)
                            + "\"}"
                    : "";
            StringBuilder bundle = new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":")
                    .append(roles.size())
                    .append(",\"link\":[{\"relation\":\"self\",\"url\":\"x\"}")
                    .append(next)
                    .append("],\"entry\":[");
            for (int i = 0; i < page.size(); i++) {
                bundle.append(i == 0 ? "" : ",")
                        .append("{\"fullUrl\":\"urn:x\",\"resource\":")
                        .append(page.get(i))
                        .append(",\"search\":{\"mode\":\"match\"}}");
            }
            pages.add(bundle.append("]}").toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] metadata =
                ("{\"resourceType\":\"CapabilityStatement\",\"fhirVersion\":\"4.0.1\",\"rest\":[{\"mode\":\"server\","
                                + "\"resource\":[{\"type\":\"PractitionerRole\",\"interaction\":[{\"code\":\"read\"},{\"code\":\"search-type\"}]}]}]}")
                        .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            int page = query.startsWith("page=") ? Integer.parseInt(query.substring("page=".length())) : 0;
            byte[] body = exchange.getRequestURI().getPath().endsWith("/metadata") ? metadata : pages.get(page);
            exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        System.out.println(server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // Lives as long as the process that started it.
        }
        System.exit(0);
    }
}
