package itb.backoffice.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds a new resource by its {@link CreateKey}; where the server refuses that search, by going through all of its kind. */
final class KeySearch {
    private static final int MOST_PAGES = 500;

    private final FhirServer server;
    private final ServerHabits habits;

    KeySearch(FhirServer server, ServerHabits habits) {
        this.server = server;
        this.habits = habits;
    }

    /**
     * Before {@code draft} is sent. What a search cannot find need not be looked for among thousands then: whatever may
     * have been sent before was settled before.
     */
    Look look(Draft draft) {
        return find(draft, false);
    }

    /** After it was, or may have been, sent. */
    Look lookAgain(Draft draft) {
        return find(draft, true);
    }

    private Look find(Draft draft, boolean thoroughly) {
        CreateKey key = CreateKey.of(draft, habits.rules(draft.type()));
        if (habits.searchable(draft.type(), key.parameter())) {
            Answer<FhirServer.Page> answer = server.search(draft.type(), Map.of(key.parameter(), key.value()));
            switch (answer) {
                case Answer.Ok<FhirServer.Page>(FhirServer.Page page) -> {
                    Look found = among(draft, key, page);
                    if (found != null) {
                        return found;
                    }
                    if (!key.own() || page.resources().isEmpty()) {
                        return new Look.Free(null);
                    }
                    // It found something else: it ignores the tag.
                    habits.refusesSearch(draft.type(), key.parameter());
                }
                case Answer.Failed<FhirServer.Page>(Failure failure) -> {
                    switch (failure.kind()) {
                        case INVALID, NOT_FOUND, UNEXPECTED -> habits.refusesSearch(draft.type(), key.parameter());
                        default -> {
                            return new Look.Blind(failure);
                        }
                    }
                }
            }
        }
        return thoroughly ? amongAll(draft, key) : new Look.Free(null);
    }

    private Look amongAll(Draft draft, CreateKey key) {
        Answer<FhirServer.Page> answer = server.search(draft.type(), Map.of("_count", "200"));
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            switch (answer) {
                case Answer.Failed<FhirServer.Page>(Failure failure) -> {
                    return new Look.Blind(failure);
                }
                case Answer.Ok<FhirServer.Page>(FhirServer.Page page) -> {
                    Look found = among(draft, key, page);
                    if (found != null || page.next() == null) {
                        return found == null ? new Look.Free(null) : found;
                    }
                    answer = server.next(page.next());
                }
            }
        }
        return new Look.Free(null);
    }

    private static @Nullable Look among(Draft draft, CreateKey key, FhirServer.Page page) {
        Look found = null;
        for (ServerResource resource : page.resources()) {
            StoredResource there = Lookout.stored(resource);
            ObjectNode json = Json.object(there.json());
            if (key.isOn(json)) {
                json.put("id", draft.id());
                if (key.own() || Lookout.sameContent(Json.object(draft.json()), json)) {
                    return new Look.Already(there);
                }
                found = new Look.Taken(there);
            }
        }
        return found;
    }
}
