package itb.backoffice.shell.chain;

import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import java.util.List;

/** The kinds of things that a chain is made of, each with the cells that its table can show; the first one names it. */
public enum Kind {
    /** People at clinics. */
    ROLES("PractitionerRole", "person", "clinic", "billing", "role", "area", "specialty"),
    /** Places where care is given. */
    CLINICS("HealthcareService", "name", "area", "city", "opening", "roles", "slug", "identifier"),
    /** What can be booked. */
    TREATMENTS("ActivityDefinition", "name", "order", "code", "campaigns", "subtitle"),
    /** People, by their identifiers, joined with their resources where there are any. */
    PEOPLE("Practitioner", "name", "identifier", "places", "clinics", "roles", "spellings", "system"),
    /** Who sends invoices, the same. */
    BILLING("Organization", "name", "identifier", "places", "clinics", "roles", "spellings", "system"),
    /** What groups clinics. */
    AREAS("Location", "name", "order", "clinics"),
    /** The organisation that owns the chain. */
    CHAIN("Organization", "name", "identifier", "clinics"),
    /** What the server says patients are offered; it computes them, and they are no part of the chain. */
    OFFERS("offer", "treatment", "clinic", "person", "price", "duration", "online", "reason", "bookingUrl");

    /** The type under which people are listed whom only identifiers in roles tell of. */
    public static final String PERSON = "person";

    /** The same for billing organisations. */
    public static final String BILLER = "biller";

    private final String type;
    private final List<String> cells;

    Kind(String type, String... cells) {
        this.type = type;
        this.cells = List.of(cells);
    }

    /** The resource type. */
    public String type() {
        return type;
    }

    /** The names of the cells. */
    public List<String> cells() {
        return cells;
    }

    /**
     * The name under which a person or billing organisation is listed that roles refer to by id, and that the server does
     * not show; empty for everything else.
     */
    static String unseen(String reference) {
        return reference.startsWith("Practitioner/")
                ? PERSON + "/" + reference
                : reference.startsWith("Organization/") ? BILLER + "/" + reference : "";
    }

    /** Whether these are known by identifiers in roles, whether or not there are resources too. */
    public boolean isIdentity() {
        return this == PEOPLE || this == BILLING;
    }

    /** Whether these are part of the chain, and can be changed. */
    public boolean isOfChain() {
        return this != OFFERS;
    }

    /** What {@code thing} is. */
    public static Kind of(Summary thing) {
        return switch (thing.type()) {
            case "PractitionerRole" -> ROLES;
            case "HealthcareService" -> CLINICS;
            case "ActivityDefinition" -> TREATMENTS;
            case "Practitioner", PERSON -> PEOPLE;
            case BILLER -> BILLING;
            case "Organization" -> thing.fact(Summaries.KIND).equals(Summaries.BILLING_KIND) ? BILLING : CHAIN;
            default -> AREAS;
        };
    }
}
