package itb.backoffice.shell.review;

import itb.backoffice.connection.Connection.Environment;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.OutcomeWords;
import java.time.ZonedDateTime;

/**
 * What stands above a plan on paper, however that is made.
 *
 * @param title how much for whom
 * @param address where that is, without secrets
 * @param made as of when, and what of it is on the server
 * @param going how much of it goes, or went
 */
record PlanHead(String title, String address, Environment environment, String made, String going) {
    static PlanHead of(PlanSheet sheet, ZonedDateTime made, Messages texts) {
        int all = sheet.plan().lines().size();
        Ended ended = sheet.ended();
        String when = PlanSheet.moment(made, texts);
        return new PlanHead(
                texts.get("shell.review.page.title", all, sheet.to().name()),
                PlanSheet.address(sheet.to()),
                sheet.to().environment(),
                texts.get(ended == null ? "shell.review.page.made" : "shell.review.page.ended", when),
                ended == null
                        ? texts.get(
                                "shell.review.page.going",
                                sheet.plan().standing().count(),
                                all)
                        : new OutcomeWords(texts).summary(ended.result()));
    }
}
