package itb.backoffice.shell.review;

import itb.backoffice.catalogue.SearchText;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.Worded;
import itb.backoffice.validation.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the lines of one plan by any word that stands on their cards; one search at a time, on any thread. */
final class PlanSearch {
    private final Messages texts;
    private final Map<String, SearchText> read = new HashMap<>();

    PlanSearch(Messages texts) {
        this.texts = texts;
    }

    /** Those of {@code lines} that hold every word of {@code typed}; all where nothing was typed. */
    List<PlanLine> find(String typed, List<PlanLine> lines) {
        if (typed.isBlank()) {
            return lines;
        }
        List<SearchText.Word> words = SearchText.words(typed);
        return lines.stream()
                .filter(line -> read.computeIfAbsent(line.reference(), any -> text(line))
                        .holds(words))
                .toList();
    }

    /** Nobody looks for a picture by its size. */
    private static String words(Worded worded) {
        return worded instanceof Worded.Picture ? "" : worded.plain();
    }

    private SearchText text(PlanLine line) {
        StringBuilder all =
                new StringBuilder(line.summary().title()).append('\n').append(line.action());
        for (FieldChange change : line.changes()) {
            all.append('\n').append(change.label());
            all.append('\n').append(words(change.before()));
            all.append('\n').append(words(change.after()));
        }
        for (Finding finding : line.findings()) {
            all.append('\n').append(FindingLines.words(finding, texts));
        }
        return SearchText.of(all.toString());
    }
}
