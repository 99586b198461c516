package itb.backoffice.draft;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.platform.Database;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** A program of its own that types into drafts as fast as it can and prints every edit once it is on disk. */
final class DraftTyping {
    static final String PICTURE = "/9j/".repeat(20_000);

    private DraftTyping() {}

    /** What a role with this many edits behind it looks like. */
    static String json(String id, int number) {
        return "{\"id\":\"" + id + "\",\"data\":\"" + PICTURE + "\",\"n\":" + number + "}";
    }

    /**
     * Types until it is killed.
     *
     * @param args the database file, the number to begin with, and a seed
     */
    public static void main(String[] args) {
        Database database = Database.open(Path.of(args[0]), List.of(DraftStore.SCHEMA));
        DraftStore drafts = new DraftStore(database, InstantSource.system());
        Random random = new Random(Long.parseLong(args[2]));
        for (int number = Integer.parseInt(args[1]); ; number++) {
            String id = String.valueOf(random.nextInt(5));
            StoredResource base = new StoredResource("Role", id, "1", null, json(id, 0));
            drafts.edit(EditStep.change(base, json(id, number), random.nextBoolean() ? "n" : ""));
            if (number % 17 == 0) {
                drafts.undo("Role", id);
                drafts.redo("Role", id);
            }
            System.out.println(id + " " + number + " " + System.currentTimeMillis());
            System.out.flush();
        }
    }
}
