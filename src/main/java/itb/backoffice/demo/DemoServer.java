package itb.backoffice.demo;

import itb.backoffice.demo.chain.ChainGenerator;
import itb.backoffice.demo.chain.ChainSize;
import itb.backoffice.demo.fhir.FhirApi;
import itb.backoffice.demo.fhir.FhirHandler;
import itb.backoffice.demo.fhir.OpenStore;
import itb.backoffice.demo.fhir.ResourceStore;
import itb.backoffice.platform.AppFolders;
import itb.backoffice.platform.Database;
import itb.backoffice.platform.ErrorReporter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The demo chain behind a FHIR R4 server on this computer only. What is changed there stays in a database file, one
 * for each size of chain, until {@link #reset}. Starting takes from a moment to (for a large chain, the first time)
 * a minute: off the FX thread.
 */
public final class DemoServer implements AutoCloseable {
    /** How many clinics the chain has where nobody says otherwise. */
    public static final int DEFAULT_CLINICS = 24;

    private static final String LOOPBACK = "127.0.0.1";
    private static final long SEED = 20_261_123L;

    /** Somebody else listens on the port. */
    public static final class PortTaken extends Exception {
        private static final long serialVersionUID = 1L;

        PortTaken(int port, IOException cause) {
            super("Port " + port + " is taken", cause);
        }
    }

    private final Server server;
    private final ServerConnector connector;
    private final ResourceStore resources;
    private final ChainSize size;

    private DemoServer(Server server, ServerConnector connector, ResourceStore resources, ChainSize size) {
        this.server = server;
        this.connector = connector;
        this.resources = resources;
        this.size = size;
    }

    /** Where a user's demo chains lie. */
    public static Path folder(AppFolders folders) {
        return folders.data().resolve("demo");
    }

    /**
     * Opens the chain of {@code clinics} clinics in {@code folder}, making it where it is not there yet, and serves it.
     *
     * @param port the port on 127.0.0.1; 0 takes a free one
     * @param clinics the size of the chain; 0 makes an empty server
     * @param errors what goes wrong inside while serving
     * @throws PortTaken where the port is not free
     */
    public static DemoServer start(Path folder, int port, int clinics, ErrorReporter errors) throws PortTaken {
        QueuedThreadPool threads = new QueuedThreadPool(16, 2);
        threads.setName("demo");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
        try {
            // Before anything is made, so that a taken port is known at once.
            connector.open();
        } catch (IOException e) {
            throw new PortTaken(port, e);
        }
        try {
            return serve(server, connector, folder, clinics, errors);
        } catch (RuntimeException e) {
            connector.close();
            throw e;
        }
    }

    private static DemoServer serve(
            Server server, ServerConnector connector, Path folder, int clinics, ErrorReporter errors) {
        Clock clock = Clock.systemUTC();
        Database database = Database.open(folder.resolve("demo-" + clinics + ".db"), List.of(ResourceStore.SCHEMA));
        try {
            ResourceStore resources = new ResourceStore(database, clock);
            DemoServer demo = new DemoServer(server, connector, resources, new ChainSize(clinics));
            demo.fillIfEmpty();
            server.setHandler(new FhirHandler(new FhirApi(resources, clock), errors));
            server.addEventListener(new LifeCycle.Listener() {
                @Override
                public void lifeCycleStopped(LifeCycle stopped) {
                    database.close();
                }
            });
            server.setStopAtShutdown(true);
            server.start();
            return demo;
        } catch (Exception e) {
            database.close();
            throw e instanceof RuntimeException known ? known : new IllegalStateException("The demo chain failed", e);
        }
    }

    /** Where it answers, without a slash at the end. */
    public URI baseUrl() {
        return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort() + FhirHandler.PATH);
    }

    /** Forgets every change and makes the chain anew; all of it or, when killed meanwhile, nothing. */
    public void reset() {
        resources.write(store -> {
            store.clear();
            return fill(store);
        });
    }

    private void fillIfEmpty() {
        resources.write(store -> store.empty() ? fill(store) : 0);
    }

    /** Makes the chain; gives the number of its resources. */
    private int fill(OpenStore store) {
        int made = 0;
        var chain = new ChainGenerator(SEED, size).resources().iterator();
        while (chain.hasNext()) {
            var resource = chain.next();
            store.put(
                    resource.path("resourceType").asText(), resource.path("id").asText(), resource);
            made++;
        }
        return made;
    }

    /** Waits until the server was stopped, by {@link #close} or by the end of the process. */
    public void awaitStop() throws InterruptedException {
        server.join();
    }

    /** Stops serving and closes the file. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The demo chain could not be stopped", e);
        }
    }
}
