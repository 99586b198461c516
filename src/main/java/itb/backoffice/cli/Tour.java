package itb.backoffice.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import itb.backoffice.catalogue.Download;
import itb.backoffice.catalogue.DownloadOutcome;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Failure;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadPlan;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Finding.Origin;
import itb.backoffice.validation.Finding.Severity;
import java.util.Comparator;
import java.util.List;

/** The main job on the console, for real: download, edit, findings, plan, upload and result. */
final class Tour {
    /** It could not go on. */
    static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        Stopped(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        /** Why, for the user. */
        String sentence() {
            return sentence;
        }
    }

    private static final String ROLE = "PractitionerRole";

    private final Office office;
    private final TourPrinter out;
    private final Messages texts;
    private final RoleDesk desk;

    Tour(Office office, RoleDesk desk, TourPrinter out, Messages texts) {
        this.office = office;
        this.desk = desk;
        this.out = out;
        this.texts = texts;
    }

    /** Walks the way up to the result; returns the role that was changed, as the server now has it. */
    StoredResource run() throws Stopped {
        download();
        StoredResource role = pick();
        edit(role);
        mistake(role);
        return upload(role);
    }

    private void download() throws Stopped {
        out.step("download");
        if (office.download() instanceof DownloadOutcome.Stopped stopped) {
            throw stopped(texts, stopped.failure());
        }
        var counts = office.catalogue().counts();
        for (String type : Download.TYPES) {
            if (counts.containsKey(type)) {
                out.row(texts.get("cli.tour.type." + type), Integer.toString(counts.get(type)));
            }
        }
    }

    /** The first role, by name, that presents itself and has no fault yet; a mere remark is none. */
    private StoredResource pick() throws Stopped {
        out.step("pick");
        List<Summary> roles = office.catalogue().summaries(ROLE).stream()
                .filter(role ->
                        role.active() && !role.fact(Summaries.DESCRIPTION).isEmpty())
                .sorted(Comparator.comparing(Summary::title, texts.collator()).thenComparing(Summary::id))
                .toList();
        for (Summary role : roles) {
            StoredResource stored = office.catalogue().get(ROLE, role.id()).orElseThrow();
            if (office.check(stored).stream()
                    .noneMatch(finding -> finding.severity().compareTo(Severity.WARNING) <= 0)) {
                out.row(texts.get("form.PractitionerRole.practitioner"), role.title());
                out.row(texts.get("form.PractitionerRole.code"), role.fact(Summaries.ROLE));
                out.row(texts.get("form.PractitionerRole.healthcareService"), role.fact(Summaries.CLINIC));
                return stored;
            }
        }
        throw new Stopped(texts.get("cli.tour.noRole"));
    }

    private void edit(StoredResource role) {
        out.step("edit");
        Draft draft = desk.present(role, "cli.tour.myText");
        out.row(texts.get("cli.tour.draft"), texts.get("cli.tour.onDisk"));
        findings(draft);
    }

    private void mistake(StoredResource role) throws Stopped {
        out.step("mistake");
        Draft draft = office.drafts().get(ROLE, role.id()).orElseThrow();
        ObjectNode json = Json.object(draft.json());
        json.remove("healthcareService");
        Draft faulty = desk.keep(draft, json, "healthcareService");
        findings(faulty);
        PlanLine line = desk.plan(faulty).lines().getFirst();
        PlanLine.Obstacle obstacle = line.obstacle();
        if (obstacle == null) {
            throw new Stopped(texts.get("cli.tour.unnoticed"));
        }
        out.row(texts.get("cli.tour.upload"), obstacle.words());
        Draft undone = RoleDesk.saved(office.drafts().undo(ROLE, role.id()));
        out.row(texts.get("cli.tour.undone"), texts.get("cli.tour.back"));
        findings(undone);
    }

    private void findings(Draft draft) {
        List<Finding> all = office.check(draft);
        List<Finding> mine =
                all.stream().filter(finding -> finding.origin() == Origin.NEW).toList();
        for (Finding finding : mine) {
            out.row(texts.get("cli.tour.findings"), finding.message());
        }
        if (mine.isEmpty()) {
            out.row(texts.get("cli.tour.findings"), texts.get("cli.tour.noneNew", all.size()));
        }
    }

    private StoredResource upload(StoredResource role) throws Stopped {
        out.step("plan");
        Draft draft = office.drafts().get(ROLE, role.id()).orElseThrow();
        UploadPlan plan = desk.plan(draft);
        desk.show(plan);
        out.step("upload");
        return switch (desk.send(plan)) {
            case UploadOutcome.Accepted accepted -> {
                StoredResource now = office.catalogue().get(ROLE, accepted.id()).orElseThrow();
                out.row(texts.get("cli.tour.version"), role.version() + " → " + now.version());
                if (!RoleDesk.onlyTextDiffers(role, now)) {
                    throw new Stopped(texts.get("cli.tour.moreChanged"));
                }
                out.row(texts.get("cli.tour.onServer"), texts.get("cli.tour.onlyThat"));
                yield now;
            }
            default -> throw new Stopped(texts.get("cli.tour.notUploaded"));
        };
    }

    /** What a server gave, or a stop in its own words. */
    static <T> T value(Messages texts, Answer<T> answer) throws Stopped {
        return switch (answer) {
            case Answer.Ok<T> ok -> ok.value();
            case Answer.Failed<T> failed -> throw stopped(texts, failed.failure());
        };
    }

    private static Stopped stopped(Messages texts, Failure failure) {
        return new Stopped(texts.get("connection.failure." + failure.kind()));
    }
}
