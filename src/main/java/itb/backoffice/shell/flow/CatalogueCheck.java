package itb.backoffice.shell.flow;

import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Job;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.shell.check.FindingsModel;
import itb.backoffice.validation.chain.ChainCheck;
import itb.backoffice.validation.chain.ChainVerdict;
import itb.backoffice.validation.chain.Edited;
import itb.backoffice.validation.chain.KnownChain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the chain and all drafts in the background, wherever something changed since the last time. */
public final class CatalogueCheck {
    private final ChainCheck check;
    private final DraftStore drafts;
    private final KnownChain known;
    private final FindingsModel findings;
    private final Messages messages;
    private @Nullable Job running;
    private boolean again;

    /** Checks with {@code check}, the drafts in {@code drafts} among it, and tells {@code findings} and {@code known}. */
    public CatalogueCheck(
            ChainCheck check, DraftStore drafts, KnownChain known, FindingsModel findings, Messages messages) {
        this.check = check;
        this.drafts = drafts;
        this.known = known;
        this.findings = findings;
        this.messages = messages;
    }

    /** Starts the check, or has it done once more where it is running; stopping it loses nothing that was found. */
    public void start(Background background) {
        if (running != null) {
            again = true;
            return;
        }
        Job job = background.run(
                messages.get("shell.check.title"),
                progress -> run(background, progress),
                findings::show,
                () -> ended(background));
        running = job;
        findings.checking(job);
    }

    private void ended(Background background) {
        boolean stopped = running != null && running.cancelled();
        running = null;
        findings.checked();
        if (again && !stopped) {
            again = false;
            start(background);
        }
        again = false;
    }

    private ChainVerdict run(Background background, Progress progress) {
        List<Edited> edits = new ArrayList<>();
        Set<String> deleted = new HashSet<>();
        for (Draft draft : drafts.all()) {
            if (draft.kind() == Draft.Kind.DELETE) {
                deleted.add(draft.reference());
            } else {
                edits.add(new Edited(draft.reference(), draft.json(), draft.baseJson()));
            }
        }
        ChainVerdict verdict =
                check.run(edits, deleted, found -> background.run(() -> found, findings::found), progress);
        known.show(verdict.chain());
        return verdict;
    }
}
