package itb.backoffice.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.connection.Capabilities.Action;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftState;
import itb.backoffice.draft.Reviewed;
import itb.backoffice.form.type.Forms;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.PlanLine.Obstacle;
import itb.backoffice.upload.PlanLine.Place;
import itb.backoffice.validation.FieldPath;
import itb.backoffice.validation.Finding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** A plan of {@code parts}, put in order; {@code fingerprint} is anything that changes when it becomes stale. */
    public UploadPlan plan(List<PlanPart> parts, String fingerprint) {
        return new UploadPlan(PlanOrder.of(parts), fingerprint);
    }

    /** What a plan tells of one draft. Several threads may ask at once. */
    public PlanPart part(Draft draft, List<Finding> findings, Rules rules) {
        ObjectNode mine = Json.object(draft.json());
        ObjectNode base = draft.baseJson() == null ? null : Json.object(draft.baseJson());
        Summary summary = words.named(Summaries.of(draft.type(), draft.id(), mine), draft.kind() == Draft.Kind.CREATE);
        List<FieldChange> changes = words.of(draft.kind(), draft.type(), base, mine);
        PlanLine line = new PlanLine(
                Reviewed.of(draft),
                summary,
                action(draft, words.place(summary)),
                hides(draft, summary, changes, base),
                changes,
                findings,
                places(draft.type(), mine, findings),
                Set.of(),
                obstacle(draft, findings, rules),
                false);
        return new PlanPart(
                line,
                draft.kind() == Draft.Kind.DELETE ? Set.of() : references(mine),
                base == null ? Set.of() : references(base));
    }

    private String action(Draft draft, String place) {
        String own = "upload.kind." + draft.kind() + "." + draft.type();
        String type = "upload.type." + draft.type();
        String action = messages.has(own)
                ? messages.get(own)
                : messages.get(
                        "upload.kind." + draft.kind(), messages.get(messages.has(type) ? type : "upload.type.other"));
        return place.isEmpty() ? action : action + " · " + place;
    }

    private static boolean hides(Draft draft, Summary summary, List<FieldChange> changes, @Nullable ObjectNode base) {
        if (draft.kind() == Draft.Kind.DELETE) {
            return true;
        }
        if (base == null || draft.kind() != Draft.Kind.UPDATE || summary.active()) {
            return false;
        }
        return changes.stream().anyMatch(change -> change.path().matches("active|status"))
                && Summaries.of(draft.type(), draft.id(), base).active();
    }

    private Map<Finding, Place> places(String type, ObjectNode mine, List<Finding> findings) {
        if (findings.isEmpty()) {
            return Map.of();
        }
        Map<Finding, Place> places = new HashMap<>();
        Forms.of(type, mine)
                .ifPresent(form -> findings.forEach(finding -> form.fieldAt(FieldPath.of(finding, mine))
                        .ifPresent(field ->
                                places.put(finding, new Place(field.lead(), messages.get(form.labelKey(field)))))));
        return Map.copyOf(places);
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

    private static Set<String> references(ObjectNode resource) {
        Set<String> found = new HashSet<>();
        collect(resource, found);
        return found;
    }

    private static void collect(JsonNode node, Set<String> found) {
        if (node.isObject() && node.path("reference").isTextual()) {
            found.add(node.path("reference").asText());
        }
        node.forEach(child -> collect(child, found));
    }
}
