package itb.backoffice.form.type;

import itb.backoffice.form.Field;
import itb.backoffice.form.Field.Kind;
import itb.backoffice.form.Form;
import itb.backoffice.form.Section;
import itb.backoffice.form.Tab;
import java.util.List;

/** Treatments: what can be booked. */
final class TreatmentForm {
    static final Form FORM = new Form(
            "ActivityDefinition",
            "ActivityDefinition",
            List.of(new Tab(
                    "overview",
                    List.of(
                            new Section(
                                    "what",
                                    List.of(
                                            Field.of("title", "title", Kind.TEXT),
                                            Field.of("subtitle", "subtitle", Kind.TEXT),
                                            Field.of("description", "description", Kind.LONG_TEXT))),
                            new Section(
                                    "who",
                                    List.of(
                                            Field.of("status", "status", Kind.CODE),
                                            Field.of("campaigns", "extension[" + Urls.CAMPAIGNS + "]", Kind.CODES),
                                            Field.of("sortKey", "extension[" + Urls.SORT_KEY + "]", Kind.NUMBER))),
                            new Section(
                                    "code",
                                    List.of(
                                            Field.of("code", "code.coding", Kind.CODING),
                                            Field.of("codeText", "code.text", Kind.TEXT),
                                            Field.of("name", "name", Kind.TEXT),
                                            Field.of("date", "date", Kind.STAMP)))))),
            new DateUpkeep());

    private TreatmentForm() {}
}
