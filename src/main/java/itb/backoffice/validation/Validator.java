package itb.backoffice.validation;

import itb.backoffice.validation.shape.Shapes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks resources against the profiles in use. Works without a network; calls may wait and belong off the FX thread. */
public interface Validator {
    /** Checks the JSON text of one resource against the built-in profile of its type (and what its meta names). */
    List<Finding> validate(String json);

    /**
     * Checks {@code mine} and marks each finding as new or as there before, compared with {@code base} by rule and
     * element.
     *
     * @param base the server's version, or null for a new resource, where everything is new
     */
    List<Finding> validate(String mine, @Nullable String base);

    /** Names the rules: another one whenever a verdict may be another one. */
    default String stamp() {
        return "";
    }

    /** Loads what the first verdict needs, so that it does not wait for it. */
    void warmUp();

    /** What the profiles in use say of single elements. */
    Shapes shapes();
}
