package itb.backoffice.shell.review;

import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.Journal;
import itb.backoffice.upload.Upload;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadResult;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Supplier;

/** The review of what goes to the open connection. */
public final class ServerReviewDesk implements ReviewDesk {
    private final Connection connection;
    private final PlanMaker plans;
    private final Upload upload;
    private final Supplier<Capabilities> capabilities;
    private final Supplier<String> who;

    /**
     * @param capabilities what the server declares; asked off the FX thread
     * @param who the user's name for the journal
     */
    public ServerReviewDesk(
            Connection connection,
            PlanMaker plans,
            Upload upload,
            Supplier<Capabilities> capabilities,
            Supplier<String> who) {
        this.connection = connection;
        this.plans = plans;
        this.upload = upload;
        this.capabilities = capabilities;
        this.who = who;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public UploadPlan plan(Collection<String> references) {
        return plans.plan(references);
    }

    @Override
    public boolean stale(UploadPlan plan) {
        return plans.stale(plan);
    }

    @Override
    public UploadResult upload(UploadPlan plan, Progress progress) {
        Journal.Signature signature = new Journal.Signature(
                UUID.randomUUID().toString(), who.get(), connection.name() + " · " + connection.baseUrl());
        return upload.run(plan, capabilities.get(), signature, progress);
    }
}
