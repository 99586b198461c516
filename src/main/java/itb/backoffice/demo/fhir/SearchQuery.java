package itb.backoffice.demo.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A search, understood.
 *
 * @param order the order of the matches
 * @param total whether the client wants to know how many there are
 * @param countOnly whether it wants nothing else
 * @param elements the elements that it wants; empty for all
 */
record SearchQuery(
        ResourceType type,
        List<Criterion> criteria,
        List<Order> order,
        Page page,
        boolean total,
        boolean countOnly,
        Set<String> elements) {

    /** What matches can be sorted by. */
    enum Order {
        ID,
        ID_DOWN,
        CHANGED,
        CHANGED_DOWN
    }

    /** Understands {@code parameters}, and refuses whatever it does not know: nothing is silently left out. */
    static SearchQuery parse(ResourceType type, List<Parameter> parameters) {
        List<Criterion> criteria = new ArrayList<>();
        List<Order> order = new ArrayList<>();
        Set<String> elements = new TreeSet<>();
        boolean total = true;
        boolean countOnly = false;
        for (Parameter parameter : parameters) {
            switch (parameter.name()) {
                case "_format", "_pretty", "_count", Page.PARAMETER -> {
                    // Read where they matter.
                }
                case "_id" -> criteria.add(new Criterion.Ids(parameter.alternatives()));
                case "_lastUpdated" -> criteria.add(Criterion.changed(parameter));
                case "_sort" -> parameter.alternatives().forEach(key -> order.add(order(key)));
                case "_total" -> total = total(parameter.value());
                case "_summary" -> countOnly = countOnly(parameter.value());
                case "_elements" -> elements.addAll(parameter.alternatives());
                default -> criteria.add(Criterion.of(declared(type, parameter), parameter));
            }
        }
        return new SearchQuery(type, criteria, order, Page.of(parameters), total || countOnly, countOnly, elements);
    }

    private static SearchParam declared(ResourceType type, Parameter parameter) {
        SearchParam param = type.param(parameter.plainName());
        if (param == null) {
            throw Refusal.of(
                    400,
                    "not-supported",
                    type.name() + " cannot be searched by «" + parameter.name() + "»; see /metadata");
        }
        return param;
    }

    private static Order order(String key) {
        return switch (key) {
            case "_id" -> Order.ID;
            case "-_id" -> Order.ID_DOWN;
            case "_lastUpdated" -> Order.CHANGED;
            case "-_lastUpdated" -> Order.CHANGED_DOWN;
            default -> throw Refusal.of(400, "not-supported", "Sorting by «" + key + "» is not supported");
        };
    }

    private static boolean total(String value) {
        return switch (value) {
            case "none" -> false;
            case "estimate", "accurate" -> true;
            default -> throw Refusal.invalid("_total is none, estimate or accurate");
        };
    }

    private static boolean countOnly(String value) {
        return switch (value) {
            case "count" -> true;
            case "false" -> false;
            default -> throw Refusal.of(400, "not-supported", "_summary is supported as count and false only");
        };
    }
}
