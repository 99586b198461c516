package itb.backoffice.shell;

import itb.backoffice.catalogue.DownloadOutcome;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.ChainSnapshot;
import itb.backoffice.shell.chain.FindingCount;
import itb.backoffice.shell.chain.OffersModel;
import itb.backoffice.shell.draft.DraftHost;
import itb.backoffice.shell.draft.DraftsView;
import itb.backoffice.shell.flow.Refresh;
import itb.backoffice.shell.page.Relatives;
import itb.backoffice.shell.page.ResourcePage;
import itb.backoffice.shell.part.Soon;
import itb.backoffice.shell.review.ConflictView;
import itb.backoffice.shell.review.ReviewHost;
import itb.backoffice.shell.review.ReviewView;
import itb.backoffice.shell.review.Touched;
import itb.backoffice.validation.Finding;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Ties the screens of an open chain to the window: what opens what, and what is read anew after what. */
public final class ChainActions implements DraftHost, ReviewHost {
    private final MainWindow window;
    private final ChainModel chain;
    private final Messages messages;

    private PageHost host;
    private DraftsView drafts;
    private ReviewView review;
    private ConflictView conflict;
    private ChainHistory history;
    private DraftStore draftStore;
    private OnlineStatus online;
    private Refresh refresh;
    private ChainFindings check;
    private Background background;
    private OffersModel offers;
    private Runnable beforeRefresh = () -> {};
    private boolean fromReview;

    /** Actions in {@code window}; the screens and the work follow, because they need these actions. */
    @SuppressWarnings("NullAway.Init")
    public ChainActions(MainWindow window, ChainModel chain, Messages messages) {
        this.window = window;
        this.chain = chain;
        this.messages = messages;
    }

    /** The screens of this chain. */
    public void screens(
            PageHost newHost,
            DraftsView newDrafts,
            ReviewView newReview,
            ConflictView newConflict,
            ChainHistory newHistory) {
        host = newHost;
        drafts = newDrafts;
        review = newReview;
        conflict = newConflict;
        history = newHistory;
    }

    /** What works for this chain in the background. */
    public void work(DraftStore newDrafts, Refresh newRefresh, ChainFindings newCheck, Background newBackground) {
        draftStore = newDrafts;
        online = new OnlineStatus(window, messages);
        refresh = newRefresh;
        check = newCheck;
        background = newBackground;
    }

    /** What the server offers of this chain. */
    public void offers(OffersModel newOffers) {
        offers = newOffers;
    }

    /** Runs {@code action} whenever the whole chain was checked. */
    public void whenChecked(Runnable action) {
        check.whenChecked(action);
    }

    /** What must be done before each refresh, off the FX thread. */
    public void beforeRefresh(Runnable preparation) {
        beforeRefresh = preparation;
    }

    /** Shows the chain as it was read from disk. */
    public void start(ChainSnapshot read) {
        ObservableValue<Number> draftCount = Bindings.createIntegerBinding(
                        () -> chain.drafts().size(), chain.drafts())
                .map(count -> count);
        List<Page> own = List.of(
                check.page(this, window),
                new Page("drafts", Feather.EDIT_2, draftCount, this::draftsPage, drafts::focus),
                history.page());
        window.showPages(List.of(host.pages().all(), own), "roles");
        Soon draftsChanged = new Soon(this::draftsChangedOnScreen);
        Soon findingsChanged = new Soon(this::findingsChangedOnScreen);
        draftCount.addListener((property, old, now) -> draftsChanged.please());
        chain.findings().addListener((MapChangeListener<String, List<Finding>>) change -> findingsChanged.please());
        chain.show(read);
        draftsChangedOnScreen();
        online.show(chain.fetched());
        offers.start();
    }

    private javafx.scene.Node draftsPage() {
        drafts.refresh();
        return drafts.root();
    }

    private void draftsChangedOnScreen() {
        window.showDrafts(chain.drafts().size());
        findingsChangedOnScreen();
        drafts.refresh();
    }

    private void findingsChangedOnScreen() {
        int findings = chain.drafts().keySet().stream()
                .mapToInt(reference -> FindingCount.of(chain.findings().getOrDefault(reference, List.of()))
                        .all())
                .sum();
        window.status().findings(findings, () -> window.choosePage("drafts"));
        drafts.findings(java.util.Map.copyOf(chain.findings()));
    }

    @Override
    public void findOut() {
        refresh.onceMore();
        refresh();
    }

    @Override
    public void ended(String summary) {
        window.status().say(summary);
    }

    /** Whether the server is being asked. */
    ObservableBooleanValue fetching() {
        return online.askingProperty();
    }

    /** Fetches what changed on the server, then checks it. */
    public void refresh() {
        if (refresh.runningProperty().get() != null) {
            return;
        }
        window.showBusy(true);
        online.asking();
        offers.refreshing(true);
        background.run(
                messages.get("shell.refresh.title"),
                progress -> {
                    beforeRefresh.run();
                    return true;
                },
                ready -> refresh.start(this::refreshed, this::refreshEnded),
                () -> {
                    if (refresh.runningProperty().get() == null) {
                        // What must be done before could not be done.
                        refreshEnded();
                    }
                });
    }

    private void refreshEnded() {
        window.showBusy(false);
        offers.refreshing(false);
        // What has arrived is still being read.
        chain.whenRead(() -> online.answered(chain.fetched()));
    }

    private void refreshed(DownloadOutcome outcome) {
        online.tell(outcome);
        reload(() -> {});
    }

    /** Reviews all drafts. */
    public void review() {
        List<String> all = List.copyOf(chain.drafts().keySet());
        if (!all.isEmpty() && !inReview()) {
            review(all);
        }
    }

    @Override
    public void review(List<String> references) {
        window.showScreen(review.root());
        review.show(references);
        review.focus();
    }

    @Override
    public void open(String reference) {
        open(reference, null);
    }

    @Override
    public void open(String reference, @Nullable String path) {
        window.closeScreen();
        host.open(reference, path);
    }

    @Override
    public List<Touched> touched(String reference) {
        return new Relatives(chain, messages).touched(reference);
    }

    private boolean inReview() {
        return review.root().getScene() != null;
    }

    @Override
    public void close() {
        window.closeScreen();
        changed();
    }

    @Override
    public void changed() {
        if (inReview()) {
            // Something was uploaded.
            offers.outdated();
        }
        reload(() -> {});
    }

    /** Reads drafts and local copy again, for all who show them. */
    void reload(Runnable then) {
        history.checkNew();
        chain.load(() -> {
            host.pages().made().forEach(ResourcePage::reload);
            draftsChangedOnScreen();
            online.show(chain.fetched());
            if (inReview()) {
                review.checkStale();
            }
            check.start();
            then.run();
        });
    }

    @Override
    public Optional<String> nameOf(String reference) {
        return new Relatives(chain, messages).name(reference);
    }

    @Override
    public void draftsChanged() {
        changed();
    }

    /** Opens the choice between my version and somebody else's of this draft. */
    public void resolve(String reference) {
        fromReview = inReview();
        window.showScreen(conflict.root());
        conflict.show(reference);
    }

    /** Shows what a thing was before. */
    void versions(String reference) {
        history.versions(reference);
    }

    /** After a conflict was decided: back to the review, or to the page that led there. */
    public void resolved() {
        if (fromReview) {
            window.showScreen(review.root());
            review.rebuild();
        } else {
            window.closeScreen();
        }
        changed();
    }

    void discard(Draft draft) {
        background.inOrder(draftStore, () -> draftStore.discard(List.of(draft.reference())), gone -> {
            changed();
            window.notice()
                    .show(
                            messages.get("shell.discarded", gone.references().size()),
                            () -> background.inOrder(
                                    draftStore, () -> draftStore.restore(gone.handle()), back -> changed()),
                            () -> {});
        });
    }
}
