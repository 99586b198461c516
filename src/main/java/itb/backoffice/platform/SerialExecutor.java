package itb.backoffice.platform;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;

/** Runs what it is given one after the other, on another executor's threads. */
final class SerialExecutor implements Executor {
    private final Executor on;
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    SerialExecutor(Executor on) {
        this.on = on;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            waiting.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        on.execute(this::drain);
    }

    private void drain() {
        while (true) {
            Runnable next;
            synchronized (this) {
                next = waiting.poll();
                if (next == null) {
                    running = false;
                    return;
                }
            }
            next.run();
        }
    }
}
