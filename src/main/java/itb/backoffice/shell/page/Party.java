package itb.backoffice.shell.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.shell.chain.Kind;

/** The person, or the billing organisation, as a role writes it. Every method changes the role that it is given. */
final class Party {
    private final String element;

    private Party(String element) {
        this.element = element;
    }

    static Party of(Kind kind) {
        return new Party(kind == Kind.PEOPLE ? "practitioner" : "organization");
    }

    /** Writes another name. */
    ObjectNode rename(ObjectNode role, String name) {
        if (role.get(element) instanceof ObjectNode party) {
            party.put("display", name);
        }
        return role;
    }

    /** Writes another name where one stands: somebody with a resource has the name there. */
    ObjectNode renameWhereNamed(ObjectNode role, String name) {
        return role.path(element).has("display") ? rename(role, name) : role;
    }

    /** Writes another identifier; what else stands in it stays. */
    ObjectNode identify(ObjectNode role, String system, String value) {
        if (role.get(element) instanceof ObjectNode party) {
            ObjectNode identifier = party.withObjectProperty("identifier");
            if (system.isEmpty()) {
                identifier.remove("system");
            } else {
                identifier.put("system", system);
            }
            identifier.put("value", value);
        }
        return role;
    }

    /** Makes it {@code kept}, under {@code name}. */
    ObjectNode become(ObjectNode role, Summary kept, String name) {
        if (!(role.get(element) instanceof ObjectNode party)) {
            return role;
        }
        String key = firstKey(kept);
        boolean resource = Character.isUpperCase(kept.type().charAt(0));
        if (resource && party.has("reference") && !party.has("identifier")) {
            party.put("reference", kept.reference());
            return renameWhereNamed(role, name);
        }
        if (!key.isEmpty()) {
            identify(role, Summaries.system(key), Summaries.value(key));
        } else {
            party.remove("identifier");
        }
        if (party.has("reference") || key.isEmpty()) {
            if (resource) {
                party.put("reference", kept.reference());
            } else if (key.isEmpty()) {
                // Somebody whom the server does not show: the id is all that is known.
                party.put("reference", kept.id());
            } else {
                party.remove("reference");
            }
        }
        return rename(role, name);
    }

    /** The first {@code system|value} that a thing is known by; may be empty. */
    static String firstKey(Summary thing) {
        return thing.fact(Summaries.IDENTIFIERS).split("\n", 2)[0];
    }
}
