package itb.backoffice.form.type;

import itb.backoffice.form.Form;
import java.util.List;
import java.util.Optional;

/** Every form that there is, one for a resource type. */
public final class Forms {
    private static final List<Form> ALL = List.of(RoleForm.FORM);

    private Forms() {}

    /** The form of {@code type}, if this program has one. */
    public static Optional<Form> of(String type) {
        return ALL.stream().filter(form -> form.type().equals(type)).findFirst();
    }

    /** All forms. */
    public static List<Form> all() {
        return ALL;
    }
}
