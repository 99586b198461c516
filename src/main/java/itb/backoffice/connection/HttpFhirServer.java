package itb.backoffice.connection;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A FHIR R4 server over HTTP. Calls wait, and can be interrupted; they may run side by side. */
public final class HttpFhirServer implements FhirServer {
    private final Transport transport;
    private final Exchange exchange;
    private final CapabilityReader capabilities;
    private final Writes writes;

    /**
     * @param secret the bearer token or API key, asked for when first needed
     * @param context HAPI's R4 context, asked for when first needed
     */
    public HttpFhirServer(
            Connection connection,
            Supplier<Optional<String>> secret,
            Supplier<FhirContext> context,
            Timeouts timeouts,
            Clock clock) {
        this.transport = new Transport(timeouts);
        this.exchange = new Exchange(
                connection.baseUrl(), transport, new TokenSource(connection, secret, transport, clock), clock);
        this.capabilities = new CapabilityReader(context);
        this.writes = new Writes(exchange, this::read);
    }

    @Override
    public Answer<Capabilities> capabilities() {
        return switch (exchange.send("GET", exchange.address("metadata"), Map.of(), null)) {
            case Answer.Ok<Reply>(Reply reply) -> capabilities.read(reply);
            case Answer.Failed<Reply>(Failure failure) -> new Answer.Failed<>(failure);
        };
    }

    @Override
    public Answer<Page> search(String type, Map<String, String> parameters) {
        return page(exchange.send("GET", exchange.address(type, parameters), Map.of(), null), next -> {});
    }

    @Override
    public Answer<Page> compute(String path, Map<String, String> parameters) {
        return page(exchange.send("GET", exchange.operation(path, parameters), Map.of(), null), next -> {});
    }

    @Override
    public Answer<Page> next(String link) {
        return switch (exchange.link(link)) {
            case Answer.Ok<URI>(URI address) -> page(exchange.page(address), this::ahead);
            case Answer.Failed<URI>(Failure failure) -> new Answer.Failed<>(failure);
        };
    }

    /** Whoever reads a second page will most likely read the third. */
    private void ahead(String link) {
        if (exchange.link(link) instanceof Answer.Ok<URI>(URI address)) {
            exchange.ahead(address);
        }
    }

    private Answer<Page> page(Answer<Reply> answer, Consumer<String> onNext) {
        return switch (bundle(answer, onNext)) {
            case Answer.Failed<Received>(Failure failure) -> new Answer.Failed<>(failure);
            case Answer.Ok<Received>(Received received) -> {
                List<ServerResource> matches = new ArrayList<>();
                int unreadable = 0;
                for (BundleReader.Entry entry : received.bundle().entries()) {
                    boolean match = entry.mode().isEmpty() || entry.mode().equals("match");
                    ServerResource resource = entry.resource();
                    if (match && resource != null && !resource.type().equals("OperationOutcome")) {
                        matches.add(resource);
                    } else if (match && entry.unreadable()) {
                        unreadable++;
                    }
                }
                yield new Answer.Ok<>(new Page(
                        matches,
                        received.bundle().next(),
                        received.bundle().total(),
                        unreadable,
                        received.reply().date()));
            }
        };
    }

    private record Received(Reply reply, BundleReader.Bundle bundle) {}

    private static Answer<Received> bundle(Answer<Reply> answer, Consumer<String> onNext) {
        return switch (answer) {
            case Answer.Failed<Reply>(Failure failure) -> new Answer.Failed<>(failure);
            case Answer.Ok<Reply>(Reply reply) -> {
                try {
                    BundleReader.Bundle bundle = BundleReader.bundle(reply.body(), onNext);
                    yield bundle.resourceType().equals("Bundle")
                            ? new Answer.Ok<>(new Received(reply, bundle))
                            : new Answer.Failed<>(Failures.notFhir(reply, "not a Bundle"));
                } catch (IOException e) {
                    yield new Answer.Failed<>(Failures.notFhir(reply, "not JSON"));
                }
            }
        };
    }

    @Override
    public Answer<ServerResource> read(String type, String id) {
        return switch (exchange.send("GET", exchange.address(type, id), Map.of(), null)) {
            case Answer.Failed<Reply>(Failure failure) -> new Answer.Failed<>(failure);
            case Answer.Ok<Reply>(Reply reply) -> {
                ServerResource read = Writes.single(reply);
                yield read != null && read.type().equals(type) && read.id().equals(id)
                        ? new Answer.Ok<>(read)
                        : new Answer.Failed<>(Failures.notFhir(reply, "not the resource that was asked for"));
            }
        };
    }

    @Override
    public Answer<Written> update(String type, String id, String json, @Nullable String ifMatch) {
        Map<String, String> conditions = ifMatch == null ? Map.of("If-None-Match", "*") : matching(ifMatch);
        return writes.send("PUT", exchange.address(type, id), json, new Writes.Target(type, id), conditions);
    }

    @Override
    public Answer<Written> create(String type, String json, @Nullable String ifNoneExist) {
        Map<String, String> conditions = ifNoneExist == null ? Map.of() : Map.of("If-None-Exist", ifNoneExist);
        return writes.send("POST", exchange.address(type), json, new Writes.Target(type, null), conditions);
    }

    @Override
    public Answer<Written> delete(String type, String id, String ifMatch) {
        return writes.send("DELETE", exchange.address(type, id), null, new Writes.Target(type, id), matching(ifMatch));
    }

    private static Map<String, String> matching(String ifMatch) {
        return ifMatch.isEmpty() ? Map.of() : Map.of("If-Match", Etag.header(ifMatch));
    }

    @Override
    public Answer<List<Written>> transaction(List<Entry> entries) {
        return writes.transaction(entries);
    }

    @Override
    public Answer<Versions> history(String type, String id, int most) {
        URI address = exchange.address(type, id, "_history");
        return versions(exchange.send("GET", URI.create(address + "?_count=" + most), Map.of(), null));
    }

    @Override
    public Answer<Versions> older(String link) {
        return switch (exchange.link(link)) {
            case Answer.Ok<URI>(URI address) -> versions(exchange.send("GET", address, Map.of(), null));
            case Answer.Failed<URI>(Failure failure) -> new Answer.Failed<>(failure);
        };
    }

    private static Answer<Versions> versions(Answer<Reply> answer) {
        return switch (bundle(answer, next -> {})) {
            case Answer.Ok<Received>(Received received) ->
                new Answer.Ok<>(new Versions(
                        received.bundle().entries().stream()
                                .filter(entry -> !entry.unreadable())
                                .map(BundleReader.Entry::version)
                                .toList(),
                        received.bundle().next()));
            case Answer.Failed<Received>(Failure failure) -> new Answer.Failed<>(failure);
        };
    }

    @Override
    public void close() {
        transport.close();
    }
}
