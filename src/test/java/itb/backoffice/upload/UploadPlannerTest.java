package itb.backoffice.upload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.Capabilities;
import itb.backoffice.draft.EditStep;
import itb.backoffice.form.type.RoleForm;
import itb.backoffice.platform.Messages;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Finding.Origin;
import itb.backoffice.validation.Finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UploadPlannerTest extends UploadGround {
    private static final String BASE = """
            {"resourceType":"PractitionerRole","id":"1",
             "contained":[{"resourceType":"Binary","id":"p","contentType":"image/png","data":"AAEC"}],
             "extension":[{"url":"%s","valueString":"Kari er tannlege i Bergen og liker fisk."},
               {"url":"%s","valueReference":{"reference":"#p"}},{"url":"https://x.y/own-thing","valueInteger":1}],
             "active":true,"practitioner":{"identifier":{"system":"s","value":"1"},"display":"Kari"},
             "healthcareService":[{"reference":"HealthcareService/7","display":"Old name"}],
             "code":[{"text":"Tannlege"}]}
            """.formatted(RoleForm.DESCRIPTION_URL, RoleForm.PHOTO_URL);

    private final StoredResource base = new StoredResource(ROLE, "1", "1", null, BASE);

    private UploadPlan plan(List<Finding> findings, boolean strict) {
        Wording wording = new Wording(
                ENGLISH,
                reference -> reference.equals("HealthcareService/8") ? Optional.of("Sandvika") : Optional.empty());
        return Plans.of(
                new UploadPlanner(ENGLISH, new ChangeWords(ENGLISH, wording)),
                drafts.all(),
                Map.of("PractitionerRole/1", findings),
                new UploadPlanner.Rules(server.declared(), strict));
    }

    private List<FieldChange> changes(String json) {
        drafts.edit(EditStep.change(base, json, ""));
        return plan(List.of(), false).lines().getFirst().changes();
    }

    private static List<String> words(FieldChange change) {
        return List.of(change.before().plain(), change.after().plain());
    }

    @Test
    void flagsAndReferencesAndConceptsAreWords() {
        List<FieldChange> changes = changes(BASE.replace("\"active\":true", "\"active\":false")
                .replace("HealthcareService/7", "HealthcareService/8")
                .replace("\"Tannlege\"", "\"Tannpleier\""));
        assertEquals(
                List.of("active", "healthcareService", "code"),
                changes.stream().map(FieldChange::path).toList());
        assertEquals(
                List.of("Active: patients can find this role", "Not active: hidden from patients"),
                words(changes.get(0)));
        assertEquals(List.of("Old name", "Sandvika"), words(changes.get(1)));
        assertEquals(List.of("Tannlege", "Tannpleier"), words(changes.get(2)));
    }

    @Test
    void severalElementsOfOneFieldAreOneLine() {
        List<FieldChange> changes =
                changes(BASE.replace("\"value\":\"1\"},\"display\":\"Kari\"", "\"value\":\"2\"},\"display\":\"Anne\""));
        assertEquals(1, changes.size());
        assertEquals(List.of("Kari", "Anne"), words(changes.getFirst()));
    }

    @Test
    void twoPersonsOfTheSameNameAreToldApart() {
        List<FieldChange> changes = changes(BASE.replace("\"value\":\"1\"", "\"value\":\"2\""));
        assertEquals(List.of("Kari, identifier 1 (S)", "Kari, identifier 2 (S)"), words(changes.getFirst()));
    }

    @Test
    void aPhotoIsAPictureAndALongTextIsComparedWordByWord() {
        List<FieldChange> changes = changes(BASE.replace("AAEC", "AAED").replace("liker fisk", "liker fjell"));
        var picture = assertInstanceOf(Worded.Picture.class, changes.get(0).after());
        assertArrayEquals(new byte[] {0, 1, 3}, picture.bytes());
        assertEquals("1 kB", picture.plain());
        assertTrue(changes.get(1).segments().contains(new Segment(Segment.Kind.ADDED, "fjell")));
    }

    @Test
    void whatNoFieldCoversIsOtherDataAndNeverHidden() {
        List<FieldChange> changes = changes(BASE.replace("\"valueInteger\":1", "\"valueInteger\":2"));
        assertEquals("Other data: Own thing", changes.getFirst().label());
        assertEquals(List.of("1", "2"), words(changes.getFirst()));
    }

    @Test
    void aTextThatWasWrittenAnewStandsBesideTheOldOneInsteadOfBeingMixedWithIt() {
        List<FieldChange> changes = changes(BASE.replace(
                "Kari er tannlege i Bergen og liker fisk.", "Velkommen til en rolig time hos meg, og ta med barna."));
        assertEquals(List.of(), changes.getFirst().segments());
        assertEquals(
                "Kari er tannlege i Bergen og liker fisk.",
                changes.getFirst().before().plain());
    }

    @Test
    void aNewRoleListsWhatItHasAndADeleteWhatGoes() {
        drafts.edit(EditStep.create(ROLE, "n", BASE.replace("\"id\":\"1\"", "\"id\":\"n\"")));
        drafts.edit(EditStep.delete(base));
        UploadPlan plan = plan(List.of(), false);
        PlanLine created = plan.line("PractitionerRole/n").orElseThrow();
        PlanLine deleted = plan.line("PractitionerRole/1").orElseThrow();
        assertEquals("New role · Old name", created.action());
        assertEquals("Delete role · Old name", deleted.action());
        assertEquals(created.changes().size(), deleted.changes().size());
        assertTrue(created.changes().stream().allMatch(one -> one.before() instanceof Worded.Nothing));
        assertTrue(deleted.changes().stream().allMatch(one -> one.after() instanceof Worded.Nothing));
        assertFalse(created.changes().stream().anyMatch(one -> one.path().equals("resourceType")));
    }

    @Test
    void onlyErrorsThatTheEditBroughtBlockUnlessTheSettingIsStricter() {
        changes(BASE.replace("true", "false"));
        Finding old = new Finding(Severity.ERROR, "PractitionerRole.code", "m", "r", "t", Origin.BEFORE);
        Finding warning = new Finding(Severity.WARNING, "PractitionerRole.code", "m", "r", "t", Origin.NEW);
        assertEquals(1, plan(List.of(old, warning), false).chosen().size());
        assertEquals(0, plan(List.of(old), true).chosen().size());
        PlanLine blocked = plan(List.of(old.from(Origin.NEW)), false).lines().getFirst();
        assertEquals("One error has to be fixed first.", blocked.obstacle().words());
        assertEquals(1, blocked.findings().size());
    }

    @Test
    void whatTheServerDoesNotDeclareIsBlockedWithAReason() {
        changes(BASE.replace("true", "false"));
        var none = new UploadPlanner.Rules(new Capabilities("", "4.0.1", Map.of(), false), false);
        ChangeWords words = new ChangeWords(ENGLISH, new Wording(ENGLISH, reference -> Optional.empty()));
        PlanLine line = Plans.of(new UploadPlanner(ENGLISH, words), drafts.all(), Map.of(), none)
                .lines()
                .getFirst();
        assertEquals(PlanLine.Obstacle.Kind.NOT_ALLOWED, line.obstacle().kind());
    }

    @Test
    void leavingOutWhatIsNeededHoldsBackWhatNeedsIt() {
        create("HealthcareService", "c", "{\"resourceType\":\"HealthcareService\",\"name\":\"K\"}");
        create(
                ROLE,
                "r",
                "{\"resourceType\":\"PractitionerRole\",\"healthcareService\":[{\"reference\":\"HealthcareService/c\"}]}");
        UploadPlan plan = plan(List.of(), false);
        assertEquals(
                List.of("HealthcareService/c", "PractitionerRole/r"),
                plan.chosen().stream().map(PlanLine::reference).toList());
        UploadPlan without = plan.leaveOut("HealthcareService/c");
        assertEquals(List.of(), without.chosen());
        assertEquals(
                "HealthcareService/c",
                without.missingFor(without.line("PractitionerRole/r").orElseThrow())
                        .orElseThrow()
                        .reference());
        assertEquals(plan, without.takeIn("HealthcareService/c"));
    }

    @Test
    void deletesGoTheOtherWayRound() {
        StoredResource clinic = new StoredResource(
                "HealthcareService", "7", "1", null, "{\"resourceType\":\"HealthcareService\",\"id\":\"7\"}");
        drafts.edit(EditStep.delete(clinic));
        drafts.edit(EditStep.delete(base));
        assertEquals(
                List.of("PractitionerRole/1", "HealthcareService/7"),
                plan(List.of(), false).lines().stream().map(PlanLine::reference).toList());
    }

    @Test
    void everySentenceExistsInEveryLanguage() {
        for (Locale language : Messages.LANGUAGES) {
            OutcomeWords words = new OutcomeWords(Messages.of(language));
            var failure = ScriptedServer.failure(itb.backoffice.connection.Failure.Kind.INVALID, 422);
            drafts.edit(EditStep.create(ROLE, "n", BASE));
            var draft = drafts.all().getFirst();
            for (UploadOutcome outcome : List.of(
                    new UploadOutcome.Accepted("1", null, List.of()),
                    new UploadOutcome.Accepted("1", "2", List.of(new itb.backoffice.draft.Change("a", null, null))),
                    new UploadOutcome.Rejected(failure, List.of()),
                    new UploadOutcome.Conflict(draft, base),
                    new UploadOutcome.Conflict(draft, null),
                    new UploadOutcome.LostRace(draft, false),
                    new UploadOutcome.LostRace(null, false),
                    new UploadOutcome.LostRace(draft, true),
                    new UploadOutcome.Duplicate("ActivityDefinition", "7"),
                    new UploadOutcome.NeedsReview(draft, true),
                    new UploadOutcome.NeedsReview(draft, false),
                    new UploadOutcome.NotReached(UploadOutcome.Reason.DEPENDS, null),
                    new UploadOutcome.NotReached(UploadOutcome.Reason.CANCELLED, null))) {
                assertTrue(words.sentence("Kari", outcome).contains("Kari"));
                assertEquals(
                        outcome.equals(new UploadOutcome.Accepted("1", null, List.of())),
                        words.next(outcome).isEmpty());
            }
            assertTrue(words.summary(new UploadResult(List.of())).length() > 5);
        }
    }
}
