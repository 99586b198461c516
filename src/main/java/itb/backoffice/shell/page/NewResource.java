package itb.backoffice.shell.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Names;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.form.type.Beginnings;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.shell.chain.Kind;
import itb.backoffice.shell.chain.Line;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new thing, before it is made: what the chain says of it.
 *
 * @param place its place in the order behind all others of its kind, where those have an order
 * @param owner refers to the organisation that a clinic belongs to
 * @param others some of its kind that the server has, {@code Type/id}
 */
public record NewResource(
        Kind kind, OptionalInt place, @Nullable ObjectNode owner, List<String> others) {
    /** So many others show what is usual. */
    private static final int ENOUGH = 20;

    /** What {@code chain} says of a new one of {@code kind}. */
    static NewResource in(ChainModel chain, Kind kind) {
        OptionalInt highest = chain.lines(kind).stream()
                .map(line -> line.row().summary().fact(Summaries.SORT_KEY))
                .filter(key -> key.matches("-?\\d{1,8}"))
                .mapToInt(Integer::parseInt)
                .max();
        List<String> others = chain.lines(kind).stream()
                .map(Line::row)
                .filter(row -> row.summary().type().equals(kind.type()))
                .filter(row -> row.draft() == null)
                .limit(ENOUGH)
                .map(row -> row.reference())
                .toList();
        return new NewResource(
                kind,
                highest.isPresent() ? OptionalInt.of(highest.getAsInt() + 1) : highest,
                chain.lines(Kind.CHAIN).stream()
                        .findFirst()
                        .map(owner -> reference(owner.row().summary()))
                        .orElse(null),
                others);
    }

    private static ObjectNode reference(Summary owner) {
        ObjectNode reference = Json.object().put("reference", owner.reference());
        return Names.has(owner) ? reference.put("display", owner.title()) : reference;
    }

    /** The thing, with an id of its own: profiles demand one, and other drafts may refer to it. */
    public ObjectNode make(Beginnings beginnings) {
        String id = UUID.randomUUID().toString();
        return switch (kind) {
            case ROLES -> beginnings.role(id);
            case CLINICS -> beginnings.clinic(id, owner);
            case TREATMENTS -> beginnings.treatment(id, place);
            case AREAS -> beginnings.area(id, place);
            case CHAIN -> beginnings.owner(id);
            case BILLING -> beginnings.billing(id);
            case PEOPLE -> beginnings.person(id);
            case OFFERS -> throw new IllegalArgumentException("Offers are made by the server alone");
        };
    }

    /** A copy of {@code thing} under an id of its own, without what only the server may say. */
    public static ObjectNode like(ObjectNode thing) {
        ObjectNode copy = thing.deepCopy();
        copy.put("id", UUID.randomUUID().toString());
        if (copy.get("meta") instanceof ObjectNode meta) {
            meta.remove("versionId");
            meta.remove("lastUpdated");
            if (meta.get("extension") instanceof ArrayNode) {
                meta.remove("extension");
            }
            if (meta.isEmpty()) {
                copy.remove("meta");
            }
        }
        return copy;
    }

    /** Whether new ones can be made: people whom only roles tell of come with their first role. */
    static boolean possible(Kind kind, ChainModel chain) {
        return !kind.isIdentity()
                || chain.lines(kind).stream()
                        .map(Line::row)
                        .anyMatch(row -> row.summary().type().equals(kind.type()));
    }
}
