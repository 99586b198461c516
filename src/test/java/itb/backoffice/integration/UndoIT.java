package itb.backoffice.integration;

import java.net.URI;

/** Undo against a real HAPI FHIR JPA server. */
class UndoIT extends UndoWay {
    @Override
    URI serve() {
        return HapiServer.shared().base();
    }
}
