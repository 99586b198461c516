package itb.backoffice.catalogue;

import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.Failure.Kind;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.FhirServer.Page;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Progress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one search, each fetched while the one before is worked on. What passes by itself (a cut connection, a
 * server that asks to wait) is tried again a few times; pages that lead in a circle end in a failure.
 */
final class PageFlow implements AutoCloseable {
    private static final int TRIES = 3;
    private static final long LONGEST_PAUSE_MS = 60_000;

    private final FhirServer server;
    private final Background background;
    private final Progress progress;
    private final Duration pause;
    private final Set<String> links = new HashSet<>();
    private @Nullable Future<Answer<Page>> coming;

    /** @param pause before the second try, where the server does not say how long; doubled before the third */
    PageFlow(FhirServer server, Background background, Progress progress, Duration pause) {
        this.server = server;
        this.background = background;
        this.progress = progress;
        this.pause = pause;
    }

    /** Begins with a search. */
    PageFlow search(String type, Map<String, String> parameters) {
        coming = background.beside(() -> persistently(() -> server.search(type, parameters)));
        return this;
    }

    /** Begins with what the server computes, see {@link FhirServer#compute}. */
    PageFlow compute(String path, Map<String, String> parameters) {
        coming = background.beside(() -> persistently(() -> server.compute(path, parameters)));
        return this;
    }

    /** Begins at a page that an earlier flow did not reach. */
    PageFlow resume(String link) {
        links.add(link);
        coming = background.beside(() -> persistently(() -> server.next(link)));
        return this;
    }

    /** The next page, or null after the last; leaves by a {@link CancellationException} when the user stops it. */
    @Nullable
    Answer<Page> take() {
        Future<Answer<Page>> waited = coming;
        if (waited == null) {
            return null;
        }
        Answer<Page> answer = await(waited);
        coming = null;
        if (answer instanceof Answer.Ok<Page>(Page page) && page.next() != null) {
            String link = page.next();
            if (!links.add(link)) {
                return new Answer.Failed<>(Failure.of(Kind.UNEXPECTED, 0, "The server's pages lead in a circle"));
            }
            coming = background.beside(() -> persistently(() -> server.next(link)));
        }
        return answer;
    }

    private <T> T await(Future<T> future) {
        try {
            while (true) {
                progress.check();
                try {
                    return future.get(100, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    // Looks whether the user has stopped it, and waits on.
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    private Answer<Page> persistently(Callable<Answer<Page>> request) throws Exception {
        long wait = pause.toMillis();
        for (int left = TRIES - 1; ; left--) {
            Answer<Page> answer = request.call();
            if (left == 0 || !(answer instanceof Answer.Failed<Page>(Failure failure)) || !worthATry(failure.kind())) {
                return answer;
            }
            long asked =
                    failure.retryAfter() == null ? wait : failure.retryAfter().toMillis();
            if (asked > LONGEST_PAUSE_MS) {
                return answer;
            }
            progress.pause(Duration.ofMillis(asked));
            progress.check();
            wait *= 2;
        }
    }

    private static boolean worthATry(Kind kind) {
        return kind == Kind.CUT || kind == Kind.TOO_MANY || kind == Kind.UNAVAILABLE;
    }

    @Override
    public void close() {
        if (coming != null) {
            coming.cancel(true);
        }
    }
}
