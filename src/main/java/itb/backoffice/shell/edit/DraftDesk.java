package itb.backoffice.shell.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.draft.Draft;
import itb.backoffice.draft.DraftStore;
import itb.backoffice.draft.EditResult;
import itb.backoffice.draft.EditStep;
import itb.backoffice.form.Form;
import itb.backoffice.form.FormModel;
import itb.backoffice.form.type.Beginnings;
import itb.backoffice.form.type.Kin;
import itb.backoffice.form.type.ProfiledForms;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.chain.ChainModel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where resources are opened and edited: every edit goes to disk at once, in order, and comes back as the draft. */
public final class DraftDesk {
    private record Opened(
            @Nullable StoredResource base,
            @Nullable Draft draft,
            boolean canUndo,
            boolean canRedo,
            @Nullable Form form) {
        @Nullable
        String json() {
            return json(base, draft);
        }

        static @Nullable String json(@Nullable StoredResource base, @Nullable Draft draft) {
            return draft != null ? draft.json() : base != null ? base.json() : null;
        }
    }

    private record Walked(EditResult result, boolean canUndo, boolean canRedo) {}

    private final CatalogueStore catalogue;
    private final DraftStore drafts;
    private final ChainModel chain;
    private final Background background;
    private final DraftCheck check;
    private final ProfiledForms forms;

    /** Edits resources of {@code catalogue} as drafts in {@code drafts}; {@code check} looks over what was edited. */
    public DraftDesk(
            CatalogueStore catalogue, DraftStore drafts, ChainModel chain, Background background, DraftCheck check) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.chain = chain;
        this.background = background;
        this.check = check;
        this.forms = new ProfiledForms(check.validator());
    }

    /** Opens a resource, as its draft has it or else as the server sent it; gives nothing where there is neither. */
    public void open(String type, String id, Consumer<Optional<OpenResource>> then) {
        background.inOrder(drafts, () -> read(type, id), opened -> then.accept(show(type, id, opened)));
    }

    /**
     * Reads {@code open} anew, after something else than its form may have changed it. Where it is still what the form
     * shows, or the user has typed on meanwhile, the form stays, with its keyboard and caret; otherwise {@code then} is
     * given what is to be shown instead, or nothing where it is gone.
     */
    public void reread(OpenResource open, Consumer<Optional<OpenResource>> then) {
        background.inOrder(drafts, () -> read(open.type(), open.id()), now -> {
            if (open.isSaving()) {
                return;
            }
            if (sameBase(now.base(), open.base())
                    && now.json() != null
                    && Json.object(now.json()).equals(open.form().resource())) {
                open.draftProperty().set(now.draft());
                open.canUndoProperty().set(now.canUndo());
                open.canRedoProperty().set(now.canRedo());
            } else {
                then.accept(show(open.type(), open.id(), now));
            }
        });
    }

    private static boolean sameBase(@Nullable StoredResource one, @Nullable StoredResource other) {
        return one == null || other == null
                ? one == other
                : Objects.equals(one.version(), other.version()) && one.json().equals(other.json());
    }

    private Opened read(String type, String id) {
        Draft draft = drafts.get(type, id).orElse(null);
        StoredResource stored = catalogue.get(type, id).orElse(null);
        StoredResource base = draft != null && draft.baseJson() != null
                ? new StoredResource(type, id, draft.baseVersion(), null, draft.baseJson())
                : stored;
        String json = Opened.json(base, draft);
        Form form = json == null ? null : forms.of(type, Json.object(json)).orElse(null);
        return new Opened(base, draft, drafts.canUndo(type, id), drafts.canRedo(type, id), form);
    }

    private Optional<OpenResource> show(String type, String id, Opened opened) {
        String json = opened.json();
        ObjectNode mine = json == null ? null : Json.object(json);
        Form form = opened.form();
        if (form == null || mine == null) {
            return Optional.empty();
        }
        ObjectNode base =
                opened.base() == null ? null : Json.object(opened.base().json());
        OpenResource[] self = new OpenResource[1];
        FormModel model = new FormModel(form, base, mine, edit -> save(self[0], edit));
        OpenResource open = new OpenResource(type, id, opened.base(), model);
        self[0] = open;
        open.draftProperty().set(opened.draft());
        open.canUndoProperty().set(opened.canUndo());
        open.canRedoProperty().set(opened.canRedo());
        check.now(open);
        return Optional.of(open);
    }

    private void save(OpenResource open, FormModel.Edit edit) {
        EditStep step = step(open, edit.json(), edit.field().key());
        walk(open, () -> drafts.edit(step), false);
        check.soon(open);
    }

    private static EditStep step(OpenResource open, String json, String field) {
        StoredResource base = open.base();
        return base == null
                ? new EditStep(open.type(), open.id(), Draft.Kind.CREATE, null, json, field)
                : EditStep.change(base, json, field);
    }

    /** Gives a resource as its draft has it or else as the server sent it; gives nothing where there is neither. */
    public void read(String type, String id, Consumer<ObjectNode> then) {
        background.inOrder(drafts, () -> read(type, id), opened -> {
            String json = opened.json();
            if (json != null) {
                then.accept(Json.object(json));
            }
        });
    }

    /** What the open resource is called, as it stands. */
    Summary summary(OpenResource open) {
        return chain.named(Summaries.of(open.type(), open.id(), open.form().resource()));
    }

    /** Takes back the last step of a draft that no form shows. */
    public void undo(String type, String id, Runnable then) {
        background.inOrder(drafts, () -> drafts.undo(type, id), undone -> then.run());
    }

    /** Takes the last step back. */
    public void undo(OpenResource open) {
        walk(open, () -> drafts.undo(open.type(), open.id()), true);
    }

    /** Does again what was taken back. */
    public void redo(OpenResource open) {
        walk(open, () -> drafts.redo(open.type(), open.id()), true);
    }

    private void walk(OpenResource open, java.util.function.Supplier<EditResult> work, boolean showResult) {
        open.savingBegins();
        background.inOrder(
                drafts,
                () -> {
                    EditResult result = work.get();
                    return new Walked(
                            result, drafts.canUndo(open.type(), open.id()), drafts.canRedo(open.type(), open.id()));
                },
                walked -> {
                    open.savingEnded();
                    open.unsavedProperty().set(false);
                    open.canUndoProperty().set(walked.canUndo());
                    open.canRedoProperty().set(walked.canRedo());
                    settle(open, walked.result(), showResult);
                },
                failed -> {
                    open.savingEnded();
                    open.unsavedProperty().set(true);
                });
    }

    /** Puts what the form shows on disk once more, after the disk did not take it. */
    public void saveAgain(OpenResource open) {
        EditStep step = step(open, Json.write(open.form().resource()), "");
        walk(open, () -> drafts.edit(step), false);
    }

    private void settle(OpenResource open, EditResult result, boolean showResult) {
        switch (result) {
            case EditResult.Saved saved -> {
                settled(open, saved.draft());
                if (showResult) {
                    open.form().replace(Json.object(saved.draft().json()));
                    check.now(open);
                }
            }
            case EditResult.NoDraft none -> {
                settled(open, null);
                ObjectNode base = open.form().base();
                if (showResult && base != null) {
                    open.form().replace(base);
                    check.now(open);
                }
            }
            case EditResult.Sending sending -> {
                open.draftProperty().set(sending.draft());
                open.form().replace(Json.object(sending.draft().json()));
            }
            case EditResult.Nothing nothing -> {}
        }
    }

    private void settled(OpenResource open, @Nullable Draft draft) {
        open.draftProperty().set(draft);
        chain.draftChanged(open.type(), open.id(), draft);
    }

    /**
     * Begins a new resource beside others of its kind.
     *
     * @param others some that the server has, {@code Type/id}
     * @param make makes it, with its id; called off the FX thread
     */
    public void create(String type, List<String> others, Function<Beginnings, ObjectNode> make, Consumer<String> then) {
        background.inOrder(
                drafts,
                () -> {
                    List<ObjectNode> kin = others.stream()
                            .map(other -> catalogue.get(type, other.substring(other.indexOf('/') + 1)))
                            .flatMap(Optional::stream)
                            .map(stored -> Json.object(stored.json()))
                            .toList();
                    return make.apply(new Beginnings(forms, new Kin(kin)));
                },
                json -> create(type, json, then));
    }

    /** Begins a new resource from {@code json}, which carries its id; gives its id. */
    public void create(String type, ObjectNode json, Consumer<String> then) {
        String id = json.path("id").asText();
        String text = Json.write(json);
        background.inOrder(drafts, () -> drafts.edit(EditStep.create(type, id, text)), result -> {
            if (result instanceof EditResult.Saved saved) {
                chain.draftChanged(type, id, saved.draft());
            }
            then.accept(id);
        });
    }
}
