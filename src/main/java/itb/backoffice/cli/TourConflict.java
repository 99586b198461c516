package itb.backoffice.cli;

import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.connection.ServerResource;
import itb.backoffice.draft.Draft;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.UploadOutcome;
import itb.backoffice.upload.UploadPlan;
import org.jspecify.annotations.Nullable;

/** Two people change the same presentation: the second upload says so and overwrites nothing. */
final class TourConflict {
    private final FhirServer colleague;
    private final RoleDesk desk;
    private final TourPrinter out;
    private final Messages texts;

    /**
     * @param colleague how somebody else speaks to the same server
     */
    TourConflict(FhirServer colleague, RoleDesk desk, TourPrinter out, Messages texts) {
        this.colleague = colleague;
        this.desk = desk;
        this.out = out;
        this.texts = texts;
    }

    /** Lets the colleague write after my review of a change to {@code role}, and before my upload. */
    void run(StoredResource role) throws Tour.Stopped {
        out.step("conflict");
        Draft draft = desk.present(role, "cli.tour.laterText");
        UploadPlan reviewed = desk.plan(draft);
        String theirs = Json.write(desk.longer(role, "cli.tour.theirText"));
        Tour.value(texts, colleague.update(role.type(), role.id(), theirs, role.version()));
        if (!(desk.send(reviewed) instanceof UploadOutcome.Conflict)) {
            throw new Tour.Stopped(texts.get("cli.tour.unnoticed"));
        }
        ServerResource there = Tour.value(texts, colleague.read(role.type(), role.id()));
        out.row(texts.get("cli.tour.base"), text(draft.baseJson()));
        out.row(texts.get("cli.tour.mine"), text(draft.json()));
        out.row(texts.get("cli.tour.theirs"), text(theirs));
        if (!text(there.json()).equals(text(theirs))) {
            throw new Tour.Stopped(texts.get("cli.tour.overwritten"));
        }
        out.row(texts.get("cli.tour.onServer"), texts.get("cli.tour.untouched"));
    }

    private static String text(@Nullable String role) {
        return role == null ? "" : RoleDesk.text(Json.object(role));
    }
}
