package itb.backoffice.shell.connection;

import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Background;
import itb.backoffice.validation.pack.PackageChoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The connections as the screen shows them: the kept ones, with what was typed since and is not kept yet. */
final class ConnectionsModel {
    private final Background background;
    private final ConnectionBook book;
    private final ObservableList<ConnectionEdit> shown = FXCollections.observableArrayList();
    private final Map<String, ConnectionEdit> kept = new HashMap<>();
    private String openId = "";

    ConnectionsModel(Background background, ConnectionBook book) {
        this.background = background;
        this.book = book;
    }

    ObservableList<ConnectionEdit> shown() {
        return shown;
    }

    boolean open(ConnectionEdit edit) {
        return edit.id().equals(openId);
    }

    void open(String id) {
        openId = id;
        shown.setAll(List.copyOf(shown));
    }

    /** Whether it was ever saved. */
    boolean kept(ConnectionEdit edit) {
        return kept.containsKey(edit.id());
    }

    boolean unsaved(ConnectionEdit edit) {
        return !edit.equals(kept.get(edit.id()));
    }

    /** Reads which packages of profiles there are. */
    void choices(Consumer<List<PackageChoice>> then) {
        background.inOrder(this, book::choices, then);
    }

    /** Reads what is kept; what was typed and not kept stays. */
    void load(Runnable then) {
        background.run(
                () -> book.all().stream()
                        .map(connection -> ConnectionEdit.of(connection, book.hasSecret(connection)))
                        .toList(),
                all -> {
                    List<ConnectionEdit> next = new ArrayList<>();
                    for (ConnectionEdit one : all) {
                        next.add(shown.stream()
                                .filter(edit -> edit.id().equals(one.id()) && unsaved(edit))
                                .findFirst()
                                .orElse(one));
                    }
                    shown.stream().filter(edit -> !kept.containsKey(edit.id())).forEach(next::add);
                    kept.clear();
                    all.forEach(one -> kept.put(one.id(), one));
                    shown.setAll(next);
                    then.run();
                });
    }

    void replace(ConnectionEdit edit) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).id().equals(edit.id()) && !shown.get(i).equals(edit)) {
                shown.set(i, edit);
            }
        }
    }

    /** Back to what is kept; a connection that never was kept leaves the list. */
    void revert(ConnectionEdit edit) {
        ConnectionEdit before = kept.get(edit.id());
        if (before == null) {
            shown.removeIf(one -> one.id().equals(edit.id()));
        } else {
            replace(before);
        }
    }

    void save(ConnectionEdit edit, Runnable then) {
        Connection connection = edit.connection();
        boolean secret = edit.secretKept() || edit.newSecret() != null;
        background.inOrder(
                this,
                () -> {
                    book.save(connection, edit.newSecret());
                    return connection;
                },
                done -> {
                    ConnectionEdit now = ConnectionEdit.of(done, secret);
                    kept.put(now.id(), now);
                    replace(now);
                    then.run();
                });
    }

    void remove(ConnectionEdit edit) {
        shown.removeIf(one -> one.id().equals(edit.id()));
        ConnectionEdit saved = kept.remove(edit.id());
        if (saved != null) {
            background.inOrder(
                    this,
                    () -> {
                        book.remove(saved.connection());
                        return saved;
                    },
                    done -> {});
        }
    }

    /** Takes a removal back. */
    void restore(ConnectionEdit saved, Runnable then) {
        background.inOrder(
                this,
                () -> {
                    book.save(saved.connection(), null);
                    return saved;
                },
                done -> load(then));
    }

    void forget(ConnectionEdit saved) {
        background.inOrder(
                this,
                () -> {
                    book.forget(saved.connection());
                    return saved;
                },
                done -> {});
    }

    void countDrafts(ConnectionEdit edit, java.util.function.IntConsumer then) {
        if (!kept.containsKey(edit.id())) {
            then.accept(0);
            return;
        }
        background.inOrder(this, () -> book.drafts(edit.connection()), then::accept);
    }
}
