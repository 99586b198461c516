import ca.uhn.fhir.batch2.jobs.config.Batch2JobsConfig;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.ThreadPoolFactoryConfig;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.batch2.JpaBatch2Config;
import ca.uhn.fhir.jpa.config.HapiJpaConfig;
import ca.uhn.fhir.jpa.config.r4.JpaR4Config;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirH2Dialect;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.jpa.subscription.channel.config.SubscriptionChannelConfig;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.util.Properties;
import javax.sql.DataSource;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * A real HAPI FHIR JPA server for the integration tests. It runs in its own process, on its own class path; it keeps
 * nothing after it ends. Argument: the port, 0 for a free one. Prints {@code ready URL} when it serves, and ends when
 * its standard input does, so that it cannot outlive the tests.
 */
public final class JpaServer {
    private JpaServer() {}

    public static void main(String[] args) throws Exception {
        var context = new AnnotationConfigApplicationContext(Config.class);
        RestfulServer fhir = fhir(context);

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

    private static RestfulServer fhir(AnnotationConfigApplicationContext context) {
        RestfulServer fhir = new RestfulServer(context.getBean(FhirContext.class));
        fhir.registerProviders(context.getBean(ResourceProviderFactory.class).createProviders());
        fhir.registerProvider(context.getBean(JpaSystemProvider.class));
        fhir.setPagingProvider(context.getBean(DatabaseBackedPagingProvider.class));
        fhir.setServerConformanceProvider(new JpaCapabilityStatementProvider(
                fhir,
                context.getBean(IFhirSystemDao.class),
                context.getBean(JpaStorageSettings.class),
                context.getBean(ISearchParamRegistry.class),
                context.getBean(IValidationSupport.class)));
        return fhir;
    }

    /** The beans that HAPI leaves to whoever runs it. */
    @Configuration
    @Import({
        JpaR4Config.class,
        HapiJpaConfig.class,
        JpaBatch2Config.class,
        Batch2JobsConfig.class,
        SubscriptionChannelConfig.class,
        ThreadPoolFactoryConfig.class
    })
    public static class Config {
        @Bean
        JpaStorageSettings storageSettings() {
            JpaStorageSettings settings = new JpaStorageSettings();
            settings.setReuseCachedSearchResultsForMillis(null);
            return settings;
        }

        @Bean
        PartitionSettings partitionSettings() {
            return new PartitionSettings();
        }

        @Bean
        SubscriptionSettings subscriptionSettings() {
            return new SubscriptionSettings();
        }

        @Bean
        DataSource dataSource() {
            HikariDataSource source = new HikariDataSource();
            source.setJdbcUrl("jdbc:h2:mem:fhir;DB_CLOSE_DELAY=-1");
            source.setMaximumPoolSize(20);
            return source;
        }

        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory(
                ConfigurableListableBeanFactory beans,
                FhirContext fhir,
                JpaStorageSettings settings,
                DataSource source) {
            var factory = HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, fhir, settings);
            factory.setPersistenceUnitName("fhir");
            factory.setDataSource(source);
            Properties properties = new Properties();
            properties.put("hibernate.dialect", HapiFhirH2Dialect.class.getName());
            properties.put("hibernate.hbm2ddl.auto", "update");
            properties.put("hibernate.search.enabled", "false");
            factory.setJpaProperties(properties);
            return factory;
        }

        @Bean
        @Primary
        JpaTransactionManager transactionManager(EntityManagerFactory factory) {
            return new JpaTransactionManager(factory);
        }
    }
}
