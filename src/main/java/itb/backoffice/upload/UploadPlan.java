package itb.backoffice.upload;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that an upload would do, in the order in which it does it.
 *
 * @param fingerprint what the drafts and the local copy were when it was made: another one means that it is stale
 */
public record UploadPlan(List<PlanLine> lines, String fingerprint) {
    /** The same without {@code reference} ({@code Type/id}); what depends on it does not go either. */
    public UploadPlan leaveOut(String reference) {
        return with(Set.of(reference), true);
    }

    /** The same without all of {@code references}. */
    public UploadPlan leaveOut(Collection<String> references) {
        return references.isEmpty() ? this : with(Set.copyOf(references), true);
    }

    /** The same with {@code reference} taken in again. */
    public UploadPlan takeIn(String reference) {
        return with(Set.of(reference), false);
    }

    /** The same with all of {@code references} taken in again. */
    public UploadPlan takeIn(Collection<String> references) {
        return references.isEmpty() ? this : with(Set.copyOf(references), false);
    }

    private UploadPlan with(Set<String> references, boolean leftOut) {
        return new UploadPlan(
                lines.stream()
                        .map(line -> references.contains(line.reference()) ? line.withLeftOut(leftOut) : line)
                        .toList(),
                fingerprint);
    }

    /** Which lines go, and why the others do not. */
    public Standing standing() {
        return new Standing(lines);
    }

    /** What will be sent: not left out, without obstacle, and nothing it depends on is missing. */
    public List<PlanLine> chosen() {
        Standing now = standing();
        return lines.stream().filter(now::goes).toList();
    }

    /** The first line that {@code line} depends on and that does not go; empty where nothing is missing. */
    public Optional<PlanLine> missingFor(PlanLine line) {
        return standing().missingFor(line);
    }

    /** The line of a resource. */
    public Optional<PlanLine> line(String reference) {
        return lines.stream().filter(line -> line.reference().equals(reference)).findFirst();
    }
}
