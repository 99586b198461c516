package itb.backoffice.upload;

import java.util.List;

/** What became of the lines of a plan that were to be sent. */
public record UploadResult(List<LineResult> lines) {
    /** One line and how it ended. */
    public record LineResult(PlanLine line, UploadOutcome outcome) {}

    /** How many lines ended as {@code kind}. */
    public long count(Class<? extends UploadOutcome> kind) {
        return lines.stream().filter(line -> kind.isInstance(line.outcome())).count();
    }

    /** Whether the server took everything. */
    public boolean allAccepted() {
        return count(UploadOutcome.Accepted.class) == lines.size();
    }
}
