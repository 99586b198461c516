package itb.backoffice.upload;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that an upload would do, in the order in which it does it.
 *
 * @param fingerprint tells when the plan is stale: compare with {@link UploadPlanner#fingerprint}
 */
public record UploadPlan(List<PlanLine> lines, String fingerprint) {
    /** The same without {@code reference} ({@code Type/id}); what depends on it does not go either. */
    public UploadPlan leaveOut(String reference) {
        return with(reference, true);
    }

    /** The same with {@code reference} taken in again. */
    public UploadPlan takeIn(String reference) {
        return with(reference, false);
    }

    private UploadPlan with(String reference, boolean leftOut) {
        return new UploadPlan(
                lines.stream()
                        .map(line -> line.reference().equals(reference) ? line.withLeftOut(leftOut) : line)
                        .toList(),
                fingerprint);
    }

    /** What will be sent: not left out, without obstacle, and nothing it depends on is missing. */
    public List<PlanLine> chosen() {
        Set<String> goes = new HashSet<>();
        return lines.stream()
                .filter(line -> !line.leftOut()
                        && line.obstacle() == null
                        && line.after().stream().allMatch(goes::contains)
                        && goes.add(line.reference()))
                .toList();
    }

    /** The first line that {@code line} depends on and that does not go; empty where nothing is missing. */
    public Optional<PlanLine> missingFor(PlanLine line) {
        List<PlanLine> chosen = chosen();
        return lines.stream()
                .filter(other -> line.after().contains(other.reference()) && !chosen.contains(other))
                .findFirst();
    }

    /** The line of a resource. */
    public Optional<PlanLine> line(String reference) {
        return lines.stream().filter(line -> line.reference().equals(reference)).findFirst();
    }
}
