package itb.backoffice.shell.part;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows the values of a box that nobody types into by their names. */
public final class Named<T> extends StringConverter<T> {
    private final Function<T, String> name;

    /** Values by {@code name}; nothing by an empty text. */
    public Named(Function<T, String> name) {
        this.name = name;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : name.apply(value);
    }

    @Override
    public @Nullable T fromString(String text) {
        return null;
    }
}
