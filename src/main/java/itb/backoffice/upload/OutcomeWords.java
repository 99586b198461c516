package itb.backoffice.upload;

import itb.backoffice.connection.Failure;
import itb.backoffice.platform.Messages;

/** Says how it ended, in a sentence, and what to do next. */
public final class OutcomeWords {
    private final Messages messages;

    /** Sentences from {@code messages}. */
    public OutcomeWords(Messages messages) {
        this.messages = messages;
    }

    /** What happened, for the line called {@code title}. */
    public String sentence(String title, UploadOutcome outcome) {
        return messages.get("upload.outcome." + key(outcome), title);
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
                stopped.failure() == null ? next : reason(stopped.failure()) + " " + next;
            case UploadOutcome.Unknown unknown -> reason(unknown.failure()) + " " + next;
            default -> next;
        };
    }

    /** How many ended how, in one sentence. */
    public String summary(UploadResult result) {
        return messages.get(
                "upload.summary",
                result.count(UploadOutcome.Accepted.class),
                result.lines().size() - result.count(UploadOutcome.Accepted.class));
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
