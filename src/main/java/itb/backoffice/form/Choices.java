package itb.backoffice.form;

import java.util.List;

/** What can be picked in a field, from all that the program knows, offline too. */
public interface Choices {
    /** The choices of {@code field} in a form for {@code type}, sorted by name in the user's language. */
    List<Choice> of(String type, Field field);

    /** Nothing to pick from. */
    static Choices none() {
        return (type, field) -> List.of();
    }
}
