package itb.backoffice.form;

import java.util.List;

/** Fields under one heading: the text {@code form.TYPE.section.KEY}. */
public record Section(String key, List<Field> fields) {}
