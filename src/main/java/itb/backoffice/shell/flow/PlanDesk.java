package itb.backoffice.shell.flow;

import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.connection.Failure;
import itb.backoffice.platform.Progress;
import itb.backoffice.platform.Settings;
import itb.backoffice.shell.review.ReviewDesk;
import itb.backoffice.upload.Journal;
import itb.backoffice.upload.Upload;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadResult;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Plans and sends for the review, in the name of the user and by the rules in the settings. */
public final class PlanDesk implements ReviewDesk {
    private final Connection connection;
    private final PlanMaker plans;
    private final Upload upload;
    private final KnownCapabilities capabilities;
    private final Supplier<Settings> settings;

    /** Sends to {@code connection}'s server with {@code upload}. */
    public PlanDesk(
            Connection connection,
            PlanMaker plans,
            Upload upload,
            KnownCapabilities capabilities,
            Supplier<Settings> settings) {
        this.connection = connection;
        this.plans = plans;
        this.upload = upload;
        this.capabilities = capabilities;
        this.settings = settings;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public UploadPlan plan(Collection<String> references, Progress progress) {
        List<String> types = references.stream()
                .map(reference -> reference.substring(0, reference.indexOf('/')))
                .distinct()
                .toList();
        return plans.plan(
                references,
                capabilities.last().orElseGet(() -> PlanMaker.notAskedYet(types)),
                settings.get().blockOnOldErrors(),
                progress);
    }

    @Override
    public boolean stale(UploadPlan plan) {
        return plans.stale(plan);
    }

    @Override
    public UploadResult upload(UploadPlan plan, Progress progress) {
        return switch (capabilities.ask()) {
            case Answer.Ok<Capabilities> ok -> upload.run(plan, ok.value(), signature(), progress);
            case Answer.Failed<Capabilities> failed -> notReached(plan, failed.failure());
        };
    }

    private static UploadResult notReached(UploadPlan plan, Failure failure) {
        return new UploadResult(plan.chosen().stream()
                .map(line -> new UploadResult.LineResult(
                        line, new UploadOutcome.NotReached(UploadOutcome.Reason.SERVER, failure)))
                .toList());
    }

    private Journal.Signature signature() {
        String who = Stream.of(settings.get().userName(), System.getProperty("user.name", ""))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("?");
        return new Journal.Signature(UUID.randomUUID().toString(), who, connection.name());
    }
}
