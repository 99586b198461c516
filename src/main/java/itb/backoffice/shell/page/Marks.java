package itb.backoffice.shell.page;

import itb.backoffice.platform.Messages;
import itb.backoffice.shell.chain.FindingCount;
import itb.backoffice.shell.chain.Row;
import java.util.Comparator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The marks of tables: active or not, findings, draft, online or not; as badges, as words, and in their order. */
record Marks(Messages messages) {
    static boolean isMark(String cell) {
        return cell.equals(Column.ACTIVE)
                || cell.equals(Column.FINDINGS)
                || cell.equals(Column.DRAFT)
                || cell.equals(Column.ONLINE);
    }

    /** What sorts first is what needs somebody. */
    static Comparator<Row> order(String mark) {
        return switch (mark) {
            case Column.ACTIVE, Column.ONLINE ->
                Comparator.comparing(Row::active).reversed();
            case Column.FINDINGS -> Comparator.comparing(Row::findings);
            default -> Comparator.comparing(Marks::draftOrder).reversed();
        };
    }

    private static String draftOrder(Row row) {
        var draft = row.draft();
        return draft == null ? "" : draft.state() + " " + draft.kind();
    }

    /** The words of a mark, for copies and exports. */
    String words(String mark, Row row) {
        return switch (mark) {
            case Column.ACTIVE -> messages.get(row.active() ? "shell.active" : "shell.inactive");
            case Column.ONLINE -> messages.get(row.active() ? "offer.online" : "offer.offline");
            case Column.FINDINGS ->
                row.findings().all() == 0 ? "" : Integer.toString(row.findings().all());
            default -> row.draft() == null ? "" : messages.get("shell.draft.state." + draftWord(row.draft()));
        };
    }

    private static String draftWord(itb.backoffice.draft.Draft draft) {
        return switch (draft.state()) {
            case EDITING -> draft.kind().name();
            case SENDING, REFUSED, CONFLICT -> draft.state().name();
        };
    }

    /** A mark as it is shown, or nothing. */
    @Nullable
    Node badge(String mark, Row row) {
        String words = words(mark, row);
        if (words.isEmpty()) {
            return null;
        }
        return switch (mark) {
            case Column.ACTIVE, Column.ONLINE -> label(words, row.active() ? "on" : "off");
            case Column.FINDINGS -> findings(words, row.findings());
            default -> label(words, needsHelp(row) ? "bad" : "draft");
        };
    }

    private static boolean needsHelp(Row row) {
        var draft = row.draft();
        return draft != null
                && switch (draft.state()) {
                    case REFUSED, CONFLICT -> true;
                    case EDITING, SENDING -> false;
                };
    }

    private Label findings(String words, FindingCount count) {
        boolean bad = count.errors() > 0;
        Label label = label(words, bad ? "bad" : "odd");
        label.setGraphic(new FontIcon(bad ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE));
        label.setAccessibleText(messages.get("shell.findings.accessible", count.errors(), count.warnings()));
        label.setTooltip(new Tooltip(label.getAccessibleText()));
        return label;
    }

    /** A badge of this style. */
    static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().addAll("badge", style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
