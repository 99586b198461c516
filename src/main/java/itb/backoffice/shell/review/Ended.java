package itb.backoffice.shell.review;

import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How an upload ended, in the order in which one looks at it: first what needs somebody, last what stayed here anyway. */
final class Ended {
    /** What has the same next step. */
    enum Group {
        /** Somebody has to decide, correct or look. */
        NEEDS_YOU,
        /** The server could not be reached, or the user stopped. */
        NOT_SENT,
        ON_SERVER,
        /** It was left out, or could not go from the start. */
        STAYED
    }

    private final UploadPlan plan;
    private final Map<String, UploadOutcome> outcomes = new LinkedHashMap<>();

    Ended(UploadPlan plan, UploadResult result) {
        this.plan = plan;
        result.lines().forEach(line -> outcomes.put(line.line().reference(), line.outcome()));
    }

    /** How {@code line} ended; null where it never was to go. */
    @Nullable
    UploadOutcome of(PlanLine line) {
        return outcomes.get(line.reference());
    }

    /** Where {@code line} belongs. */
    Group group(PlanLine line) {
        return switch (of(line)) {
            case null -> Group.STAYED;
            case UploadOutcome.NotReached notReached -> Group.NOT_SENT;
            case UploadOutcome.Accepted accepted when accepted.differs().isEmpty() -> Group.ON_SERVER;
            default -> Group.NEEDS_YOU;
        };
    }

    /** All lines of the plan, group by group. */
    List<PlanLine> lines() {
        return plan.lines().stream().sorted(Comparator.comparing(this::group)).toList();
    }

    /** How many are in {@code group}. */
    int count(Group group) {
        return (int) plan.lines().stream().filter(line -> group(line) == group).count();
    }

    /** Why what was not sent was not sent, where all of it has one reason. */
    Optional<UploadOutcome.NotReached> stopped() {
        return notSent()
                .filter(end -> end.reason() != UploadOutcome.Reason.DEPENDS)
                .findFirst();
    }

    private Stream<UploadOutcome.NotReached> notSent() {
        return outcomes.values().stream()
                .filter(UploadOutcome.NotReached.class::isInstance)
                .map(UploadOutcome.NotReached.class::cast);
    }

    /** {@code Type/id} of what was to go and is a draft still, or again. */
    List<String> left() {
        return outcomes.entrySet().stream()
                .filter(end -> !(end.getValue() instanceof UploadOutcome.Accepted))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the end of something is not known. */
    boolean unknown() {
        return outcomes.values().stream().anyMatch(UploadOutcome.Unknown.class::isInstance);
    }

    /** What became of {@code reference} was found out; false where that was known, or nobody asked. */
    boolean found(String reference, UploadOutcome outcome) {
        boolean news =
                outcomes.get(reference) instanceof UploadOutcome.Unknown && !(outcome instanceof UploadOutcome.Unknown);
        if (news) {
            outcomes.put(reference, outcome);
        }
        return news;
    }

    /** The same as a result. */
    UploadResult result() {
        List<UploadResult.LineResult> ends = new ArrayList<>();
        for (PlanLine line : plan.lines()) {
            UploadOutcome end = of(line);
            if (end != null) {
                ends.add(new UploadResult.LineResult(line, end));
            }
        }
        return new UploadResult(ends);
    }
}
