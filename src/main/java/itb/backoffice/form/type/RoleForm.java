package itb.backoffice.form.type;

import itb.backoffice.form.Field;
import itb.backoffice.form.Field.Kind;
import itb.backoffice.form.Form;
import itb.backoffice.form.Section;
import itb.backoffice.form.Tab;
import java.util.List;

/** Practitioner roles: this person, at this clinic, billed by this organisation, doing this work. */
public final class RoleForm {
    /** {@code P/StructureDefinition/ext-practitionerrole-description}: the presentation text. */
    public static final String DESCRIPTION_URL = Urls.PORTAL + "ext-practitionerrole-description";

    /** {@code P/StructureDefinition/ext-binary-reference}: points to the photo, a contained Binary. */
    public static final String PHOTO_URL = Urls.PORTAL + "ext-binary-reference";

    private static final String PHOTO = "extension[" + PHOTO_URL + "]";

    /** The declaration. */
    public static final Form FORM = new Form(
            "PractitionerRole",
            "PractitionerRole",
            List.of(new Tab(
                    "overview",
                    List.of(
                            new Section(
                                    "who",
                                    List.of(
                                            Field.of("practitioner", "practitioner", Kind.IDENTITY),
                                            new Field(
                                                    "photo",
                                                    List.of(PHOTO, Fitting.picture("photo")),
                                                    Kind.PHOTO,
                                                    false),
                                            Field.of("active", "active", Kind.FLAG))),
                            new Section(
                                    "where",
                                    List.of(
                                            Field.of("healthcareService", "healthcareService", Kind.REFERENCE),
                                            Field.of("organization", "organization", Kind.IDENTITY))),
                            new Section(
                                    "work",
                                    List.of(
                                            Field.of("code", "code", Kind.CONCEPTS),
                                            Field.of("specialty", "specialty", Kind.CONCEPTS),
                                            Field.of(
                                                    "description",
                                                    "extension[" + DESCRIPTION_URL + "]",
                                                    Kind.LONG_TEXT)))))));

    private RoleForm() {}
}
