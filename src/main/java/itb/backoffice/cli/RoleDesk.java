package itb.backoffice.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.draft.Changes;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.form.Elements;
import itb.backoffice.form.type.RoleForm;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.OutcomeWords;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.upload.UploadResult;
import java.util.List;

/** Edits one role's presentation, plans and sends, and tells on the console what that meant. */
final class RoleDesk {
    /** The presentation text. */
    static final String TEXT = "extension[" + RoleForm.DESCRIPTION_URL + "].valueString";

    private final Office office;
    private final Capabilities capabilities;
    private final TourPrinter out;
    private final Messages texts;
    private final OutcomeWords words;

    RoleDesk(Office office, Capabilities capabilities, TourPrinter out, Messages texts) {
        this.office = office;
        this.capabilities = capabilities;
        this.out = out;
        this.texts = texts;
        this.words = new OutcomeWords(texts);
    }

    /** {@code role} with one more sentence in its presentation. */
    ObjectNode longer(StoredResource role, String sentence) {
        ObjectNode json = Json.object(role.json());
        Elements.set(json, TEXT, TextNode.valueOf(text(json) + " " + texts.get(sentence)));
        return json;
    }

    static String text(ObjectNode role) {
        return Elements.text(role, TEXT);
    }

    /** Makes a draft whose presentation has one more sentence. */
    Draft present(StoredResource role, String sentence) {
        String json = Json.write(longer(role, sentence));
        return saved(office.drafts().edit(EditStep.change(role, json, "description")));
    }

    /** Puts an edit on top of a draft. */
    Draft keep(Draft draft, ObjectNode json, String field) {
        return saved(office.drafts().edit(EditStep.change(draft, Json.write(json), field)));
    }

    /** The draft that an edit left; on its own role nothing else can come out. */
    static Draft saved(EditResult result) {
        if (result instanceof EditResult.Saved saved) {
            return saved.draft();
        }
        throw new IllegalStateException("The edit left no draft: " + result);
    }

    UploadPlan plan(Draft draft) {
        return office.plan(List.of(draft.reference()), capabilities);
    }

    /** Every change of a plan, old and new. */
    void show(UploadPlan plan) {
        for (PlanLine line : plan.lines()) {
            out.row(line.action(), line.summary().title());
            for (FieldChange change : line.changes()) {
                out.row(change.label(), change.before().plain());
                out.row("", "→ " + change.after().plain());
            }
        }
    }

    /** Sends a plan of one line and says how it ended. */
    UploadOutcome send(UploadPlan plan) {
        UploadResult result = office.upload(plan, capabilities);
        for (UploadResult.LineResult line : result.lines()) {
            out.row(texts.get("cli.tour.result"), words.sentence(line) + " " + words.next(line.outcome()));
        }
        return result.lines().getFirst().outcome();
    }

    /** Whether two versions say the same but for the presentation and what a server itself writes. */
    static boolean onlyTextDiffers(StoredResource before, StoredResource after) {
        ObjectNode expected = Json.object(before.json());
        Elements.set(expected, TEXT, TextNode.valueOf(text(Json.object(after.json()))));
        return Changes.apartFromMeta(expected, Json.object(after.json())).isEmpty();
    }
}
