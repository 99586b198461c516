package itb.backoffice.upload;

import itb.backoffice.connection.Failure;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Messages;

/** Says how it ended, in a sentence, and what to do next. */
public final class OutcomeWords {
    private final Messages messages;

    /** Sentences from {@code messages}. */
    public OutcomeWords(Messages messages) {
        this.messages = messages;
    }

    /** What happened to {@code line}. */
    public String sentence(PlanLine line, UploadOutcome outcome) {
        String title = line.summary().title();
        boolean gone = outcome instanceof UploadOutcome.Accepted && line.draft().kind() == Draft.Kind.DELETE;
        return gone ? messages.get("upload.outcome.deleted", title) : sentence(title, outcome);
    }

    /** The same of a line that ended. */
    public String sentence(UploadResult.LineResult line) {
        return sentence(line.line(), line.outcome());
    }

    /** What happened, for the line called {@code title}. */
    public String sentence(String title, UploadOutcome outcome) {
        return messages.get("upload.outcome." + key(outcome), title);
    }

    /** Why nothing more was sent, for all that was not. */
    public String why(UploadOutcome.NotReached stopped) {
        Failure failure = stopped.failure();
        return failure == null ? messages.get("upload.outcome." + key(stopped) + ".why") : reason(failure);
    }

    /** What the user can do now; empty where there is nothing to do. */
    public String next(UploadOutcome outcome) {
        if (outcome instanceof UploadOutcome.Accepted accepted
                && accepted.differs().isEmpty()) {
            return "";
        }
        String next = messages.get("upload.outcome." + key(outcome) + ".next");
        return switch (outcome) {
            case UploadOutcome.NotReached stopped ->
                stopped.failure() == null ? next : wayOut(stopped.failure()) + " " + next;
            case UploadOutcome.Rejected rejected -> refused(rejected, next);
            case UploadOutcome.Unknown unknown -> reason(unknown.failure()) + " " + next;
            default -> next;
        };
    }

    private String refused(UploadOutcome.Rejected rejected, String correctIt) {
        return switch (rejected.failure().kind()) {
            // Nothing in the draft would mend these.
            case FORBIDDEN, SERVER_ERROR, UNEXPECTED ->
                wayOut(rejected.failure()) + " " + messages.get("upload.outcome.notReached.next");
            default ->
                rejected.issues().stream().noneMatch(ServerIssue::said)
                        ? messages.get("upload.outcome.rejected.silent")
                        : correctIt;
        };
    }

    private String wayOut(Failure failure) {
        return reason(failure) + " " + messages.get("connection.failure." + failure.kind() + ".next");
    }

    /** How many ended how, in one sentence. */
    public String summary(UploadResult result) {
        return messages.get(
                "upload.summary",
                result.count(UploadOutcome.Accepted.class),
                result.lines().size() - result.count(UploadOutcome.Accepted.class));
    }

    /** What the user can do now about all that was not sent, apart from the reason why. */
    public String way(UploadOutcome.NotReached stopped) {
        Failure failure = stopped.failure();
        String next = messages.get("upload.outcome." + key(stopped) + ".next");
        return failure == null ? next : messages.get("connection.failure." + failure.kind() + ".next") + " " + next;
    }

    private String reason(Failure failure) {
        return messages.get("connection.failure." + failure.kind());
    }

    private static String key(UploadOutcome outcome) {
        return switch (outcome) {
            case UploadOutcome.Accepted accepted -> accepted.differs().isEmpty() ? "accepted" : "differs";
            case UploadOutcome.Rejected rejected -> "rejected";
            case UploadOutcome.Conflict conflict -> conflict.theirs() == null ? "deletedThere" : "conflict";
            case UploadOutcome.NeedsReview review -> review.merged() ? "merged" : "edited";
            case UploadOutcome.Duplicate duplicate -> "duplicate";
            case UploadOutcome.LostRace lost ->
                lost.deleted() ? "broughtBack" : lost.draft() == null ? "lostRaceUnseen" : "lostRace";
            case UploadOutcome.NotReached stopped ->
                switch (stopped.reason()) {
                    case SERVER -> "notReached";
                    case DEPENDS -> "depends";
                    case CANCELLED -> "cancelled";
                };
            case UploadOutcome.Unknown unknown -> "unknown";
        };
    }
}
