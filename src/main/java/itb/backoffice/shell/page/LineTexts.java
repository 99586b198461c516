package itb.backoffice.shell.page;

import itb.backoffice.shell.chain.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a table as texts, as they are at this moment: for files and the clipboard, on any thread.
 *
 * @param cells the columns that are shown, from left to right
 * @param headings what stands above them
 */
record LineTexts(List<String> cells, List<String> headings, List<Row> rows, Marks marks) {
    /** What stands in one line. */
    List<String> cells(Row row) {
        return cells.stream().map(cell -> text(row, cell)).toList();
    }

    /** What stands in one cell. */
    String text(Row row, String cell) {
        return Marks.isMark(cell) ? marks.words(cell, row) : row.text(cell).text();
    }

    /** All lines, the headings first. */
    List<List<String>> all() {
        List<List<String>> all = new ArrayList<>();
        all.add(headings);
        rows.forEach(row -> all.add(cells(row)));
        return all;
    }
}
