import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.HashMapResourceProvider;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;

/**
 * HAPI's plain server with everything in memory, for the integration tests: it ignores {@code If-Match}, takes no
 * transactions and drops what it does not know. Argument: the port, 0 for a free one. Prints {@code ready URL} when it
 * serves, and ends when its standard input does.
 */
public final class PlainServer {
    private PlainServer() {}

    public static void main(String[] args) throws Exception {
        FhirContext context = FhirContext.forR4();
        RestfulServer fhir = new RestfulServer(context);
        List<Class<? extends IBaseResource>> types = List.of(
                PractitionerRole.class,
                HealthcareService.class,
                ActivityDefinition.class,
                Location.class,
                Organization.class,
                Practitioner.class);
        types.forEach(type -> fhir.registerProvider(new HashMapResourceProvider<>(context, type)));

        Server jetty = new Server();
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(args[0]));
        jetty.addConnector(connector);
        ServletContextHandler handler = new ServletContextHandler("/");
        handler.addServlet(new ServletHolder(fhir), "/fhir/*");
        jetty.setHandler(handler);
        jetty.start();
        System.out.println("ready http://127.0.0.1:" + connector.getLocalPort() + "/fhir");

        while (System.in.read() >= 0) {
            // Whatever comes in means nothing; its end means that nobody needs this server any more.
        }
        System.exit(0);
    }
}
