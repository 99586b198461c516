package itb.backoffice.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Changes.Change;
import itb.backoffice.validation.Finding.Severity;
import itb.backoffice.validation.ValidResources.ValidResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is wrong, the sentence must say it in the user's words; {@code -Dwords.changes=5000} looks at more. */
class FindingWordsTest {
    private static final int CHANGES = Integer.getInteger("words.changes", 900);
    private static final Locale[] LANGUAGES = {Locale.ENGLISH, Locale.of("sv"), Locale.of("nb")};
    /** Words of the standard and of the validator, and names of elements run together. */
    private static final Pattern TECHNICAL = Pattern.compile(
            "://|\\bmin(imum)?\\b|\\bmax(imum)?\\b|slice|[Ee]xtension|\\burl\\b"
                    + "|constraint|invariant|snapshot|cardinality|canonical|\\[|]|\\{|}|_|[a-z][A-Z]|\\b[a-z]{2,3}-\\d");
    /** English names that may not stand in a Swedish or Norwegian sentence. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|of|is|code|name|title|address|place|clinic|treatment"
                    + "|value|missing|other data|picture|opening|hours|photo|line|city|description|kind|use|display|rules)\\b");
    /** Sentences of these kinds quote what somebody has written, in whatever language. */
    private static final Set<String> QUOTING = Set.of("code", "fixed", "unknown-type", "unknown-system", "defect-code");

    private static final Pattern QUOTED = Pattern.compile("[“”«][^“”«»]*[”»]");

    private static final List<Change> CASES = new ArrayList<>();
    private static final Map<String, String> PROFILES = new TreeMap<>();

    @BeforeAll
    static void collect() {
        List<ValidResource> resources = ValidResources.all();
        for (ValidResource resource : resources) {
            List<Change> changes = new ArrayList<>(Changes.of(resource.json()));
            Collections.shuffle(changes, new Random(7));
            List<Change> some = changes.subList(0, Math.min(changes.size(), CHANGES / resources.size() + 1));
            some.forEach(change -> PROFILES.put(change.json(), resource.profile()));
            CASES.addAll(some);
        }
        Mutants.ofRole().forEach(mutant -> CASES.add(new Change(mutant.name(), "", mutant.json())));
    }

    @Test
    void sentencesSayItInTheUsersWordsInEveryLanguage() {
        List<ProfileValidator> validators = new ArrayList<>();
        for (Locale language : LANGUAGES) {
            validators.add(new ProfileValidator(Messages.of(language)));
        }
        Set<String> wrong = new HashSet<>();
        Set<String> rules = new HashSet<>();
        for (Change change : CASES) {
            for (int i = 0; i < LANGUAGES.length; i++) {
                for (Finding finding : findings(validators.get(i), change)) {
                    rules.add(finding.rule());
                    if (isTechnical(finding, i > 0)) {
                        wrong.add(LANGUAGES[i] + " " + finding.rule() + ": " + finding.message());
                    }
                }
            }
        }
        System.out.println(CASES.size() + " changed resources broke " + rules.size() + " rules");
        assertTrue(rules.size() > 300, () -> "only " + rules.size());
        assertEquals(List.of(), wrong.stream().sorted().toList());
    }

    private static List<Finding> findings(ProfileValidator validator, Change change) {
        String profile = PROFILES.getOrDefault(change.json(), "");
        return validator.judge(change.json(), profile.isEmpty() ? null : profile).findings().stream()
                .filter(finding -> finding.severity() != Severity.INFORMATION)
                .toList();
    }

    private static boolean isTechnical(Finding finding, boolean foreign) {
        String kind = finding.rule().replaceAll(":.*", "");
        String message =
                QUOTING.contains(kind) ? QUOTED.matcher(finding.message()).replaceAll("") : finding.message();
        return TECHNICAL.matcher(message).find()
                || (foreign && ENGLISH.matcher(message).find());
    }

    @Test
    void whatIsMissingInAClinicIsSaidAsItsUserWouldSayIt() {
        ProfileValidator validator = new ProfileValidator(Messages.of(Locale.ENGLISH));
        assertEquals(
                List.of("The clinic needs a short name for its web address."),
                messages(validator, Samples.changed("clinic", json -> {
                    var parts = (ArrayNode) json.at("/extension/0/extension");
                    for (int i = parts.size() - 1; i >= 0; i--) {
                        if (parts.get(i).path("url").asText().equals("urlPlaceholder")) {
                            parts.remove(i);
                        }
                    }
                })));
        assertEquals(
                List.of("The treatment says that it is of a kind that cannot be booked."),
                messages(validator, Samples.changed("treatment", json -> json.put("kind", "Appointment"))));
    }

    private static List<String> messages(ProfileValidator validator, String json) {
        return validator.validate(json).stream()
                .filter(finding -> finding.severity().isError())
                .map(Finding::message)
                .toList();
    }

    @Test
    void whatANewerProfileAsksForIsNamedThoughNobodyHasAWordForIt() {
        FindingWords words = new FindingWords(Messages.of(Locale.ENGLISH));
        Rule rule = new Rule("required", "HealthcareService.x", "HealthcareService.x", "1");
        assertEquals(
                "The profile in use asks for something that is not here: “lift to door”.",
                words.sentence(rule, "HealthcareService.liftToDoor"));
    }
}
