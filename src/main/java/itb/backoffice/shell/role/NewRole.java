package itb.backoffice.shell.role;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON that a new role begins with. */
public final class NewRole {
    /** {@code P/StructureDefinition/practitioner-role-portal}. */
    private static final String PROFILE =
            "https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/practitioner-role-portal";

    private NewRole() {}

    /**
     * An active role with an id of its own: the profile demands one, and other drafts may refer to it.
     *
     * @param clinic the clinic that the table is filtered to, or null
     */
    public static ObjectNode empty(@Nullable ObjectNode clinic) {
        ObjectNode role = Json.object();
        role.put("resourceType", "PractitionerRole").put("id", UUID.randomUUID().toString());
        role.putObject("meta").putArray("profile").add(PROFILE);
        role.put("active", true);
        if (clinic != null) {
            role.putArray("healthcareService").add(clinic);
        }
        return role;
    }

    /** A copy of {@code role} under an id of its own, without what only the server may say. */
    public static ObjectNode like(ObjectNode role) {
        ObjectNode copy = role.deepCopy();
        copy.put("id", UUID.randomUUID().toString());
        if (copy.get("meta") instanceof ObjectNode meta) {
            meta.remove("versionId");
            meta.remove("lastUpdated");
            if (meta.get("extension") instanceof ArrayNode) {
                meta.remove("extension");
            }
            if (meta.isEmpty()) {
                copy.remove("meta");
            }
        }
        return copy;
    }
}
