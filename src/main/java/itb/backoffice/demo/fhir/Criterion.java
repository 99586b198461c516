package itb.backoffice.demo.fhir;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a search asks for; all of a search's criteria must hold. */
sealed interface Criterion {
    /** The id is one of these. */
    record Ids(List<String> ids) implements Criterion {}

    /** Last changed at or after {@code from} and before {@code until}; null leaves an end open. */
    record Changed(@Nullable Instant from, @Nullable Instant until) implements Criterion {}

    /** One of the resource's values under {@code name} fits one of {@code options}, or, with {@code not}, none does. */
    record Value(String name, boolean not, List<Option> options) implements Criterion {}

    /** How a value must be. */
    sealed interface Option {
        /** Exactly this value; null leaves the qualifier or the value open. */
        record Is(@Nullable String qualifier, @Nullable String value) implements Option {}

        /** Begins with this folded text. */
        record StartsWith(String text) implements Option {}

        /** Has this folded text in it. */
        record Contains(String text) implements Option {}
    }

    /** What {@code parameter} asks for, {@code param} being its declaration. */
    static Criterion of(SearchParam param, Parameter parameter) {
        if (!param.kind().modifiers().contains(parameter.modifier())) {
            throw Refusal.invalid("The modifier of " + parameter.name() + " is not known");
        }
        boolean identifier = parameter.modifier().equals("identifier");
        List<Option> options = parameter.alternatives().stream()
                .map(text -> option(param.kind(), parameter.modifier(), text))
                .toList();
        return new Value(
                param.name() + (identifier ? SearchValue.IDENTIFIER : ""),
                parameter.modifier().equals("not"),
                options);
    }

    private static Option option(SearchParam.Kind kind, String modifier, String text) {
        return switch (kind) {
            case TOKEN -> token(text);
            case URI -> new Option.Is(null, Parameter.unescaped(text));
            case REFERENCE -> modifier.isEmpty() ? reference(Parameter.unescaped(text)) : token(text);
            case STRING ->
                switch (modifier) {
                    case "exact" -> new Option.Is(Parameter.unescaped(text), null);
                    case "contains" -> new Option.Contains(SearchValue.folded(Parameter.unescaped(text)));
                    default -> new Option.StartsWith(SearchValue.folded(Parameter.unescaped(text)));
                };
        };
    }

    private static Option token(String text) {
        String[] parts = text.split("(?<!\\\\)\\|", 2);
        if (parts.length == 1) {
            return new Option.Is(null, Parameter.unescaped(text));
        }
        String value = Parameter.unescaped(parts[1]);
        return new Option.Is(Parameter.unescaped(parts[0]), value.isEmpty() ? null : value);
    }

    private static Option reference(String text) {
        SearchValue wanted = SearchValue.reference("", text);
        return new Option.Is(wanted.qualifier().isEmpty() ? null : wanted.qualifier(), wanted.value());
    }

    /** What a {@code _lastUpdated} asks for. */
    static Criterion changed(Parameter parameter) {
        String text = parameter.value();
        String prefix = text.length() > 2 && Character.isLetter(text.charAt(0)) ? text.substring(0, 2) : "eq";
        TimeRange range = TimeRange.parse(text.startsWith(prefix) ? text.substring(2) : text);
        return switch (prefix) {
            case "ge" -> new Changed(range.start(), null);
            case "gt", "sa" -> new Changed(range.end(), null);
            case "le" -> new Changed(null, range.end());
            case "lt", "eb" -> new Changed(null, range.start());
            case "eq" -> new Changed(range.start(), range.end());
            default -> throw Refusal.invalid("The prefix " + prefix + " is not supported in " + parameter.name());
        };
    }
}
