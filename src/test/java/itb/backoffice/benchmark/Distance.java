package itb.backoffice.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** Puts a server further away: whatever is sent to it, and whatever it answers, takes a while to arrive. */
final class Distance implements AutoCloseable {
    private static final long PAUSE_NANOS = 2_000_000;

    private final ServerSocket listening;
    private final URI to;
    private final long millis;

    /** @param millis how long each way takes */
    Distance(URI to, long millis) throws IOException {
        this.to = to;
        this.millis = millis;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + to.getPath());
    }

    private void accept() {
        try {
            while (true) {
                Socket near = listening.accept();
                Socket far = new Socket(to.getHost(), to.getPort());
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().start(() -> carry(near, far));
                Thread.ofPlatform().daemon().start(() -> carry(far, near));
            }
        } catch (IOException closed) {
            // The benchmark is over.
        }
    }

    private void carry(Socket from, Socket into) {
        byte[] bytes = new byte[64 * 1024];
        try (from;
                into) {
            InputStream in = from.getInputStream();
            OutputStream out = into.getOutputStream();
            long before = 0;
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                // What follows closely travels along with the first of it.
                if (System.nanoTime() - before > PAUSE_NANOS) {
                    Thread.sleep(millis);
                }
                out.write(bytes, 0, count);
                before = System.nanoTime();
            }
        } catch (IOException closed) {
            // One side hung up; the other is closed as well.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
