package itb.backoffice.shell.review;

import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Messages;
import itb.backoffice.shell.part.When;

/** The words of one conflict: somebody else changed the same meanwhile, or an undo met what was changed since. */
final class ConflictWords {
    private final Messages texts;
    private final boolean undo;
    private final String upload;

    ConflictWords(Draft draft, Messages texts, When when) {
        this.texts = texts;
        this.undo = draft.takesBack().isPresent();
        this.upload = draft.takesBack().map(when::moment).orElse("");
    }

    /** The text {@code shell.conflict.KEY}; in a sentence {0} is the thing and {1} the time of the upload that is taken back. */
    String get(String key, String title) {
        String own = "shell.conflict." + key + ".undo";
        return texts.get(undo && texts.has(own) ? own : "shell.conflict." + key, title, upload);
    }

    String get(String key) {
        return get(key, "");
    }
}
