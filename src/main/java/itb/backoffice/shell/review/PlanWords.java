package itb.backoffice.shell.review;

import itb.backoffice.platform.Messages;
import itb.backoffice.upload.OutcomeWords;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.ServerIssue;
import itb.backoffice.upload.Standing;
import itb.backoffice.upload.UploadOutcome;
import java.util.ArrayList;
import java.util.List;

/** What a plan on paper says of a line besides its changes. */
final class PlanWords {
    private final PlanSheet sheet;
    private final Standing standing;
    private final Messages texts;

    PlanWords(PlanSheet sheet, Messages texts) {
        this.sheet = sheet;
        this.standing = sheet.plan().standing();
        this.texts = texts;
    }

    /** How {@code line} ended, or that it stays here and why, and whether it was merged; each in a sentence. */
    List<String> notes(PlanLine line) {
        List<String> notes = new ArrayList<>();
        Ended ended = sheet.ended();
        UploadOutcome end = ended == null ? null : ended.of(line);
        if (end != null) {
            OutcomeWords words = new OutcomeWords(texts);
            notes.add(words.sentence(line, end));
            if (end instanceof UploadOutcome.Rejected rejected) {
                rejected.issues().stream()
                        .filter(ServerIssue::said)
                        .forEach(issue -> notes.add(texts.get("shell.review.serverSays", issue.text())));
            }
        } else if (!standing.goes(line)) {
            notes.add(stays(line));
        }
        if (line.draft().merged()) {
            notes.add(texts.get("shell.review.merged"));
        }
        return notes;
    }

    private String stays(PlanLine line) {
        PlanLine.Obstacle obstacle = line.obstacle();
        if (obstacle != null) {
            return texts.get("shell.review.blocked") + ": " + obstacle.words();
        }
        return line.leftOut()
                ? texts.get("shell.review.leftOut")
                : standing.missingFor(line)
                        .map(missing -> texts.get(
                                "shell.review.missing", missing.summary().title()))
                        .orElseGet(() -> texts.get("shell.review.leftOut"));
    }
}
