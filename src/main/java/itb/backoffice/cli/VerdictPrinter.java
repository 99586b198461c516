package itb.backoffice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** Writes verdicts for people, grouped by file, or for programs, one JSON object on each line. */
final class VerdictPrinter {
    private final PrintWriter out;
    private final Messages messages;
    private final boolean json;

    VerdictPrinter(PrintWriter out, Messages messages, boolean json) {
        this.out = out;
        this.messages = messages;
        this.json = json;
    }

    void print(Path file, Verdict verdict) {
        if (json) {
            out.println(Json.write(object(file, verdict)));
        } else {
            text(file, verdict);
        }
        out.flush();
    }

    private void text(Path file, Verdict verdict) {
        out.println(file);
        if (verdict.findings().isEmpty()) {
            out.println("  " + messages.get("cli.validate.fine"));
        }
        for (Finding finding : verdict.findings()) {
            String place = finding.path().isEmpty() ? "" : " (" + finding.path() + ")";
            out.println("  " + messages.get("cli.validate.severity." + finding.severity()) + ": " + finding.message()
                    + place);
        }
    }

    private static ObjectNode object(Path file, Verdict verdict) {
        ObjectNode object = Json.object();
        object.put("file", file.toString());
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
