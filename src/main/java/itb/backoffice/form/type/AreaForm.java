package itb.backoffice.form.type;

import itb.backoffice.form.Field;
import itb.backoffice.form.Field.Kind;
import itb.backoffice.form.Form;
import itb.backoffice.form.Section;
import itb.backoffice.form.Tab;
import java.util.List;

/** Areas: the regions that group the clinics. */
final class AreaForm {
    static final Form FORM = new Form(
            "Location",
            "Location",
            List.of(new Tab(
                    "overview",
                    List.of(new Section(
                            "what",
                            List.of(
                                    Field.of("name", "name", Kind.TEXT),
                                    Field.of("status", "status", Kind.CODE),
                                    Field.of("sortKey", "extension[" + Urls.SORT_KEY + "]", Kind.NUMBER)))))));

    private AreaForm() {}
}
