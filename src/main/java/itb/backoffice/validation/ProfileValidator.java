package itb.backoffice.validation;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Finding.Origin;
import itb.backoffice.validation.Finding.Severity;
import itb.backoffice.validation.engine.BuiltInPackage;
import itb.backoffice.validation.engine.DefinitionSource;
import itb.backoffice.validation.engine.Observation;
import itb.backoffice.validation.engine.ProfileEngine;
import itb.backoffice.validation.engine.ProfilePackage;
import itb.backoffice.validation.shape.Shapes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks against packages of profiles. The first check loads what it needs; see {@link #warmUp()}. Safe for several
 * threads.
 */
public final class ProfileValidator implements Validator {
    private static final String WARM_UP = """
            {"resourceType":"PractitionerRole","id":"1","meta":{"versionId":"1"},"active":true,
            "extension":[{"url":"https://canonical.fhir.link/servicewell/wof-portal/StructureDefinition/ext-practitionerrole-description","valueString":"a"}],
            "practitioner":{"identifier":{"system":"http://a/b","value":"1"},"display":"a"},
            "organization":{"identifier":{"system":"http://a/b","value":"1"},"display":"a"},
            "code":[{"coding":[{"system":"http://a/b","code":"a"}],"text":"a"}],
            "healthcareService":[{"reference":"HealthcareService/1","display":"a"}]}""";

    private final Supplier<Messages> messages;
    private final List<? extends DefinitionSource> sources;
    private final Profiles profiles;
    private @Nullable ProfileEngine engine;
    private volatile @Nullable String stamp;

    /** Finds fault in the language of {@code messages}. */
    public ProfileValidator(Messages messages) {
        this(() -> messages);
    }

    /** Finds fault in the language of what {@code messages} gives at the time of each check. */
    public ProfileValidator(Supplier<Messages> messages) {
        this(messages, List.of(BuiltInPackage.NEWEST));
    }

    /** Checks against {@code sources} instead of the newest built-in package. */
    public ProfileValidator(Supplier<Messages> messages, List<? extends DefinitionSource> sources) {
        this.messages = messages;
        this.sources = List.copyOf(sources);
        this.profiles = Profiles.of(this.sources);
    }

    private FindingWords words() {
        return new FindingWords(messages.get());
    }

    @Override
    public List<Finding> validate(String json) {
        return judge(json, null).findings();
    }

    @Override
    public List<Finding> validate(String mine, @Nullable String base) {
        List<Finding> findings = validate(mine);
        List<Finding> marked = base == null || findings.isEmpty() ? findings : Origins.mark(findings, validate(base));
        return marked.stream().map(OwnRules::inDraft).toList();
    }

    @Override
    public String stamp() {
        String made = stamp;
        if (made == null) {
            made = sources.stream().map(ProfileValidator::stamp).collect(Collectors.joining(" "));
            stamp = made;
        }
        return made;
    }

    /** The same version may have been imported anew with other rules. */
    private static String stamp(DefinitionSource source) {
        String name = source.name() + "#" + source.version();
        return name + "-"
                + switch (source) {
                    case ProfilePackage imported ->
                        Integer.toHexString(imported.definitions().hashCode());
                    case BuiltInPackage builtIn -> builtIn.digest();
                };
    }

    @Override
    public void warmUp() {
        validate(WARM_UP);
    }

    @Override
    public Shapes shapes() {
        return new Shapes(this::engine, profiles::of);
    }

    /** Whether there is a profile under this canonical url. */
    public boolean knows(String profile) {
        return engine().knows(profile);
    }

    /** The resource type that the profile under this canonical url is for; empty where there is none. */
    public String typeOf(String profile) {
        return engine().typeOf(profile);
    }

    /**
     * Checks one resource.
     *
     * @param profile the profile to hold it against, one that {@link #knows} says yes to; or null for the one that
     *     the package in use has for its type. What its meta names and is known counts in any case.
     */
    public Verdict judge(String json, @Nullable String profile) {
        return judge(new Text(json, false), ResourceText.of(json), profile);
    }

    /**
     * As {@link #judge}, for a resource that is written in XML. It is judged as it stands: turned into JSON first, it
     * would lose what FHIR does not know, and with it the fault.
     */
    public Verdict judgeXml(String xml, @Nullable String profile) {
        return judge(new Text(xml, true), XmlText.of(xml), profile);
    }

    /** The type of the resource that a text is; empty where it is none. */
    public String typeIn(String text, boolean xml) {
        return (xml ? XmlText.of(text) : ResourceText.of(text)) instanceof ResourceText.Resource resource
                ? resource.type()
                : "";
    }

    /** A text, and how it is written. */
    private record Text(String text, boolean xml) {}

    private Verdict judge(Text text, ResourceText read, @Nullable String profile) {
        return switch (read) {
            case ResourceText.Broken broken -> new Verdict(profile == null ? "" : profile, List.of(fatal(broken)));
            case ResourceText.Resource resource -> judge(text, resource, profile);
        };
    }

    private Verdict judge(Text text, ResourceText.Resource resource, @Nullable String asked) {
        if (asked == null && resource.type().equals("Bundle")) {
            return new Verdict("", List.of(fatal(new ResourceText.Broken("bundle", 0, 0))));
        }
        String profile = asked == null ? profile(resource) : asked;
        List<String> against = new ArrayList<>();
        if (!profile.isEmpty()) {
            against.add(profile);
        }
        against.addAll(resource.profiles());
        List<Finding> findings = new ArrayList<>();
        if (profile.isEmpty()) {
            Rule none = new Rule("no-profile", resource.type(), resource.type(), resource.type());
            findings.add(finding(Severity.WARNING, none, words().sentence(none, none.element()), ""));
        }
        Set<String> seen = new HashSet<>();
        JsonNode tree = text.xml() ? XmlText.tree(text.text()) : Json.object(text.text());
        for (Rule own : OwnRules.broken(resource.type(), tree)) {
            findings.add(finding(Severity.WARNING, own, words().sentence(own, Subject.of(own, tree)), ""));
        }
        for (Observation said : observe(text, against)) {
            Finding finding = finding(said, tree, profile);
            if (seen.add(finding.severity() + finding.rule() + finding.path())) {
                findings.add(finding);
            }
        }
        findings.sort(Comparator.comparing(Finding::severity));
        return new Verdict(profile, List.copyOf(findings));
    }

    private String profile(ResourceText.Resource resource) {
        String usual = profiles.of(resource.type(), resource.profiles());
        return usual.isEmpty()
                ? resource.profiles().stream().filter(this::knows).findFirst().orElse("")
                : usual;
    }

    /** The validator throws at some input that is JSON but far from FHIR; that is a verdict too. */
    private List<Observation> observe(Text text, List<String> profiles) {
        try {
            return text.xml() ? engine().checkXml(text.text(), profiles) : engine().check(text.text(), profiles);
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(new Observation("fatal", "", "not-fhir", e.getClass().getSimpleName(), false));
        }
    }

    private Finding finding(Observation said, JsonNode json, String profile) {
        Rule rule = RuleReader.read(said);
        String subject = Subject.of(rule, json);
        boolean defect = KnownDefects.covers(rule, said);
        Severity severity = defect ? Severity.WARNING : severity(rule, said);
        String sentence = defect
                ? words().defect(rule, subject)
                : said.beyond() ? words().beyond(rule, subject) : words().sentence(rule, subject);
        String prefix = defect ? Finding.DEFECT : said.beyond() ? "beyond-" : "";
        Rule named = new Rule(prefix + rule.kind(), rule.path(), rule.element(), "");
        Fix fix = defect || said.beyond() ? null : new Fixes(engine()).of(rule, profile, said.text());
        return finding(severity, named, sentence, said.text()).with(fix);
    }

    /** Codes of a system that nobody here can look up are no reason to worry whoever fills a form. */
    private static Severity severity(Rule rule, Observation said) {
        return rule.kind().equals("unknown-system")
                ? Severity.INFORMATION
                : Severity.valueOf(said.severity().toUpperCase(Locale.ROOT));
    }

    private Finding fatal(ResourceText.Broken broken) {
        Rule rule = new Rule("text-" + broken.kind(), "", "", "");
        String where = broken.line() == 0 ? "" : "Line " + broken.line() + ", column " + broken.column();
        return finding(Severity.FATAL, rule, words().broken(broken), where);
    }

    private static Finding finding(Severity severity, Rule rule, String sentence, String technical) {
        return new Finding(severity, rule.path(), sentence, rule.id(), technical, Origin.NEW);
    }

    private synchronized ProfileEngine engine() {
        ProfileEngine made = engine;
        if (made == null) {
            made = new ProfileEngine(sources);
            engine = made;
        }
        return made;
    }
}
