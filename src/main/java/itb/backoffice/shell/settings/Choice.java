package itb.backoffice.shell.settings;

import org.jspecify.annotations.Nullable;

/** A value with the words that a list shows for it. */
record Choice<T>(@Nullable T value, String words) {
    @Override
    public String toString() {
        return words;
    }
}
