package itb.backoffice.form.type;

import itb.backoffice.form.Field;
import itb.backoffice.form.Field.Kind;
import itb.backoffice.form.Form;
import itb.backoffice.form.Section;
import java.util.List;

/** Practitioner roles: this person, at this clinic, billed by this organisation, doing this work. */
public final class RoleForm {
    /** {@code P/StructureDefinition/ext-practitionerrole-description}: the presentation text. */
    public static final String DESCRIPTION_URL =
            "https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/ext-practitionerrole-description";

    /** {@code P/StructureDefinition/ext-binary-reference}: points to the photo, a contained Binary. */
    public static final String PHOTO_URL =
            "https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/ext-binary-reference";

    /** The declaration. */
    public static final Form FORM = new Form(
            "PractitionerRole",
            List.of(
                    new Section(
                            "who",
                            List.of(
                                    new Field("practitioner", List.of("practitioner"), Kind.IDENTITY, true),
                                    new Field(
                                            "photo",
                                            List.of("extension[" + PHOTO_URL + "]", "contained"),
                                            Kind.PHOTO,
                                            false),
                                    new Field("active", List.of("active"), Kind.FLAG, true))),
                    new Section(
                            "where",
                            List.of(
                                    new Field("healthcareService", List.of("healthcareService"), Kind.REFERENCE, true),
                                    new Field("organization", List.of("organization"), Kind.IDENTITY, true))),
                    new Section(
                            "work",
                            List.of(
                                    new Field("code", List.of("code"), Kind.CONCEPTS, true),
                                    new Field("specialty", List.of("specialty"), Kind.CONCEPTS, false),
                                    new Field(
                                            "description",
                                            List.of("extension[" + DESCRIPTION_URL + "]"),
                                            Kind.LONG_TEXT,
                                            false)))));

    private RoleForm() {}
}
