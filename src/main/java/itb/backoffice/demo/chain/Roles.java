package itb.backoffice.demo.chain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/** The roles: who works at which clinic, billed by whom. Most people have one or two, a few have many. */
final class Roles {
    private static final String KIND = "PractitionerRole";

    private final Chain chain;
    /** Whose portrait was drawn last: a person's roles follow one another, and drawing is the slowest part. */
    private int latestPerson = -1;

    private byte[] latestPortrait = {};

    Roles(Chain chain) {
        this.chain = chain;
    }

    /** Whose role it is: the lower a person's number, the more roles. */
    private int person(int index) {
        double share = (double) index / chain.size().roles();
        return (int) (chain.size().people() * Math.pow(share, 1.5));
    }

    private int earlierRolesOfSamePerson(int index) {
        int earlier = 0;
        while (earlier < index && person(index - earlier - 1) == person(index)) {
            earlier++;
        }
        return earlier;
    }

    private Random looks(int person) {
        return chain.random("Portrait", person);
    }

    private byte[] portrait(int person) {
        if (latestPerson != person) {
            latestPortrait = Pictures.person(looks(person));
            latestPerson = person;
        }
        return latestPortrait;
    }

    /** Who bills for a person: mostly the company of the clinic, for every fifth person somebody's own company. */
    private int billing(int person, int home) {
        int clinics = chain.size().clinics();
        int companies = chain.size().billingOrganisations();
        int own = companies - clinics;
        return person % 5 == 4 && own > 0 ? clinics + person / 5 % own : home % companies;
    }

    /** A billing organisation's name: a clinic's company, or a person's. */
    private String billingName(int billing) {
        if (billing < chain.size().clinics()) {
            return Clinics.name(chain, billing) + (Clinics.swedish(chain, billing) ? " AB" : " AS");
        }
        String owner = People.name(5 + billing * 3);
        return billing % 2 == 0 ? "Tannlege " + owner + " AS" : "Tandläkare " + owner + " AB";
    }

    ObjectNode make(int index) {
        int person = person(index);
        Random random = chain.random(KIND, index);
        int home = person % chain.size().clinics();
        // A step of as many as there are areas leads to another clinic of the same area.
        int step = chain.size().areas();
        int clinic =
                (home + step * earlierRolesOfSamePerson(index)) % chain.size().clinics();
        int billing = billing(person, home);
        boolean swedish = Clinics.swedish(chain, home);
        People.Profession profession = People.profession(person);

        ObjectNode role = Elements.resource(KIND, chain.id(KIND, index), Urls.ROLE);
        boolean large = Quirk.LARGE_PHOTO == Quirk.of(KIND, index);
        boolean photo = large || person % 4 != 3;
        if (photo) {
            Elements.contain(role, "photo", large ? Pictures.largePerson(looks(person)) : portrait(person));
        }
        if (random.nextInt(10) < 7) {
            Elements.extension(role, Urls.DESCRIPTION).put("valueString", People.words(random, person, swedish));
        }
        if (photo) {
            Elements.extension(role, Urls.BINARY_REFERENCE).set("valueReference", Elements.reference("#photo"));
        }
        role.put("active", random.nextInt(12) > 0);
        role.putObject("practitioner")
                .put("display", profession.title(swedish) + " " + People.name(person))
                .set(
                        "identifier",
                        Elements.identifier(
                                Urls.PRACTITIONER + chain.endpoint(person), Integer.toString(1_000 + person)));
        role.putObject("organization")
                .put("display", billingName(billing))
                .set(
                        "identifier",
                        Elements.identifier(Urls.BILLING + chain.endpoint(billing), Integer.toString(500 + billing)));
        role.putArray("code").add(Elements.concept(Urls.ROLE_CODES, profession.code(), profession.title(swedish)));
        role.putArray("specialty").addObject().put("text", profession.field(swedish));
        role.putArray("healthcareService")
                .add(Elements.reference("HealthcareService/" + Clinics.id(chain, clinic))
                        .put("display", Clinics.name(chain, clinic)));
        return role;
    }
}
