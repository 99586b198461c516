package itb.backoffice.shell.review;

import itb.backoffice.platform.Messages;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.Standing;

/** What a plan says of a line that stays here. */
final class PlanWords {
    private PlanWords() {}

    /** Why {@code line} does not go, in a sentence. */
    static String stays(PlanLine line, Standing standing, Messages texts) {
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
