package itb.backoffice.faults;

import itb.backoffice.integration.HapiServer;
import java.net.URI;

/** Kills the program at work with a real HAPI FHIR JPA server. */
class KillIT extends KillWay {
    @Override
    URI serve() {
        return HapiServer.shared().base();
    }

    @Override
    int longestLifeMillis() {
        return 6_000;
    }
}
