package itb.backoffice.shell.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.FxStall;
import itb.backoffice.FxStall.Stall;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.ManyOffers;
import itb.backoffice.catalogue.OfferOutcome;
import itb.backoffice.catalogue.OfferStore;
import itb.backoffice.platform.Database;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.chain.Line;
import itb.backoffice.shell.chain.OffersModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** 100,000 offers hold nobody up while they are scrolled, sorted and searched. */
class LongOffersTest extends ScreenTest {
    private static final int OFFERS = 100_000;
    private static final double LONGEST_MILLIS = 50;
    private static final int ROUNDS = 4;
    private static final int LONGEST_WAIT_SECONDS = 60;

    @TempDir
    Path folder;

    private Database copy;
    private OfferStore store;
    private OffersModel offers;
    private ResourceView view;

    @Override
    protected Parent screen() {
        copy = Database.open(folder.resolve("c.db"), List.of(CatalogueStore.SCHEMA, OfferStore.SCHEMA));
        store = new OfferStore(copy);
        offers = new OffersModel(
                store, new CatalogueStore(copy), progress -> new OfferOutcome.Fetched(OFFERS), background, TEXTS);
        view = new ResourceView(Listing.OFFERS, offers, TEXTS, new TableMemory(Map.of(), looks -> {}), background);
        view.whenEmpty(Label::new);
        view.offer(List.of(), List.of(), reference -> {});
        return view;
    }

    @AfterEach
    void close() {
        background.close();
        copy.close();
    }

    private static <T> T asked(Callable<T> question) throws Exception {
        return WaitForAsyncUtils.asyncFx(question).get();
    }

    private TableView<Line> table() {
        return view.table();
    }

    @Test
    void aHundredThousandOffersHoldNothingUp() throws Exception {
        ManyOffers.put(store, OFFERS);
        long begun = System.nanoTime();
        interact(offers::open);
        WaitForAsyncUtils.waitFor(
                LONGEST_WAIT_SECONDS,
                TimeUnit.SECONDS,
                () -> asked(() -> table().getItems().size()) == OFFERS);
        System.out.println("100,000 offers, read: " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        assertEquals(OFFERS, offers.lines(Kind.OFFERS).size());
        Map<String, Runnable> ways = new LinkedHashMap<>();
        ways.put("scrolling", this::scroll);
        ways.put("sorting", this::sort);
        ways.put("searching", this::search);
        ways.forEach((what, way) -> {
            way.run();
            Stall calmest = null;
            for (int round = 0; round < ROUNDS && (calmest == null || calmest.counted() > LONGEST_MILLIS); round++) {
                FxStall stall = new FxStall(new AtomicLong());
                way.run();
                Stall longest = stall.longest(1).getFirst();
                calmest = calmest == null || longest.counted() < calmest.counted() ? longest : calmest;
            }
            System.out.println("100,000 offers, " + what + ": longest work on the FX thread " + calmest);
            assertTrue(calmest != null && calmest.counted() <= LONGEST_MILLIS, what + " held the FX thread up");
        });
    }

    private void scroll() {
        interact(table()::requestFocus);
        push(KeyCode.HOME);
        for (int at = 0; at < OFFERS; at += OFFERS / 40) {
            int to = at;
            interact(() -> table().scrollTo(to));
            WaitForAsyncUtils.waitForFxEvents(1);
        }
        push(KeyCode.END);
    }

    private void sort() {
        for (String cell : List.of("clinic", "price", Column.ONLINE, "treatment")) {
            interact(() -> view.sortBy(cell));
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private void search() {
        interact(view::focusSearch);
        write("klinikk 17 åse");
        waitUntil(() -> table().getItems().size() < OFFERS);
        push(KeyCode.CONTROL, KeyCode.A).eraseText(1);
        waitUntil(() -> table().getItems().size() == OFFERS);
    }
}
