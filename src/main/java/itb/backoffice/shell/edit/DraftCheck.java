package itb.backoffice.shell.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Background;
import itb.backoffice.platform.Json;
import itb.backoffice.shell.chain.ChainModel;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Validator;
import itb.backoffice.validation.chain.ChainThings;
import itb.backoffice.validation.chain.KnownChain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Looks over drafts while they are typed, off the FX thread; only the newest verdict of each counts. */
public final class DraftCheck {
    /** Findings do not come while a word is half typed. */
    private static final Duration AFTER_TYPING = Duration.millis(600);

    private final Validator validator;
    private final KnownChain known;
    private final ChainModel chain;
    private final Background background;
    private final PauseTransition pause = new PauseTransition(AFTER_TYPING);

    /** Checks with {@code validator} and tells {@code chain}; {@code known} learns what other drafts will meet. */
    public DraftCheck(Validator validator, KnownChain known, ChainModel chain, Background background) {
        this.validator = validator;
        this.known = known;
        this.chain = chain;
        this.background = background;
    }

    /** What the profiles in use say, for the forms. */
    Validator validator() {
        return validator;
    }

    /** Checks an open resource when the user has stopped typing. */
    void soon(OpenResource open) {
        pause.setOnFinished(event -> now(open));
        pause.playFromStart();
    }

    /** Checks an open resource. */
    void now(OpenResource open) {
        var resource = open.form().resource();
        String base = open.base() == null ? null : open.base().json();
        background.latest("check " + open.reference(), () -> validate(resource, base), found -> {
            if (open.form().resource() == resource) {
                open.show(found);
                found(open.reference(), found);
            }
        });
    }

    /** Checks drafts that no form shows, one after the other; each verdict counts where nobody has edited on meanwhile. */
    void drafts(List<Draft> some) {
        List<Draft> kept =
                some.stream().filter(draft -> draft.kind() != Draft.Kind.DELETE).toList();
        background.inOrder(
                this,
                () -> {
                    // First all of them: what two of them do together is found at both.
                    kept.forEach(draft -> known.show(ChainThings.of(Json.object(draft.json()))));
                    return kept.stream()
                            .map(draft -> validator.validate(draft.json(), draft.baseJson()))
                            .toList();
                },
                found -> {
                    Map<String, List<Finding>> current = new LinkedHashMap<>();
                    for (int i = 0; i < kept.size(); i++) {
                        Draft now = chain.drafts().get(kept.get(i).reference());
                        if (now != null && now.json().equals(kept.get(i).json())) {
                            current.put(now.reference(), found.get(i));
                        }
                    }
                    chain.found(current);
                });
    }

    private List<Finding> validate(ObjectNode resource, @Nullable String base) {
        known.show(ChainThings.of(resource));
        return validator.validate(Json.write(resource), base);
    }

    private void found(String reference, List<Finding> found) {
        chain.found(reference, found);
    }
}
