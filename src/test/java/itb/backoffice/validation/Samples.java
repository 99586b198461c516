package itb.backoffice.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The resources that the tests of this package work on. */
public final class Samples {
    public static final String PORTAL = "https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/";

    private Samples() {}

    /** The text of one of the fixtures. */
    public static String text(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fixture with one change. */
    public static String changed(String name, Consumer<ObjectNode> change) {
        ObjectNode json = Json.object(text(name));
        change.accept(json);
        return Json.write(json);
    }
}
