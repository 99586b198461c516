package itb.backoffice;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the design, each with its reason. There are no exemptions: a rule that hurts is changed here, in words. */
class ArchitectureTest {
    private static final String ROOT = "itb.backoffice";
    private static final List<String> ORDER =
            List.of("platform", "connection", "catalogue", "validation", "form", "draft", "upload", "shell");
    private static final Path SOURCES = Path.of("src/main/java");

    private static JavaClasses program;

    @BeforeAll
    static void read() {
        program = new ClassFileImporter().importPath(Path.of("target/classes"));
        assertFalse(program.isEmpty(), "nothing was compiled");
    }

    @Test
    void packagesUseOnlyThoseBeforeThem() {
        for (int i = 0; i < ORDER.size(); i++) {
            List<String> later = new ArrayList<>(ORDER.subList(i + 1, ORDER.size()));
            later.add("demo");
            later.add("cli");
            check(noClasses()
                    .that()
                    .resideInAPackage(within(ORDER.get(i)))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(
                                    later.stream().map(ArchitectureTest::within).toArray(String[]::new))
                            .or(resideInAnyPackage(ROOT)))
                    .because("data flows one way through the packages, so that each can be read, tested and changed"
                            + " knowing only those before it"));
        }
    }

    @Test
    void theDemoStandsAlone() {
        check(classes()
                .that()
                .resideInAPackage(within("demo"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(within("demo"), within("platform"))
                        .or(DescribedPredicate.not(resideInAnyPackage(ROOT + ".."))))
                .because("the demo server must be as strange to the program as any other server: were they to share"
                        + " code, they would share mistakes"));
    }

    @Test
    void onlyPlatformAndDemoStartThreads() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(within("platform"), within("demo"))
                .should()
                .callCodeUnitWhere(JavaCall.Predicates.target(THREADS))
                .because("whatever may wait runs through Background, which brings results back to the FX thread and"
                        + " failures to the ErrorReporter; a thread of one's own loses both"));
    }

    @Test
    void onlyStoresSpeakSql() {
        check(noClasses()
                .that()
                .arePublic()
                .and(DescribedPredicate.not(outermost(".*(Store|\\.Journal|\\.platform\\.Database)")))
                .should()
                .dependOnClassesThat(nameMatching("java\\.sql\\.(.*Statement|ResultSet.*|DriverManager)"))
                .because("who looks for what is on disk, or how it got there, need only read the classes named Store,"
                        + " the Journal, and what those keep to themselves"));
        check(noClasses()
                .that()
                .resideInAnyPackage(ROOT, within("connection"), within("form"), within("shell"), within("cli"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.sqlite.."))
                .because("these have nothing of their own on disk that is a table"));
    }

    @Test
    void onlyConnectionUsesTheFhirClient() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(within("connection"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("ca.uhn.fhir.rest.client.."))
                .because("every request must go through the one place that turns what servers do wrong into answers"));
    }

    @Test
    void onlyScreensKnowNodes() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, within("shell"), within("form.editor"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx.."))
                .because("what is not a screen must be testable without one"));
        check(noClasses()
                .that(outermost(".*Model"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage.."))
                .because("a Model holds what a View shows and must not know how"));
        check(noClasses()
                .that(outermost(".*Store"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx.."))
                .because("a Store is called off the FX thread, where JavaFX may not be touched"));
        check(classes()
                .that(outermost(".*View"))
                .should()
                .resideInAnyPackage(within("shell"), within("form.editor"))
                .because("View means nodes, and nodes belong to screens"));
    }

    @Test
    void onlyCommandsPrint() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, within("cli"))
                .should(new ArchCondition<JavaClass>("print to the console") {
                    @Override
                    public void check(JavaClass from, ConditionEvents events) {
                        from.getFieldAccessesFromSelf().stream()
                                .filter(access -> access.getTarget().getOwner().isEquivalentTo(System.class))
                                .forEach(access ->
                                        events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
                        from.getMethodCallsFromSelf().stream()
                                .filter(call -> call.getTarget().getFullName().endsWith(".printStackTrace()"))
                                .forEach(call ->
                                        events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
                    }
                })
                .because("what a command prints is read by programs, and an error belongs to the ErrorReporter"));
    }

    @Test
    void namesSayWhatAClassIs() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?")
                .because("such a name tells nothing and collects everything"));
        check(noClasses()
                .should(new ArchCondition<JavaClass>("have a method getInstance") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getMethods().stream()
                                .filter(method -> method.getName().equals("getInstance"))
                                .forEach(method ->
                                        events.add(SimpleConditionEvent.satisfied(method, method.getFullName())));
                    }
                })
                .because("everything is handed over by constructors, so that a test can hand over something else"));
    }

    @Test
    void constructorsTakeAtMostFive() {
        check(classes()
                .that(DescribedPredicate.describe(
                        "are no values and no closures",
                        type -> !type.isRecord() && !type.isEnum() && !type.isAnonymousClass() && !type.isLocalClass()))
                .should(new ArchCondition<JavaClass>("take at most five parameters") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (JavaConstructor constructor : type.getConstructors()) {
                            int count = constructor.getRawParameterTypes().size() - (type.isInnerClass() ? 1 : 0);
                            if (count > 5) {
                                events.add(SimpleConditionEvent.violated(
                                        constructor, constructor.getFullName() + " takes " + count));
                            }
                        }
                    }
                })
                .because("what needs more than five things does more than one thing"));
    }

    @Test
    void noClassIsOver300Lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path source : sources()) {
            int lines = Files.readAllLines(source).size();
            if (lines > 300) {
                tooLong.add(source + " has " + lines + " lines");
            }
        }
        assertEquals(List.of(), tooLong, "what cannot be read in one go is split, where its parts meet");
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        List<String> without = new ArrayList<>();
        for (Path source : sources()) {
            Path info = source.resolveSibling("package-info.java");
            if (!Files.exists(info) || !Files.readString(info).contains("@NullMarked")) {
                without.add(source.getParent().toString());
            }
        }
        assertEquals(List.of(), without.stream().distinct().toList(), "NullAway looks only where @NullMarked says so");
    }

    private static final DescribedPredicate<CodeUnitCallTarget> THREADS =
            DescribedPredicate.describe("starts threads", target -> {
                String owner = target.getOwner().getName();
                String name = target.getName();
                boolean starts = switch (owner) {
                    case "java.lang.Thread" -> name.matches("<init>|start.*|of.*");
                    case "java.util.concurrent.CompletableFuture" -> name.endsWith("Async");
                    case "java.util.concurrent.Executors" -> !name.equals("callable");
                    case "java.util.Timer",
                            "java.util.concurrent.ThreadPoolExecutor",
                            "java.util.concurrent.ScheduledThreadPoolExecutor",
                            "java.util.concurrent.ForkJoinPool" -> true;
                    default -> false;
                };
                return starts
                        || name.equals("parallelStream")
                        || target.getOwner().isAssignableTo("javafx.concurrent.Task")
                        || target.getOwner().isAssignableTo("javafx.concurrent.Service");
            });

    private static String within(String name) {
        return ROOT + "." + name + "..";
    }

    /** Classes whose own name, or that of the class around them, matches. */
    private static DescribedPredicate<JavaClass> outermost(String pattern) {
        return DescribedPredicate.describe(
                "are named " + pattern,
                type -> type.getName().replaceAll("\\$.*", "").matches(pattern));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(program);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
