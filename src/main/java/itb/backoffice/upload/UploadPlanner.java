package itb.backoffice.upload;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Capabilities.Action;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.draft.Reviewed;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.PlanLine.Obstacle;
import itb.backoffice.validation.Finding;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes upload plans. Reading and wording large drafts takes time: call it off the FX thread. */
public final class UploadPlanner {
    /**
     * What decides whether a line may go.
     *
     * @param capabilities what the server declares
     * @param blockOnOldErrors whether errors from before also block
     */
    public record Rules(Capabilities capabilities, boolean blockOnOldErrors) {}

    private final Messages messages;
    private final ChangeWords words;

    /** Words from {@code messages}, changes as {@code words} tells them. */
    public UploadPlanner(Messages messages, ChangeWords words) {
        this.messages = messages;
        this.words = words;
    }

    /**
     * A plan for {@code drafts}.
     *
     * @param findings what validation said, by {@code Type/id}
     * @param catalogueVersion anything that changes whenever the local copy does
     */
    public UploadPlan plan(
            List<Draft> drafts, Map<String, List<Finding>> findings, Rules rules, String catalogueVersion) {
        Map<String, Set<String>> after = dependencies(drafts);
        List<Draft> order = PlanOrder.of(drafts, after);
        PlanOrder.breakCircles(order, after);
        List<PlanLine> lines = order.stream()
                .map(draft -> line(
                        draft,
                        findings.getOrDefault(draft.reference(), List.of()),
                        after.getOrDefault(draft.reference(), Set.of()),
                        rules))
                .toList();
        return new UploadPlan(lines, fingerprint(drafts, catalogueVersion));
    }

    /** Changes whenever a plan made from the same arguments would be stale. */
    public static String fingerprint(Collection<Draft> drafts, String catalogueVersion) {
        Set<String> parts = new TreeSet<>();
        for (Draft draft : drafts) {
            parts.add(draft.reference() + "@" + draft.changed().toEpochMilli() + draft.state()
                    + draft.json().hashCode());
        }
        return catalogueVersion + parts;
    }

    private PlanLine line(Draft draft, List<Finding> findings, Set<String> after, Rules rules) {
        String type = messages.has("upload.type." + draft.type())
                ? messages.get("upload.type." + draft.type())
                : messages.get("upload.type.other");
        return new PlanLine(
                Reviewed.of(draft),
                Summaries.of(draft.type(), draft.id(), Json.object(draft.json())),
                messages.get("upload.kind." + draft.kind(), type),
                words.of(draft),
                findings,
                after,
                obstacle(draft, findings, rules),
                false);
    }

    private @Nullable Obstacle obstacle(Draft draft, List<Finding> findings, Rules rules) {
        if (draft.state() == DraftState.SENDING) {
            return new Obstacle(Obstacle.Kind.SENDING, messages.get("upload.obstacle.sending"));
        }
        if (draft.state() == DraftState.CONFLICT) {
            return new Obstacle(Obstacle.Kind.CONFLICT, messages.get("upload.obstacle.conflict"));
        }
        Action action = switch (draft.kind()) {
            case CREATE -> Action.CREATE;
            case UPDATE -> Action.UPDATE;
            case DELETE -> Action.DELETE;
        };
        var type = rules.capabilities().types().get(draft.type());
        boolean byUpdate = draft.kind() == Draft.Kind.CREATE && type != null && type.updateCreate();
        if (!rules.capabilities().allows(draft.type(), action)
                && !(byUpdate && rules.capabilities().allows(draft.type(), Action.UPDATE))) {
            return new Obstacle(Obstacle.Kind.NOT_ALLOWED, messages.get("upload.obstacle.notAllowed." + draft.kind()));
        }
        long errors = draft.kind() == Draft.Kind.DELETE
                ? 0
                : findings.stream()
                        .filter(finding -> finding.severity().isError())
                        .filter(finding -> finding.origin() == Finding.Origin.NEW || rules.blockOnOldErrors())
                        .count();
        return errors == 0 ? null : new Obstacle(Obstacle.Kind.ERRORS, messages.get("upload.obstacle.errors", errors));
    }

    /** What must be on the server before what: new things before those that refer to them, deletes after. */
    private static Map<String, Set<String>> dependencies(List<Draft> drafts) {
        Map<String, Draft> byReference = new HashMap<>();
        drafts.forEach(draft -> byReference.put(draft.reference(), draft));
        Map<String, Set<String>> after = new HashMap<>();
        for (Draft draft : drafts) {
            if (draft.kind() != Draft.Kind.DELETE) {
                for (String target : references(draft.json())) {
                    Draft other = byReference.get(target);
                    if (other != null && other != draft && other.kind() == Draft.Kind.CREATE) {
                        after.computeIfAbsent(draft.reference(), key -> new LinkedHashSet<>())
                                .add(target);
                    }
                }
            }
            if (draft.baseJson() != null) {
                for (String target : references(Objects.requireNonNull(draft.baseJson()))) {
                    Draft other = byReference.get(target);
                    if (other != null && other != draft && other.kind() == Draft.Kind.DELETE) {
                        after.computeIfAbsent(target, key -> new LinkedHashSet<>())
                                .add(draft.reference());
                    }
                }
            }
        }
        return after;
    }

    private static Set<String> references(String json) {
        Set<String> found = new HashSet<>();
        collect(Json.object(json), found);
        return found;
    }

    private static void collect(JsonNode node, Set<String> found) {
        if (node.isObject() && node.path("reference").isTextual()) {
            found.add(node.path("reference").asText());
        }
        node.forEach(child -> collect(child, found));
    }
}
