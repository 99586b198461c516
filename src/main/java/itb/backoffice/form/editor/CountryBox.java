package itb.backoffice.form.editor;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A country by its name in the user's language, the neighbours first; what came and is no country code is kept. */
final class CountryBox extends ComboBox<String> {
    private static final List<String> NEAR = List.of("NO", "SE", "DK", "FI");

    private boolean showing;

    CountryBox(Locale language, Consumer<String> picked) {
        setMaxWidth(Double.MAX_VALUE);
        setVisibleRowCount(10);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String code) {
                return code == null ? "" : name(code, language);
            }

            @Override
            public @Nullable String fromString(String name) {
                return null;
            }
        });
        // Two hundred names are sorted only for whoever opens the list.
        setOnShowing(event -> {
            if (getItems().size() <= NEAR.size() + 1) {
                String value = getValue();
                getItems().setAll(all(language));
                setValue(value);
            }
        });
        getItems().setAll(NEAR);
        valueProperty().addListener((property, old, code) -> {
            if (!showing && code != null && !code.equals(old)) {
                picked.accept(code);
            }
        });
    }

    private static String name(String code, Locale language) {
        String name = code.matches("[A-Z]{2}") ? Locale.of("", code).getDisplayCountry(language) : "";
        return name.isEmpty() ? code : name;
    }

    private static List<String> all(Locale language) {
        Collator collator = Collator.getInstance(language);
        List<String> all = new ArrayList<>(NEAR);
        Arrays.stream(Locale.getISOCountries())
                .filter(code -> !NEAR.contains(code))
                .sorted(Comparator.comparing(code -> name(code, language), collator::compare))
                .forEach(all::add);
        return all;
    }

    /** Shows {@code code}, which need not be in the list. */
    void show(String code) {
        showing = true;
        setValue(code.isEmpty() ? null : code);
        showing = false;
    }
}
