package itb.backoffice.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One piece of background work: what it is called, how far it is, and the way to stop it. Safe on any thread. */
public final class Job implements Progress {
    private final @Nullable String title;
    private volatile Runnable onChange = () -> {};
    private volatile boolean cancelled;
    private volatile boolean finished;
    private volatile String text = "";
    private volatile long done;
    private volatile long total;
    private volatile long toldAt;
    private volatile @Nullable Duration waiting;

    Job(@Nullable String title) {
        this.title = title;
    }

    void onChange(Runnable listener) {
        onChange = listener;
    }

    void finish() {
        finished = true;
    }

    /** Asks the work to stop at its next safe place. */
    public void cancel() {
        cancelled = true;
        onChange.run();
    }

    @Override
    public void report(String newText, long newDone, long newTotal) {
        text = newText;
        done = newDone;
        total = newTotal;
        long now = System.nanoTime();
        if (now - toldAt > 50_000_000L || newDone == newTotal) {
            toldAt = now;
            onChange.run();
        }
    }

    @Override
    public void waits(@Nullable Duration time) {
        waiting = time;
        onChange.run();
    }

    /** How long the work waits before it goes on, because a server asked for it; null while it works. */
    public @Nullable Duration waiting() {
        return waiting;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    /** Whether the work is over, in whatever way. */
    public boolean finished() {
        return finished;
    }

    /** What the user calls it; null for work that is not shown. */
    public @Nullable String title() {
        return title;
    }

    /** What is going on now. */
    public String text() {
        return text;
    }

    /** Between 0 and 1, or -1 where nobody knows. */
    public double fraction() {
        return total <= 0 ? -1 : Math.min(1, (double) done / total);
    }
}
