package itb.backoffice.shell.chain;

import itb.backoffice.catalogue.Names;
import itb.backoffice.catalogue.SearchText;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.draft.Draft;
import itb.backoffice.form.hours.Span;
import itb.backoffice.form.hours.WeekWords;
import itb.backoffice.platform.Messages;
import java.text.Collator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the rows of the tables: what a thing is called, and what those are called that it belongs to. */
final class RowMaker {
    /** Most cells of a long table say what others say too. */
    private static final int MOST_KEPT = 50_000;
    /** So many clinics are told by name. */
    private static final int MOST_PLACES = 12;

    private final Known known;
    private final Collator collator;
    private final Names names;
    private final WeekWords hours;
    private final Map<String, SortText> same = new HashMap<>();

    RowMaker(Known known, Messages messages) {
        this.known = known;
        this.collator = messages.collator();
        this.names = new Names(messages);
        this.hours = new WeekWords(messages);
    }

    Row row(Summary bare, FindingCount findings, @Nullable Draft draft) {
        Summary thing = known.named(bare);
        Kind kind = Kind.of(thing);
        boolean isNew = draft != null && draft.kind() == Draft.Kind.CREATE;
        List<SortText> texts = switch (kind) {
            case ROLES -> role(thing, isNew);
            case CLINICS -> clinic(thing, isNew);
            case TREATMENTS -> treatment(thing, isNew);
            case PEOPLE, BILLING -> identity(thing, isNew);
            case AREAS -> List.of(name(thing, isNew), number(thing.fact(Summaries.SORT_KEY)), users(thing));
            case CHAIN -> List.of(name(thing, isNew), text(firstIdentifier(thing)), users(thing));
            case OFFERS -> throw new IllegalArgumentException("An offer is nothing of the chain");
        };
        return new Row(thing.reference(), kind, thing, texts, findings, draft, search(kind, thing, texts));
    }

    private List<SortText> role(Summary role, boolean isNew) {
        Summary clinic = known.find("HealthcareService/" + role.fact(Summaries.CLINIC_ID))
                .orElse(null);
        return List.of(
                name(role, isNew),
                text(clinic == null ? role.fact(Summaries.CLINIC) : names.of(clinic)),
                text(role.fact(Summaries.BILLING)),
                text(role.fact(Summaries.ROLE)),
                text(known.area(clinic).map(names::of).orElse("")),
                text(role.fact(Summaries.SPECIALTY)));
    }

    private List<SortText> clinic(Summary clinic, boolean isNew) {
        return List.of(
                name(clinic, isNew),
                text(known.area(clinic).map(names::of).orElse("")),
                text(clinic.fact(Summaries.CITY)),
                opening(clinic.fact(Summaries.OPENING)),
                users(clinic),
                text(clinic.fact(Summaries.WEB_NAME)),
                text(firstIdentifier(clinic)));
    }

    private List<SortText> treatment(Summary treatment, boolean isNew) {
        return List.of(
                name(treatment, isNew),
                number(treatment.fact(Summaries.SORT_KEY)),
                text(treatment.fact(Summaries.CODE)),
                text(treatment.fact(Summaries.CAMPAIGNS)),
                text(treatment.fact(Summaries.SUBTITLE)));
    }

    private List<SortText> identity(Summary thing, boolean isNew) {
        List<Summary> roles = new ArrayList<>();
        known.sources(thing.reference()).forEach(source -> known.find(source).ifPresent(roles::add));
        List<String> clinics = roles.stream()
                .map(role -> role.fact(Summaries.CLINIC_ID))
                .filter(id -> !id.isEmpty())
                .distinct()
                .map(id -> "HealthcareService/" + id)
                .toList();
        int spellings = known.spellings(thing).counts().size();
        return List.of(
                name(thing, isNew),
                text(firstIdentifier(thing)),
                text(places(clinics)),
                SortText.number(clinics.size(), collator),
                SortText.number(roles.size(), collator),
                spellings > 1 ? SortText.number(spellings, collator) : text(""),
                text(system(thing)));
    }

    private String places(List<String> clinics) {
        String listed = clinics.stream()
                .map(known::find)
                .flatMap(Optional::stream)
                .map(clinic -> text(names.of(clinic)))
                .sorted()
                .limit(MOST_PLACES)
                .map(SortText::text)
                .collect(Collectors.joining(", "));
        return clinics.size() > MOST_PLACES ? listed + " …" : listed;
    }

    private static String system(Summary thing) {
        String first = thing.fact(Summaries.IDENTIFIERS).split("\n", 2)[0];
        return Summaries.system(first);
    }

    private SortText users(Summary thing) {
        return SortText.number(known.sources(thing.reference()).size(), collator);
    }

    private static String firstIdentifier(Summary thing) {
        String keys = thing.fact(Summaries.IDENTIFIERS);
        String first = keys.isEmpty() ? "" : keys.split("\n", 2)[0];
        return Summaries.value(first);
    }

    private SortText name(Summary thing, boolean isNew) {
        return text(isNew ? names.ofNew(thing) : names.of(thing));
    }

    /** As the country writes it, in the order of the day. */
    private SortText opening(String times) {
        if (times.isEmpty()) {
            return text("");
        }
        int dash = times.indexOf('–');
        String shown = times.equals(Summaries.ALL_DAY)
                ? hours.span(Span.wholeDay())
                : hours.span(Span.of(times.substring(0, dash), times.substring(dash + 1)));
        return new SortText(shown, collator.getCollationKey(times));
    }

    private SortText number(String digits) {
        return digits.matches("-?\\d{1,9}") ? SortText.number(Long.parseLong(digits), collator) : text(digits);
    }

    private SortText text(String text) {
        if (same.size() > MOST_KEPT) {
            same.clear();
        }
        return same.computeIfAbsent(text, fresh -> SortText.of(fresh, collator));
    }

    private static SearchText search(Kind kind, Summary thing, List<SortText> texts) {
        StringJoiner all = new StringJoiner(" ");
        texts.forEach(text -> all.add(text.text()));
        if (kind == Kind.ROLES) {
            for (String fact : List.of(Summaries.PERSON_KEY, Summaries.BILLING_KEY)) {
                all.add(Summaries.value(thing.fact(fact)));
            }
        } else {
            all.add(thing.fact(Summaries.WORDS));
        }
        return SearchText.of(all.toString());
    }
}
