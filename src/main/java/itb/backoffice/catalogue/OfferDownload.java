package itb.backoffice.catalogue;

import itb.backoffice.catalogue.OfferStore.Received;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.Failure.Kind;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.FhirServer.Page;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what the server says can be booked: all at once, or, where it does not tell that or cannot in one answer,
 * clinic by clinic. Runs inside of background work; it leaves by a {@link java.util.concurrent.CancellationException}
 * when the user stops it, and what was here before stays.
 */
public final class OfferDownload {
    /** The operation that tells. */
    public static final String OPERATION = "$get-offers-context";

    private static final String CLINIC = "HealthcareService";
    /** What offers are made of is here already, with its pictures. */
    private static final Map<String, String> WITHOUT_RESOURCES = Map.of(
            "includeActivityDefinitionPortal", "false",
            "includeHealthcareServicePortal", "false",
            "includePractitionerRolePortal", "false");

    private final FhirServer server;
    private final OfferStore store;
    private final CatalogueStore catalogue;
    private final Background background;
    private final Messages texts;

    /** Downloads from {@code server} into {@code store}; {@code catalogue} knows the clinics. */
    public OfferDownload(
            FhirServer server, OfferStore store, CatalogueStore catalogue, Background background, Messages texts) {
        this.server = server;
        this.store = store;
        this.catalogue = catalogue;
        this.background = background;
        this.texts = texts;
    }

    /** Fetches all, from a server that can do what {@code capabilities} say. */
    public OfferOutcome run(Capabilities capabilities, Progress progress) {
        boolean atOnce = capabilities.computes(OPERATION);
        boolean byClinic = capabilities.computes(CLINIC, OPERATION);
        if (!atOnce && !byClinic) {
            store.clear();
            return new OfferOutcome.NotTold();
        }
        Answers answers = new Answers(progress);
        if (!atOnce) {
            return answers.byClinic();
        }
        OfferOutcome outcome = answers.atOnce();
        boolean tooMuch = outcome instanceof OfferOutcome.Failed(Failure failure)
                && (failure.kind() == Kind.TOO_LARGE || failure.kind() == Kind.TIMEOUT);
        return tooMuch && byClinic ? answers.byClinic() : outcome;
    }

    private final class Answers {
        private final Progress progress;
        private int run;
        private int received;
        private @Nullable Instant computed;

        Answers(Progress progress) {
            this.progress = progress;
        }

        OfferOutcome atOnce() {
            return whole(() -> {
                Failure failure = pages(OPERATION, 0, 0);
                // Pages that have expired meanwhile: once more from the start, all of one moment.
                boolean expired = failure != null && failure.kind() == Kind.GONE;
                if (expired) {
                    store.drop(run);
                    received = 0;
                    computed = null;
                }
                return expired ? pages(OPERATION, 0, 0) : failure;
            });
        }

        OfferOutcome byClinic() {
            return whole(() -> {
                TreeSet<String> clinics = new TreeSet<>(catalogue.ids(CLINIC));
                int done = 0;
                for (String clinic : clinics) {
                    Failure failure = pages(CLINIC + "/" + clinic + "/" + OPERATION, done++, clinics.size());
                    boolean gone = failure != null && (failure.kind() == Kind.GONE || failure.kind() == Kind.NOT_FOUND);
                    if (failure != null && !gone) {
                        return failure;
                    }
                }
                return null;
            });
        }

        private interface Asking {
            @Nullable
            Failure ask();
        }

        /** What was asked for, all of it, or what was here before. */
        private OfferOutcome whole(Asking asking) {
            run = store.begin();
            received = 0;
            computed = null;
            boolean finished = false;
            try {
                Failure failure = asking.ask();
                if (failure != null) {
                    return new OfferOutcome.Failed(failure);
                }
                Instant when = computed;
                int offers = store.finish(run, when == null ? Clock.systemUTC().instant() : when);
                finished = true;
                return new OfferOutcome.Fetched(offers);
            } finally {
                if (!finished) {
                    store.drop(run);
                }
            }
        }

        private @Nullable Failure pages(String path, int clinicsDone, int clinics) {
            try (PageFlow flow = new PageFlow(server, background, progress, Duration.ofMillis(500))
                    .compute(path, WITHOUT_RESOURCES)) {
                while (flow.take() instanceof Answer<Page> answer) {
                    switch (answer) {
                        case Answer.Failed<Page>(Failure failure) -> {
                            return failure;
                        }
                        case Answer.Ok<Page>(Page page) -> {
                            add(page);
                            if (clinics > 0) {
                                tell("catalogue.download.offers.clinics", clinicsDone, clinics);
                            } else {
                                tell("catalogue.download.offers", received, page.total());
                            }
                        }
                    }
                }
            }
            return null;
        }

        private void tell(String key, int done, long total) {
            progress.report(
                    total > 0 ? texts.get(key, done, total) : texts.get(key + ".some", received),
                    done,
                    Math.max(0, total));
        }

        private void add(Page page) {
            if (computed == null) {
                computed = page.serverTime();
            }
            List<Received> offers = new ArrayList<>();
            for (ServerResource resource : page.resources()) {
                if (resource.type().equals("Parameters")) {
                    Offer.in(resource.text()).forEach(offer -> offers.add(new Received(offer, resource.text())));
                }
            }
            store.add(run, offers);
            received += offers.size();
        }
    }
}
