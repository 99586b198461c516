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
import itb.backoffice.validation.chain.Judged;
import itb.backoffice.validation.chain.KnownChain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks the chain and all drafts in the background, wherever something changed since the last time. */
public final class CatalogueCheck {
    private final ChainCheck check;
    private final DraftStore drafts;
    private final KnownChain known;
    private final FindingsModel findings;
    private final Messages messages;
    private @Nullable Job running;
    /** Stands for the check whose parts are still waited for. */
    private @Nullable Object awaited;

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
        Object mine = new Object();
        awaited = mine;
        Job job = background.run(
                messages.get("shell.check.title"),
                progress -> run(part -> background.run(() -> part, some -> found(mine, some)), progress),
                this::whole,
                () -> ended(background));
        running = job;
        findings.checking(job);
    }

    /** A part may come after the whole, and knows less: it was not yet looked at beside all the others. */
    private void found(Object of, Map<String, Judged> part) {
        if (of == awaited) {
            findings.found(part);
        }
    }

    private void whole(ChainVerdict verdict) {
        awaited = null;
        findings.show(verdict);
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

    private ChainVerdict run(Consumer<Map<String, Judged>> found, Progress progress) {
        List<Edited> edits = new ArrayList<>();
        Set<String> deleted = new HashSet<>();
        for (Draft draft : drafts.all()) {
            if (draft.kind() == Draft.Kind.DELETE) {
                deleted.add(draft.reference());
            } else {
                edits.add(new Edited(draft.reference(), draft.json(), draft.baseJson()));
            }
        }
        ChainVerdict verdict = check.run(edits, deleted, found, progress);
        known.show(verdict.chain());
        return verdict;
    }
}
