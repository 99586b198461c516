package itb.backoffice.shell;

import itb.backoffice.draft.Draft;
import itb.backoffice.shell.edit.EditorPane;
import java.util.List;

/** What the pane with a form asks of the open chain; {@code toTable} leads back to the table beside it. */
record FormActions(ChainActions chain, Runnable toTable) implements EditorPane.Actions {
    @Override
    public void review(Draft draft) {
        chain.review(List.of(draft.reference()));
    }

    @Override
    public void discard(Draft draft) {
        chain.discard(draft);
    }

    @Override
    public void resolve(Draft draft) {
        chain.resolve(draft.reference());
    }

    @Override
    public void versions(String reference) {
        chain.versions(reference);
    }

    @Override
    public void back() {
        toTable.run();
    }
}
