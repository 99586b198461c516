package itb.backoffice.shell.page;

import itb.backoffice.shell.chain.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/**
 * How one kind of thing is listed.
 *
 * @param key names its texts and nodes: {@code shell.page.KEY}
 * @param columns in their order
 * @param filters the cells by which the table can be narrowed to one value
 */
public record Listing(Kind kind, String key, Feather icon, List<Column> columns, List<String> filters) {
    private static final List<Column> MARKS =
            List.of(Column.text(Column.ACTIVE, 92), Column.text(Column.FINDINGS, 76), Column.text(Column.DRAFT, 84));

    /** Every page of the chain, in the order of the navigation. */
    public static final List<Listing> ALL = List.of(
            of(
                    Kind.ROLES,
                    "roles",
                    Feather.USERS,
                    List.of("area", "clinic", "role"),
                    Column.text("person", 200),
                    Column.text("clinic", 150),
                    // Beside an open form there is no room for every column: this is the first that can be missed.
                    Column.text("billing", 170).from(720),
                    Column.text("role", 104),
                    Column.text("area", 120).onRequest(),
                    Column.text("specialty", 120).onRequest()),
            of(
                    Kind.CLINICS,
                    "clinics",
                    Feather.HOME,
                    List.of("area"),
                    Column.text("name", 200),
                    Column.text("area", 120),
                    Column.text("city", 110).from(760),
                    Column.text("opening", 168),
                    Column.number("roles", 64),
                    Column.text("slug", 150).onRequest(),
                    Column.text("identifier", 110).onRequest()),
            of(
                    Kind.TREATMENTS,
                    "treatments",
                    Feather.CLIPBOARD,
                    List.of("campaigns"),
                    Column.number("order", 64),
                    Column.text("name", 200),
                    Column.text("code", 140),
                    Column.text("campaigns", 110).from(700),
                    Column.text("subtitle", 150).onRequest()),
            of(
                    Kind.PEOPLE,
                    "people",
                    Feather.USER,
                    List.of(),
                    Column.text("name", 200),
                    Column.text("identifier", 96),
                    Column.text("places", 200),
                    Column.number("roles", 64),
                    Column.number("clinics", 72).onRequest(),
                    Column.number("spellings", 88),
                    Column.text("system", 200).onRequest()),
            of(
                    Kind.BILLING,
                    "billing",
                    Feather.CREDIT_CARD,
                    List.of(),
                    Column.text("name", 200),
                    Column.text("identifier", 96),
                    Column.text("places", 200),
                    Column.number("roles", 64),
                    Column.number("clinics", 72).onRequest(),
                    Column.number("spellings", 88),
                    Column.text("system", 200).onRequest()),
            of(
                    Kind.AREAS,
                    "areas",
                    Feather.MAP,
                    List.of(),
                    Column.number("order", 64),
                    Column.text("name", 240),
                    Column.number("clinics", 72)),
            of(
                    Kind.CHAIN,
                    "chain",
                    Feather.GLOBE,
                    List.of(),
                    Column.text("name", 240),
                    Column.text("identifier", 150),
                    Column.number("clinics", 72)));

    /** What the server computes from them: a page to read. */
    static final Listing OFFERS = new Listing(
            Kind.OFFERS,
            "offers",
            Feather.TAG,
            List.of(
                    Column.text("treatment", 170),
                    Column.text("clinic", 160),
                    Column.text("person", 160),
                    Column.number("price", 92),
                    Column.number("duration", 76).from(640),
                    Column.text(Column.ONLINE, 96),
                    Column.text("reason", 180).from(860),
                    Column.text("bookingUrl", 160).onRequest()),
            List.of("treatment", "clinic", "online"));

    private static Listing of(Kind kind, String key, Feather icon, List<String> filters, Column... columns) {
        List<Column> all = new ArrayList<>();
        Collections.addAll(all, columns);
        if (kind.isIdentity()) {
            all.add(Column.text(Column.DRAFT, 84).onRequest());
        } else {
            all.addAll(MARKS);
        }
        return new Listing(kind, key, icon, List.copyOf(all), filters);
    }

    /** How {@code kind} is listed. */
    public static Listing of(Kind kind) {
        return ALL.stream()
                .filter(listing -> listing.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** Whether the user decides in which order patients see these. */
    boolean isOrdered() {
        return kind.cells().contains("order");
    }

    /** Whether these can be active or not. */
    boolean hasStatus() {
        return !kind.isIdentity() && kind.isOfChain();
    }
}
