package itb.backoffice;

import itb.backoffice.demo.DemoServer;
import itb.backoffice.platform.AppFolders;
import itb.backoffice.platform.ErrorReporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/** The demo chain of this program: its address is known at once, its server runs from when it is first needed. */
final class DemoChain implements AutoCloseable {
    private final AppFolders folders;
    private final int clinics;
    private final ErrorReporter errors;
    private final int port = freePort();
    private @Nullable DemoServer server;

    /** The chain of {@code clinics} clinics, kept in {@code folders}. */
    DemoChain(AppFolders folders, int clinics, ErrorReporter errors) {
        this.folders = folders;
        this.clinics = clinics;
        this.errors = errors;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the chain is served once {@link #start} has returned. */
    String baseUrl() {
        return "http://127.0.0.1:" + port + "/fhir";
    }

    /** Starts the server unless it runs; the first start makes the chain. Waits until it answers. */
    synchronized void start() {
        if (server == null) {
            try {
                server = DemoServer.start(DemoServer.folder(folders), port, clinics, errors);
            } catch (DemoServer.PortTaken taken) {
                // Somebody took the port in the moment between asking and serving: nothing to do but say so.
                throw new IllegalStateException("The demo chain's port was taken", taken);
            }
        }
    }

    /** Makes the chain anew; all changes to it are gone. */
    synchronized void reset() {
        start();
        if (server != null) {
            server.reset();
        }
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
