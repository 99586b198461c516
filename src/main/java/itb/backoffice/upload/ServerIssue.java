package itb.backoffice.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.connection.Failure;
import itb.backoffice.draft.Elements;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a server says about what was sent.
 *
 * @param path the element in the notation of {@code draft.Change#path}, for {@code Form#fieldAt}; null where the server names
 *     none
 * @param text the server's words
 */
public record ServerIssue(String severity, @Nullable String path, String text) {
    /** The issues of a refusal, one for each element that they name. */
    static List<ServerIssue> of(Failure failure, ObjectNode sent) {
        return failure.issues().stream()
                .flatMap(issue -> issue.expressions().isEmpty()
                        ? Stream.of(new ServerIssue(issue.severity(), null, issue.text()))
                        : issue.expressions().stream()
                                .map(path ->
                                        new ServerIssue(issue.severity(), Elements.pathOf(path, sent), issue.text())))
                .toList();
    }
}
