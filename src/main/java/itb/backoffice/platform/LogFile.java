package itb.backoffice.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sets logging up, found by logback as a service: everything goes to files in the user's data folder, three megabytes
 * at most, and nothing to the console, where only commands speak. In code, not in XML, which would cost every start a
 * tenth of a second.
 */
public final class LogFile extends ContextAwareBase implements Configurator {
    /** Where the log lies, for those who ask the user for it. */
    public static Path of(AppFolders folders) {
        return folders.data().resolve("logs").resolve("itb-backoffice.log");
    }

    @Override
    public ExecutionStatus configure(LoggerContext logging) {
        // Without a listener logback prints its own troubles (an unwritable folder, say) among a command's answers.
        logging.getStatusManager().add(new NopStatusListener());
        ch.qos.logback.classic.Logger root = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(file(logging, of(AppFolders.ofUser()).toString()));
        logging.getLogger("itb.backoffice").setLevel(Level.INFO);
        // Their warnings repeat what stands in the resources, which may be about people.
        logging.getLogger("ca.uhn.fhir").setLevel(Level.ERROR);
        logging.getLogger("org.hl7.fhir").setLevel(Level.ERROR);

        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext logging, String name) {
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(logging);
        lines.setPattern("%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level %logger{24} %msg%n");
        lines.start();

        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(logging);
        file.setFile(name);
        file.setEncoder(lines);

        FixedWindowRollingPolicy older = new FixedWindowRollingPolicy();
        older.setContext(logging);
        older.setParent(file);
        older.setFileNamePattern(name.replace("\\", "/") + ".%i");
        older.setMaxIndex(2);
        older.start();
        file.setRollingPolicy(older);

        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(logging);
        size.setMaxFileSize(FileSize.valueOf("1MB"));
        // Its default looks once a minute: long enough for an error in a loop to fill the disk.
        size.setCheckIncrement(Duration.buildByMilliseconds(1));
        size.start();
        file.setTriggeringPolicy(size);
        file.start();
        return file;
    }
}
