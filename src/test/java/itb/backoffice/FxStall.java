package itb.backoffice;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/**
 * Measures how long the FX thread keeps the user waiting.
 *
 * <p>A thread of the highest priority asks the FX thread for an answer every few milliseconds, through the same queue
 * as everything else. How long the answer takes is how long a key press would have waited. Of this time counts what
 * the FX thread itself used of a processor meanwhile, plus the time it stood still inside this program's own code
 * (waiting for a lock or a file), looked up by a glance at its stack every few milliseconds. What does not count is
 * time in which it wanted to run and the machine did not let it, and waiting for the (software) renderer: neither
 * depends on this program. As a witness for the first, the measuring thread notes by how much it itself woke too late.
 */
public final class FxStall implements AutoCloseable {
    /**
     * A time in which the FX thread did not answer.
     *
     * @param wallMillis until the answer came
     * @param busyMillis how much of it the FX thread computed
     * @param stuckMillis how much of it the FX thread waited inside this program
     * @param lateMillis by how much the measuring thread, which has nothing to do, was kept from running meanwhile
     * @param where what the FX thread was doing, from a glance in the middle
     */
    public record Stall(double wallMillis, double busyMillis, double stuckMillis, double lateMillis, String where) {
        public double counted() {
            return Math.min(wallMillis, busyMillis + stuckMillis);
        }

        @Override
        public String toString() {
            return "%.0f ms (answered after %.0f ms, busy %.0f, stuck %.0f; machine late %.0f)%n%s"
                    .formatted(counted(), wallMillis, busyMillis, stuckMillis, lateMillis, where);
        }
    }

    private static final long ASK_EVERY_NANOS = 2_000_000;
    private static final long GLANCE_EVERY_NANOS = 4_000_000;
    private static final String PROGRAM = "itb.backoffice.";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Thread fx;
    private final Thread asking = new Thread(this::ask, "fx-stall");
    private final List<Stall> stalls = new ArrayList<>();
    private final AtomicLong ownNanos;
    private volatile boolean over;

    /**
     * Begins to measure; not on the FX thread.
     *
     * @param ownNanos counts up by what the test itself makes the FX thread do; it is not held against the program
     */
    public FxStall(AtomicLong ownNanos) {
        this.ownNanos = ownNanos;
        FutureTask<Thread> current = new FutureTask<>(Thread::currentThread);
        Platform.runLater(current);
        try {
            fx = current.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        asking.setDaemon(true);
        asking.setPriority(Thread.MAX_PRIORITY);
        asking.start();
    }

    private void ask() {
        while (!over) {
            stalls.add(once());
            LockSupport.parkNanos(ASK_EVERY_NANOS);
        }
    }

    private Stall once() {
        FutureTask<Long> answer = new FutureTask<>(System::nanoTime);
        long asked = System.nanoTime();
        long busyBefore = threads.getThreadCpuTime(fx.threadId());
        long ownBefore = ownNanos.get();
        Platform.runLater(answer);
        long stuck = 0;
        long late = 0;
        String where = "";
        long last = asked;
        while (!answer.isDone()) {
            LockSupport.parkNanos(GLANCE_EVERY_NANOS);
            long now = System.nanoTime();
            late += Math.max(0, now - last - 2 * GLANCE_EVERY_NANOS);
            Thread.State state = fx.getState();
            if (now - asked > 20_000_000 && !answer.isDone()) {
                StackTraceElement[] stack = fx.getStackTrace();
                if (state != Thread.State.RUNNABLE && waitsInside(stack)) {
                    stuck += now - last;
                    where = words(stack);
                } else if (where.isEmpty() || !where.contains(PROGRAM)) {
                    where = words(stack);
                }
            }
            last = now;
        }
        long busy = threads.getThreadCpuTime(fx.threadId()) - busyBefore - (ownNanos.get() - ownBefore);
        return new Stall((answer.resultNow() - asked) / 1e6, busy / 1e6, stuck / 1e6, late / 1e6, where);
    }

    /** Whether it is this program's code that waits, and not the toolkit between two frames. */
    private static boolean waitsInside(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().startsWith(PROGRAM)) {
                return true;
            }
            if (frame.getClassName().startsWith("com.sun.javafx.tk")) {
                return false;
            }
        }
        return false;
    }

    private static String words(StackTraceElement[] stack) {
        StringBuilder words = new StringBuilder();
        int lines = 0;
        for (StackTraceElement frame : stack) {
            boolean own = frame.getClassName().startsWith(PROGRAM);
            if (lines++ < 12 || own) {
                words.append("      ").append(frame).append('\n');
            }
        }
        return words.toString();
    }

    /** Ends the measurement and gives the longest stalls, the longest first. */
    public List<Stall> longest(int count) {
        close();
        return stalls.stream()
                .sorted(Comparator.comparingDouble(Stall::counted).reversed())
                .limit(count)
                .toList();
    }

    @Override
    public void close() {
        over = true;
        try {
            asking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
