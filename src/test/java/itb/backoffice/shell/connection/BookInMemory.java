package itb.backoffice.shell.connection;

import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Capabilities.Action;
import itb.backoffice.connection.Capabilities.TypeRules;
import itb.backoffice.connection.Connection;
import itb.backoffice.validation.pack.PackageAdvice;
import itb.backoffice.validation.pack.PackageChoice;
import itb.backoffice.validation.pack.PackageId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Connections that live as long as the test. */
public final class BookInMemory implements ConnectionBook {
    public final List<Connection> all = new CopyOnWriteArrayList<>();
    public final Map<String, String> secrets = new ConcurrentHashMap<>();
    public final List<String> forgotten = new CopyOnWriteArrayList<>();
    public final List<PackageChoice> choices = new CopyOnWriteArrayList<>(
            List.of(new PackageChoice("", new PackageId("itb.backoffice.profiles", "1.0.1"), true)));
    public volatile PackageAdvice advice = new PackageAdvice.Unknown();
    public volatile int drafts;
    public volatile Function<Connection, Answer<Capabilities>> server = connection -> new Answer.Ok<>(readOnly());

    public static Capabilities readOnly() {
        Map<String, TypeRules> types = new LinkedHashMap<>();
        types.put("PractitionerRole", rules(EnumSet.allOf(Action.class)));
        types.put("HealthcareService", rules(EnumSet.of(Action.READ, Action.SEARCH, Action.UPDATE)));
        types.put("ActivityDefinition", rules(EnumSet.of(Action.READ, Action.SEARCH)));
        types.put("Organization", rules(EnumSet.of(Action.READ)));
        types.put("Location", rules(EnumSet.of(Action.READ, Action.SEARCH)));
        return new Capabilities("Nordtand ITB 1.0.4", "4.0.1", types, true);
    }

    private static TypeRules rules(Set<Action> actions) {
        return new TypeRules(actions, true, true, Set.of(), Set.of());
    }

    @Override
    public List<Connection> all() {
        return List.copyOf(all);
    }

    @Override
    public boolean hasSecret(Connection connection) {
        return secrets.containsKey(connection.id());
    }

    @Override
    public int drafts(Connection connection) {
        return drafts;
    }

    @Override
    public void save(Connection connection, @Nullable String newSecret) {
        int at = all.stream().map(Connection::id).toList().indexOf(connection.id());
        if (at < 0) {
            all.add(connection);
        } else {
            all.set(at, connection);
        }
        if (newSecret != null) {
            secrets.put(connection.id(), newSecret);
        }
    }

    @Override
    public void remove(Connection connection) {
        all.removeIf(one -> one.id().equals(connection.id()));
    }

    @Override
    public void forget(Connection connection) {
        forgotten.add(connection.id());
        secrets.remove(connection.id());
    }

    @Override
    public List<PackageChoice> choices() {
        return List.copyOf(choices);
    }

    @Override
    public PackageAdvice advice(Connection connection, @Nullable String newSecret, Capabilities allowed) {
        return advice;
    }

    @Override
    public Answer<Capabilities> test(Connection connection, @Nullable String newSecret) {
        return server.apply(connection);
    }
}
