package itb.backoffice.integration;

import java.net.URI;

/** Many drafts, new things and deletes against a real HAPI FHIR JPA server. */
class UploadIT extends UploadWay {
    @Override
    URI serve() {
        return HapiServer.shared().base();
    }
}
