package itb.backoffice.form.type;

import itb.backoffice.form.Field;
import itb.backoffice.form.Field.Kind;
import itb.backoffice.form.Form;
import itb.backoffice.form.Section;
import itb.backoffice.form.Tab;
import java.util.List;

/** Practitioners and billing organisations, on servers that have resources for them. */
final class PeopleForms {
    static final Form PRACTITIONER = new Form(
            "Practitioner",
            "Practitioner",
            List.of(new Tab(
                    "overview",
                    List.of(
                            new Section(
                                    "who",
                                    List.of(
                                            Field.of("name", "name", Kind.PERSON_NAME),
                                            Field.of("active", "active", Kind.FLAG),
                                            Field.of("gender", "gender", Kind.CODE),
                                            Field.of("birthDate", "birthDate", Kind.DATE))),
                            new Section(
                                    "reach",
                                    List.of(
                                            Field.of("identifier", "identifier", Kind.IDENTIFIERS),
                                            Field.of("telecom", "telecom", Kind.CONTACTS)))))));

    static final Form BILLING = new Form(
            "Organization",
            "BillingOrganization",
            List.of(new Tab(
                    "overview",
                    List.of(
                            new Section(
                                    "who",
                                    List.of(
                                            Field.of("name", "name", Kind.TEXT),
                                            Field.of("active", "active", Kind.FLAG))),
                            new Section(
                                    "reach",
                                    List.of(
                                            Field.of("identifier", "identifier", Kind.IDENTIFIERS),
                                            Field.of("telecom", "telecom", Kind.CONTACTS)))))));

    private PeopleForms() {}
}
