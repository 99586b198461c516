package itb.backoffice.shell.check;

import itb.backoffice.platform.Csv;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Finding;
import java.util.List;

/** Findings as a file for spreadsheet programs. */
final class FindingExport {
    private FindingExport() {}

    /** {@code rows} with a heading. */
    static byte[] csv(List<FindingRow> rows, Messages texts) {
        Csv csv = new Csv(texts.locale());
        csv.line(
                List.of("weight", "message", "kind", "thing", "clinic", "since", "reference", "rule", "technical")
                        .stream()
                        .map(column -> texts.get("shell.check.column." + column))
                        .toList());
        for (FindingRow row : rows) {
            Finding finding = row.finding();
            csv.line(List.of(
                    texts.get("shell.review.severity." + finding.severity()),
                    finding.message(),
                    FindingGroup.type(row.type(), "one", texts),
                    row.title(),
                    row.clinic(),
                    texts.get("shell.check.since." + finding.origin()),
                    row.reference(),
                    finding.rule(),
                    finding.technical()));
        }
        return csv.bytes();
    }
}
