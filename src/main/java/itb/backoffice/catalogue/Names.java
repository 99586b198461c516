package itb.backoffice.catalogue;

import itb.backoffice.platform.Messages;

/** What things are called, in the same words wherever they are listed; also those that nobody has named. */
public final class Names {
    private final Messages messages;

    /** Names in the words of {@code messages}. */
    public Names(Messages messages) {
        this.messages = messages;
    }

    /** Its name; for one without, "clinic without a name" or whatever it is. */
    public String of(Summary thing) {
        return has(thing)
                ? thing.title()
                : words("catalogue.nameless." + (isSomebodys(thing) ? "Practitioner" : kind(thing)), thing);
    }

    /** The same for one that is not on the server yet: without a name it is a "new clinic". */
    public String ofNew(Summary thing) {
        return has(thing) ? thing.title() : words("catalogue.new." + kind(thing), thing);
    }

    /** The same thing with its title in words. */
    public Summary named(Summary thing, boolean isNew) {
        return thing.called(isNew ? ofNew(thing) : of(thing));
    }

    /** Whether a thing has a name of its own. */
    public static boolean has(Summary thing) {
        return !thing.title().equals(thing.id());
    }

    private String words(String key, Summary thing) {
        return messages.has(key) ? messages.get(key) : thing.title();
    }

    private static String kind(Summary thing) {
        boolean bills = thing.fact(Summaries.KIND).equals(Summaries.BILLING_KIND);
        return bills ? "BillingOrganization" : thing.type();
    }

    /** A role that says whose it is, but no name. */
    private static boolean isSomebodys(Summary thing) {
        return thing.type().equals("PractitionerRole")
                && (!thing.fact(Summaries.PERSON_KEY).isEmpty()
                        || thing.fact(Summaries.REFERS).matches("(?s)(.*\n)?Practitioner/.*"));
    }
}
