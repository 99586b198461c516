package itb.backoffice.shell.page;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Cells as text, the way spreadsheets paste it. */
final class Tsv {
    private Tsv() {}

    /** Puts rows of cells on the clipboard, cells apart by tabs. */
    static void copy(List<List<String>> rows) {
        ClipboardContent content = new ClipboardContent();
        content.putString(rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.replace('\t', ' ').replace('\n', ' '))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
