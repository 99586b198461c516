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
 * A real HAPI FHIR JPA server for the integration tests: started once per test run, in its own process and on the class
 * path that the build wrote, empty at first and gone with the tests. It ends when the pipe to it closes, so it does not
 * outlive them even where they are killed. Tests share it: each takes ids of its own.
 */
public final class HapiServer {
    private static final Path SOURCE = Path.of("src/test/jpa/JpaServer.java");

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

    /** Its FHIR base, without a slash at the end. */
    public URI base() {
        return base;
    }

    private static final class Shared {
        static final HapiServer SERVER = start();
    }

    private static HapiServer start() {
        try {
            String libraries = Files.readString(required("itb.jpa.classpath")).strip();
            Path folder = Files.createDirectories(required("itb.jpa.folder"));
            compile(libraries, folder);

            Path arguments = folder.resolve("classpath.txt");
            Files.writeString(arguments, "-cp \"" + folder + java.io.File.pathSeparator + libraries + "\"\n");
            Path log = folder.resolve("server.log");
            // It lives for a minute: the quick compiler and the small collector start it in about 10 s instead of 20.
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                            "@" + arguments,
                            "JpaServer",
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

    private static void compile(String libraries, Path into) {
        StringWriter said = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var options = List.of("-d", into.toString(), "-cp", libraries, "-proc:none", "-parameters", "-nowarn");
            if (!compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(SOURCE))
                    .call()) {
                throw new IllegalStateException("The JPA server does not compile:\n" + said);
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
        throw new IllegalStateException("The JPA server did not start:\n" + Files.readString(log));
    }

    /** Whether it still runs. */
    public boolean running() {
        return process.isAlive();
    }
}
