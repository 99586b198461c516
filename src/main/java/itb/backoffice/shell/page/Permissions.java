package itb.backoffice.shell.page;

import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Capabilities.Action;
import itb.backoffice.platform.Background;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What the server says it accepts, read again whenever the chain was. Belongs to the FX thread. */
public final class Permissions {
    private final Background background;
    private final Callable<Optional<Capabilities>> read;
    private Optional<Capabilities> known = Optional.empty();

    /** @param read what the server said last; may wait */
    public Permissions(Background background, Callable<Optional<Capabilities>> read) {
        this.background = background;
        this.read = read;
    }

    /** Reads them anew. */
    public void refresh() {
        background.latest(this, read, now -> known = now);
    }

    /** Whether things of {@code type} can be deleted. */
    boolean mayDelete(String type) {
        return known.filter(capabilities -> capabilities.allows(type, Action.DELETE))
                .isPresent();
    }

    /** Whether anything is known. */
    boolean known() {
        return known.isPresent();
    }
}
