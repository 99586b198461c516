package itb.backoffice.validation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Finding.Origin;
import itb.backoffice.validation.Finding.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ProfileValidatorTest {
    private static final ProfileValidator VALIDATOR = new ProfileValidator(Messages.of(Locale.ENGLISH));

    @Test
    void aRoleThatFollowsItsProfileHasNoErrorsAndNoWarnings() {
        for (String name : List.of("role", "role-with-photo", "role-malformed-systems")) {
            List<Finding> findings = VALIDATOR.validate(Samples.text(name));
            assertTrue(
                    findings.stream().allMatch(each -> each.severity() == Severity.INFORMATION), () -> name + findings);
        }
    }

    @Test
    void oneChangeGivesItsFindingAtItsElement() {
        assertAll(Mutants.ofRole().stream().map(mutant -> (Executable) () -> {
            List<Finding> errors = errors(VALIDATOR.validate(mutant.json()));
            if (mutant.rule().isEmpty()) {
                assertEquals(List.of(), errors, mutant.name());
            } else {
                assertTrue(
                        errors.stream()
                                .anyMatch(each -> (each.rule() + ":").startsWith(mutant.rule() + ":")
                                        && each.path().equals(mutant.path())),
                        () -> mutant + " gave " + errors);
            }
        }));
    }

    @Test
    void findingsSpeakTheUsersWordsInThreeLanguages() {
        String noClinic = Samples.changed("role", json -> json.remove("healthcareService"));
        assertEquals("The role needs a clinic.", firstError(VALIDATOR, noClinic).message());
        assertEquals(
                "Rollen behöver en klinik.",
                firstError(new ProfileValidator(Messages.of(Locale.of("sv"))), noClinic)
                        .message());
        assertEquals(
                "Rollen trenger en klinikk.",
                firstError(new ProfileValidator(Messages.of(Locale.of("nb"))), noClinic)
                        .message());
    }

    @Test
    void whatTheStandardDoesNotKnowIsToldByWhatItIsIn() {
        String unknown = Samples.changed("role", json -> json.put("birthDate", "1980-01-01"));
        assertEquals(
                "There is something in “role” that the standard does not know.",
                firstError(VALIDATOR, unknown).message());
    }

    @Test
    void anExtensionIsCalledWhatTheUserCallsIt() {
        String wrong = Samples.changed("role", json -> {
            ObjectNode description = (ObjectNode) json.at("/extension/0");
            description.remove("valueString");
            description.put("valueInteger", 3);
        });
        assertEquals(
                "“presentation text” has a value of the wrong kind.",
                firstError(VALIDATOR, wrong).message());
    }

    @Test
    void whatWasThereBeforeIsToldFromWhatTheChangeBrought() {
        String base = Samples.changed("role", json -> json.put("birthDate", "1980-01-01"));
        String mine = Samples.changed("role", json -> {
            json.put("birthDate", "1980-01-01");
            json.remove("healthcareService");
        });
        List<Finding> findings = errors(VALIDATOR.validate(mine, base));
        assertEquals(2, findings.size());
        for (Finding finding : findings) {
            boolean old = finding.path().equals("PractitionerRole.birthDate");
            assertEquals(old ? Origin.BEFORE : Origin.NEW, finding.origin(), finding.path());
        }
        assertTrue(VALIDATOR.validate(mine, null).stream().allMatch(each -> each.origin() == Origin.NEW));
    }

    @Test
    void anOldProblemThatMovedWithinItsListIsStillOld() {
        String base = Samples.changed(
                "role", json -> ((ArrayNode) json.get("code")).addObject().put("colour", "red"));
        String mine = Samples.changed("role", json -> {
            ArrayNode codes = (ArrayNode) json.get("code");
            codes.insertObject(0).put("colour", "red");
        });
        List<Finding> errors = errors(VALIDATOR.validate(mine, base));
        assertFalse(errors.isEmpty());
        assertTrue(errors.stream().allMatch(each -> each.origin() == Origin.BEFORE), errors::toString);
    }

    @Test
    void aRoleFromARealServerBringsNoNewErrorsWhenItIsEdited() {
        String base = Samples.text("role-malformed-systems");
        String mine = Samples.changed("role-malformed-systems", json -> json.put("active", false));
        assertEquals(List.of(), errors(VALIDATOR.validate(mine, base)));
    }

    @Test
    void whateverMetaNamesTheBuiltInProfileCounts() {
        String other = Samples.changed("role", json -> {
            json.putObject("meta").putArray("profile").add("http://a.test/StructureDefinition/own");
            json.remove("organization");
        });
        List<Finding> findings = VALIDATOR.validate(other);
        assertTrue(errors(findings).stream()
                .anyMatch(each -> each.rule().equals("required:PractitionerRole.organization")));
        Finding unknown = findings.stream()
                .filter(each -> each.rule().startsWith("unknown-profile"))
                .findFirst()
                .orElseThrow();
        assertEquals(Severity.ERROR, unknown.severity(), "as servers have it that do not know it either");
        String without = Samples.changed("role", json -> {
            json.remove("meta");
            json.remove("organization");
        });
        assertEquals(
                "required:PractitionerRole.organization",
                firstError(VALIDATOR, without).rule());
    }

    @Test
    void knownDefectsOfTheGuideAreWarnings() {
        String treatment = Samples.changed(
                "treatment",
                json -> ((ArrayNode) json.get("extension"))
                        .addObject()
                        .put(
                                "url",
                                "http://canonical.fhir.link/servicewell/wof-connect/StructureDefinition/ext-sort-key")
                        .put("valueInteger", 3));
        String clinic = Samples.changed(
                "clinic",
                json -> json.putArray("identifier")
                        .addObject()
                        .put("system", "http://a.test/b")
                        .put("value", "1"));
        String area =
                Samples.changed("area", json -> ((ObjectNode) json.at("/physicalType/coding/0")).put("code", "site"));
        String defined = Samples.text("clinic-with-everything")
                .replace("wof-base/CodeSystem/wc-characteristic", "wof-connect/CodeSystem/wc-characteristic");
        String undefined = defined.replace("wof-connect/CodeSystem/wc-characteristic", "wof-connect/CodeSystem/none");
        assertFalse(VALIDATOR.judge(undefined, null).valid());
        for (String json : List.of(treatment, clinic, area, defined)) {
            Verdict verdict = VALIDATOR.judge(json, null);
            assertTrue(verdict.valid(), verdict::toString);
            assertTrue(
                    verdict.findings().stream()
                            .anyMatch(each -> each.message().startsWith("Known defect of the guide")),
                    verdict::toString);
        }
    }

    @Test
    void aTreatmentWithoutACodeIsAWarningAndInADraftThatBringsItAnError() {
        String rule = "required:ActivityDefinition.code.coding.code";
        String without = Samples.changed("treatment", json -> ((ObjectNode) json.at("/code/coding/0")).remove("code"));
        assertEquals(Severity.WARNING, named(VALIDATOR.validate(without), rule).severity());
        assertEquals(
                Severity.WARNING,
                named(VALIDATOR.validate(without, without), rule).severity());
        assertEquals(
                Severity.ERROR,
                named(VALIDATOR.validate(without, Samples.text("treatment")), rule)
                        .severity());
        assertEquals(
                Severity.ERROR, named(VALIDATOR.validate(without, null), rule).severity());
    }

    @Test
    void aReferenceToTheWrongKindOfThingIsAWarningMarkedAsBeyondWhatServersCheck() {
        String role = Samples.changed(
                "role", json -> ((ObjectNode) json.at("/healthcareService/0")).put("reference", "Patient/1"));
        Finding finding = named(VALIDATOR.validate(role), "beyond-reference-type:PractitionerRole.healthcareService");
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals("PractitionerRole.healthcareService[0]", finding.path());
        assertEquals(
                "Checked further than servers do: “clinic” points to a kind of thing that does not belong there.",
                finding.message());
    }

    @Test
    void aReferenceInAContainedPlaceNeverDecidesWhetherThatPlaceFits() {
        String clinic = Samples.changed(
                "clinic",
                json -> ((ObjectNode) json.at("/contained/0"))
                        .putObject("partOf")
                        .put("reference", "Organization/1"));
        Verdict verdict = VALIDATOR.judge(clinic, null);
        assertTrue(verdict.valid(), verdict::toString);
        assertEquals(
                "HealthcareService.contained[0].partOf",
                named(verdict.findings(), "beyond-reference-type:HealthcareService.contained.partOf")
                        .path());
    }

    @Test
    void whatAContainedPlaceLacksIsToldAtItsPlaceAlsoWhereItNamesNoProfile() {
        String clinic = Samples.changed(
                "clinic", json -> ((ObjectNode) json.at("/contained/0")).without(List.of("meta", "physicalType")));
        Verdict verdict = VALIDATOR.judge(clinic, null);
        assertEquals(
                Severity.ERROR,
                named(verdict.findings(), "reference-target:HealthcareService.location")
                        .severity());
        Finding lacking = named(verdict.findings(), "beyond-required:Location.physicalType");
        assertEquals("HealthcareService.contained[0].physicalType", lacking.path());
        assertEquals(Severity.WARNING, lacking.severity());
    }

    private static Finding named(List<Finding> findings, String rule) {
        return findings.stream()
                .filter(each -> each.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " is not among " + findings));
    }

    @Test
    void whatHasNoProfileHereIsCheckedAgainstTheStandardAndSaysSo() {
        Verdict verdict = VALIDATOR.judge("{\"resourceType\":\"Patient\",\"gender\":\"none\"}", null);
        assertEquals("", verdict.profile());
        assertFalse(verdict.valid());
        assertTrue(verdict.findings().stream().anyMatch(each -> each.rule().startsWith("no-profile")));
    }

    @Test
    void whatAResourceSaysThatItIsDecidesBetweenProfilesOfItsType() {
        for (String name : List.of("address", "offer", "billing")) {
            Verdict verdict = VALIDATOR.judge(Samples.text(name), null);
            assertTrue(verdict.valid(), verdict::toString);
            assertTrue(Samples.text(name).contains(verdict.profile()), verdict::toString);
            assertTrue(
                    verdict.findings().stream().noneMatch(each -> each.rule().startsWith("no-profile")),
                    verdict::toString);
        }
    }

    @Test
    void anAskedForProfileIsTheOneThatCounts() {
        String billing = Samples.PORTAL + "billing-organization-portal";
        assertTrue(VALIDATOR.knows(billing));
        assertFalse(VALIDATOR.knows("http://a.test/none"));
        String json = Samples.changed("organisation", organisation -> organisation.remove("name"));
        Verdict verdict = VALIDATOR.judge(json, billing);
        assertEquals(billing, verdict.profile());
        assertTrue(
                errors(verdict.findings()).stream().anyMatch(each -> each.rule().equals("required:Organization.name")));
    }

    @Test
    void aLongDayOfChecksFillsNoMemory() {
        String role = Samples.text("role");
        VALIDATOR.validate(role);
        long before = heldMegabytes();
        for (int i = 0; i < 1000; i++) {
            VALIDATOR.validate(role);
        }
        long grown = heldMegabytes() - before;
        assertTrue(grown < 20, () -> grown + " MB more are held");
    }

    private static long heldMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    @Test
    void eightThreadsAgreeWithOne() throws Exception {
        ProfileValidator cold = new ProfileValidator(Messages.of(Locale.ENGLISH));
        List<Mutants.Mutant> mutants = Mutants.ofRole();
        List<Callable<List<Finding>>> tasks = new ArrayList<>();
        List<List<Finding>> alone = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            for (Mutants.Mutant mutant : mutants) {
                tasks.add(() -> cold.validate(mutant.json()));
                alone.add(round == 0 ? VALIDATOR.validate(mutant.json()) : alone.get(alone.size() - mutants.size()));
            }
        }
        List<List<Finding>> together = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(tasks)) {
                together.add(answer.get());
            }
        }
        for (int i = 0; i < together.size(); i++) {
            assertEquals(sorted(alone.get(i)), sorted(together.get(i)));
        }
    }

    private static List<String> sorted(List<Finding> findings) {
        List<String> texts =
                new ArrayList<>(findings.stream().map(Finding::toString).toList());
        Collections.sort(texts);
        return texts;
    }

    private static List<Finding> errors(List<Finding> findings) {
        return findings.stream().filter(each -> each.severity().isError()).toList();
    }

    private static Finding firstError(ProfileValidator validator, String json) {
        return errors(validator.validate(json)).getFirst();
    }
}
