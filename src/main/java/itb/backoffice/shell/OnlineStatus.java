package itb.backoffice.shell;

import itb.backoffice.catalogue.DownloadOutcome;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.FailurePane;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** Says in the top bar whether the server answers, and how fresh the local copy is. */
final class OnlineStatus {
    private final MainWindow window;
    private final Messages messages;
    private @Nullable Instant fetched;
    private @Nullable Boolean reached;
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();

    OnlineStatus(MainWindow window, Messages messages) {
        this.window = window;
        this.messages = messages;
    }

    /** Tells how asking the server ended. */
    void tell(DownloadOutcome outcome) {
        switch (outcome) {
            case DownloadOutcome.Complete complete -> {
                reached = true;
                var counts = complete.counts();
                window.status()
                        .say(
                                fetched == null
                                        ? messages.get("shell.refresh.first", counts.changed())
                                        : messages.get("shell.refresh.done", counts.changed(), counts.removed()));
            }
            case DownloadOutcome.Stopped stopped -> {
                reached = false;
                window.status().say(FailurePane.sentences(stopped.failure(), messages));
            }
        }
    }

    /** Shows that the server is being asked. */
    void asking() {
        asking.set(true);
        window.showOnline(messages.get("shell.online.busy"), false);
    }

    /** Whether the server is being asked. */
    ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** Shows that the server was asked, and that the local copy is as of {@code instant} now. */
    void answered(@Nullable Instant instant) {
        asking.set(false);
        show(instant);
    }

    /** Shows that the local copy is as of {@code instant}; null for a chain that was never downloaded. */
    void show(@Nullable Instant instant) {
        fetched = instant;
        if (asking.get()) {
            return;
        }
        Instant since = fetched;
        if (since == null) {
            window.showOnline(messages.get("shell.online.never"), Boolean.TRUE.equals(reached));
            return;
        }
        boolean online = Boolean.TRUE.equals(reached);
        window.showOnline(messages.get(online ? "shell.online.fresh" : "shell.online.offline", words(since)), online);
    }

    private String words(Instant instant) {
        var local = instant.atZone(ZoneId.systemDefault());
        boolean today = local.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()));
        DateTimeFormatter format = today
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return format.withLocale(messages.locale()).format(local);
    }
}
