package itb.backoffice.integration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * A real HAPI FHIR server for the integration tests, JPA or plain: started once per test run, in its own process and on the class
 * path that the build wrote, empty at first and gone with the tests. It ends when the pipe to it closes, so it does not
 * outlive them even where they are killed. Tests share it: each takes ids of its own.
 */
public final class HapiServer {
    private static final Path SOURCES = Path.of("src/test/jpa");

    private final Process process;
    private final URI base;

    private HapiServer(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /** The server of this test run; the first call waits until it serves. */
    public static HapiServer shared() {
        return Shared.SERVER;
    }

    /** HAPI's plain server, which keeps everything in memory and ignores {@code If-Match}; the same for the whole test run. */
    public static HapiServer plain() {
        return Plain.SERVER;
    }

    /** Its FHIR base, without a slash at the end. */
    public URI base() {
        return base;
    }

    private static final class Shared {
        static final HapiServer SERVER = start("JpaServer");
    }

    private static final class Plain {
        static final HapiServer SERVER = start("PlainServer");
    }

    private static HapiServer start(String program) {
        try {
            String libraries = Files.readString(required("itb.jpa.classpath")).strip();
            Path folder = Files.createDirectories(required("itb.jpa.folder"));
            compile(SOURCES.resolve(program + ".java"), libraries, folder);

            Path arguments = folder.resolve(program + ".classpath");
            Files.writeString(arguments, "-cp \"" + folder + java.io.File.pathSeparator + libraries + "\"\n");
            Path log = folder.resolve(program + ".log");
            // It lives for a minute: the quick compiler and the small collector start it in about 10 s instead of 20.
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                            "@" + arguments,
                            program,
                            "0")
                    .redirectError(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new HapiServer(process, waitFor(process, log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path required(String property) {
        String value = System.getProperty(property);
        if (value == null || (property.endsWith("classpath") && !Files.isRegularFile(Path.of(value)))) {
            throw new IllegalStateException("Only mvn verify prepares this server (" + property + ")");
        }
        return Path.of(value);
    }

    private static void compile(Path source, String libraries, Path into) {
        StringWriter said = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var options = List.of("-d", into.toString(), "-cp", libraries, "-proc:none", "-parameters", "-nowarn");
            if (!compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source))
                    .call()) {
                throw new IllegalStateException("The server does not compile:\n" + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI waitFor(Process process, Path log) throws IOException {
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("ready ")) {
                return URI.create(line.substring("ready ".length()));
            }
        }
        throw new IllegalStateException("The server did not start:\n" + Files.readString(log));
    }

    /** The process that it is. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Whether it still runs. */
    public boolean running() {
        return process.isAlive();
    }
}
