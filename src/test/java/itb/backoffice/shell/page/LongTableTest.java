package itb.backoffice.shell.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.FxStall;
import itb.backoffice.FxStall.Stall;
import itb.backoffice.benchmark.GeneratedRoles;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.platform.Database;
import itb.backoffice.shell.ScreenTest;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.chain.Line;
import itb.backoffice.validation.CheckStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Tables of any length: nobody waits for one with 100,000 roles while it is scrolled, sorted, searched, selected as a
 * whole and read anew. Prints the longest piece of work on the FX thread for each, as {@link FxStall} counts it.
 */
class LongTableTest extends ScreenTest {
    private static final int ROLES = 100_000;
    private static final double LONGEST_MILLIS = 50;
    /** After an upload or a refresh all lines are shown anew; that happens once, and nobody types meanwhile. */
    private static final double LONGEST_READING_MILLIS = 200;

    private static final int ROUNDS = 4;

    @TempDir
    Path folder;

    private Database copy;
    private Database work;
    private ChainModel chain;
    private ResourceView view;
    private final AtomicReference<String> told = new AtomicReference<>();

    @Override
    protected Parent screen() {
        copy = Database.open(folder.resolve("c.db"), List.of(CatalogueStore.SCHEMA, CheckStore.SCHEMA));
        work = Database.open(folder.resolve("w.db"), List.of(DraftStore.SCHEMA));
        chain = new ChainModel(
                new CatalogueStore(copy),
                new DraftStore(work, Clock.systemUTC()),
                new CheckStore(copy),
                background,
                TEXTS);
        view = new ResourceView(
                Listing.of(Kind.ROLES), chain, TEXTS, new TableMemory(Map.of(), looks -> {}), background);
        view.offer(List.of(PageActs.selectAll(view.table(), TEXTS, told::set)), List.of(), reference -> {});
        return view;
    }

    @AfterEach
    void close() {
        background.close();
        copy.close();
        work.close();
    }

    private TableView<Line> table() {
        return view.table();
    }

    private void fill() {
        List<StoredResource> roles = new ArrayList<>();
        for (String json : GeneratedRoles.json(ROLES, 0)) {
            roles.add(new StoredResource("PractitionerRole", "r" + roles.size(), "1", null, json));
        }
        new CatalogueStore(copy).putAll(roles);
        load();
    }

    private void load() {
        AtomicBoolean there = new AtomicBoolean();
        interact(() -> chain.load(() -> there.set(true)));
        waitUntil(there::get);
    }

    @Test
    void aHundredThousandRolesHoldNothingUp() {
        fill();
        waitUntil(() -> table().getItems().size() == ROLES);
        Map<String, Runnable> ways = new LinkedHashMap<>();
        ways.put("scrolling", this::scroll);
        ways.put("sorting", this::sort);
        ways.put("searching", this::search);
        ways.put("selecting all", this::selectAll);
        ways.put("reading anew", this::load);
        List<String> heldUp = new ArrayList<>();
        ways.forEach((what, way) -> {
            way.run();
            Stall calmest = null;
            for (int round = 0; round < ROUNDS && (calmest == null || calmest.counted() > LONGEST_MILLIS); round++) {
                FxStall stall = new FxStall(new AtomicLong());
                way.run();
                Stall longest = stall.longest(1).getFirst();
                calmest = calmest == null || longest.counted() < calmest.counted() ? longest : calmest;
            }
            double most = what.equals("reading anew") ? LONGEST_READING_MILLIS : LONGEST_MILLIS;
            System.out.println("100,000 roles, " + what + ": longest work on the FX thread " + calmest);
            if (calmest == null || calmest.counted() > most) {
                heldUp.add(what);
            }
        });
        assertTrue(heldUp.isEmpty(), "The FX thread was held up by " + heldUp);
    }

    private void scroll() {
        interact(table()::requestFocus);
        push(KeyCode.HOME);
        for (int i = 0; i < 40; i++) {
            push(KeyCode.PAGE_DOWN);
        }
        for (int at = 0; at < ROLES; at += ROLES / 40) {
            int to = at;
            interact(() -> table().scrollTo(to));
            WaitForAsyncUtils.waitForFxEvents(1);
        }
        push(KeyCode.END);
    }

    private void sort() {
        for (String cell : List.of("clinic", "role", Column.ACTIVE, "person")) {
            interact(() -> view.sortBy(cell));
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private void search() {
        interact(view::focusSearch);
        write("bjørn ødegård");
        assertTrue(table().getItems().size() < ROLES);
        push(KeyCode.CONTROL, KeyCode.A).eraseText(1);
        waitUntil(() -> table().getItems().size() == ROLES);
    }

    private void selectAll() {
        interact(table()::requestFocus);
        push(KeyCode.CONTROL, KeyCode.A);
        assertEquals("The first 5,000 rows are selected. Narrow the table to reach the others.", told.get());
        push(KeyCode.HOME);
    }
}
