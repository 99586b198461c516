package itb.backoffice.form;

import java.util.List;

/** Sections that are seen together: the text {@code form.tab.KEY}. */
public record Tab(String key, List<Section> sections) {
    /** All fields, in their order. */
    public List<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }
}
