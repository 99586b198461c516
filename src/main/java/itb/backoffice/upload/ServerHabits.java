package itb.backoffice.upload;

import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Capabilities.Action;
import itb.backoffice.connection.Capabilities.TypeRules;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a server declares, corrected by what it turned out to do in the course of an upload. */
final class ServerHabits {
    private final Capabilities declared;
    private final Map<String, Boolean> ownIds = new ConcurrentHashMap<>();
    private final Set<String> unsearchable = ConcurrentHashMap.newKeySet();
    private volatile boolean transactions;

    ServerHabits(Capabilities declared) {
        this.declared = declared;
        this.transactions = declared.transactions();
    }

    /** What it declares about {@code type}; null where nothing. */
    @Nullable
    TypeRules rules(String type) {
        return declared.types().get(type);
    }

    /** Whether a new resource goes up under the id that the program chose. */
    boolean ownId(String type) {
        TypeRules rules = rules(type);
        return ownIds.getOrDefault(type, rules != null && rules.updateCreate());
    }

    /** It took a new resource under the program's id, or under one of its own, whatever it declares. */
    void turnedOut(String type, boolean ownId) {
        ownIds.put(type, ownId);
    }

    /** Whether an update with a stale version is refused, as far as it declares. */
    boolean checksVersions(String type) {
        TypeRules rules = rules(type);
        return rules != null && rules.checksVersions();
    }

    /** Whether earlier versions can be asked for. */
    boolean history(String type) {
        return declared.allows(type, Action.HISTORY);
    }

    /** Whether a search by {@code parameter} is worth trying. */
    boolean searchable(String type, String parameter) {
        return declared.allows(type, Action.SEARCH) && !unsearchable.contains(type + "?" + parameter);
    }

    /** It refused a search by {@code parameter}. */
    void refusesSearch(String type, String parameter) {
        unsearchable.add(type + "?" + parameter);
    }

    /** Whether it takes transactions. */
    boolean transactions() {
        return transactions;
    }

    /** It declares transactions, but refuses them. */
    void refusesTransactions() {
        transactions = false;
    }
}
