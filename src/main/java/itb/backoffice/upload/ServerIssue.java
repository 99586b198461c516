package itb.backoffice.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.connection.Failure;
import itb.backoffice.draft.Elements;
import itb.backoffice.form.Form;
import itb.backoffice.form.type.Forms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a server says about what was sent.
 *
 * @param path the element in the notation of {@code draft.Change#path}, for {@code Form#fieldAt}; null where the server names
 *     none
 * @param text the server's words
 * @param field the message key of the field's label, where a field covers the element
 */
public record ServerIssue(
        String severity,
        @Nullable String path,
        String text,
        @Nullable String field) {
    /** Whether the server says anything of it, or only names the element. */
    public boolean said() {
        return !text.isBlank();
    }

    /** The issues of a refusal, one for each element that they name; without those that neither say nor name anything. */
    static List<ServerIssue> of(Failure failure, ObjectNode sent) {
        Optional<Form> form = Forms.of(sent.path("resourceType").asText(""), sent);
        return failure.issues().stream()
                .flatMap(issue -> issue.expressions().isEmpty()
                        ? Stream.of(new ServerIssue(issue.severity(), null, issue.text(), null))
                        : issue.expressions().stream()
                                .map(expression -> of(issue, Elements.pathOf(expression, sent), form)))
                .filter(issue -> issue.said() || issue.field() != null)
                .toList();
    }

    private static ServerIssue of(Failure.OutcomeIssue issue, @Nullable String path, Optional<Form> form) {
        String field = path == null
                ? null
                : form.flatMap(known -> known.fieldAt(path).map(known::labelKey))
                        .orElse(null);
        return new ServerIssue(issue.severity(), path, issue.text(), field);
    }
}
