package itb.backoffice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.cli.Judging.Line;
import itb.backoffice.cli.input.Found.Piece;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Verdict;
import java.io.PrintWriter;
import java.util.Locale;

/** Writes verdicts for people, grouped by file, or for programs, one JSON object on each line. */
final class VerdictPrinter {
    private static final int CLEAN = 0;
    private static final int ERRORS = 1;
    /** In megabytes, as the reader of files has it. */
    private static final int LARGEST = 50;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Messages messages;
    private final boolean json;
    private int worst = CLEAN;

    VerdictPrinter(PrintWriter out, PrintWriter err, Messages messages, boolean json) {
        this.out = out;
        this.err = err;
        this.messages = messages;
        this.json = json;
    }

    /** The exit code that all of it comes to: 0 clean, 1 errors found, 2 not all could be read. */
    int worst() {
        return worst;
    }

    void print(Line line) {
        switch (line) {
            case Line.Judged judged -> {
                worst = Math.max(worst, judged.verdict().valid() ? CLEAN : ERRORS);
                if (json) {
                    out.println(Json.write(object(judged.piece(), judged.verdict())));
                } else {
                    text(judged.piece(), judged.verdict());
                }
            }
            case Line.Empty empty -> {
                if (!json) {
                    out.println(name(empty.file()));
                    out.println("  " + messages.get("cli.validate.emptyBundle"));
                }
            }
            case Line.NotRead unread -> {
                worst = Cli.COULD_NOT_RUN;
                out.flush();
                err.println(
                        messages.get("cli.validate.trouble." + unread.trouble().name(), name(unread.file()), LARGEST));
                err.flush();
            }
        }
        out.flush();
    }

    private void text(Piece piece, Verdict verdict) {
        out.println(
                piece.entry() == 0
                        ? name(piece.file())
                        : messages.get("cli.validate.entry", name(piece.file()), Integer.toString(piece.entry())));
        if (verdict.findings().isEmpty()) {
            out.println("  " + messages.get("cli.validate.fine"));
        }
        for (Finding finding : verdict.findings()) {
            String place = finding.path().isEmpty() ? "" : " (" + finding.path() + ")";
            out.println("  " + messages.get("cli.validate.severity." + finding.severity()) + ": " + finding.message()
                    + place);
        }
    }

    /** Names of files may hold anything; on the console they stay on their line. */
    private static String name(String file) {
        return file.replaceAll("\\p{Cntrl}", "?");
    }

    private static ObjectNode object(Piece piece, Verdict verdict) {
        ObjectNode object = Json.object();
        object.put("file", piece.file());
        if (piece.entry() > 0) {
            object.put("entry", piece.entry());
        }
        object.put("profile", verdict.profile());
        object.put("valid", verdict.valid());
        ArrayNode findings = object.putArray("findings");
        for (Finding finding : verdict.findings()) {
            findings.addObject()
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("path", finding.path())
                    .put("message", finding.message())
                    .put("rule", finding.rule())
                    .put("technical", finding.technical());
        }
        return object;
    }
}
