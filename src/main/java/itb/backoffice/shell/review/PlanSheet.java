package itb.backoffice.shell.review;

import itb.backoffice.connection.Connection;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.UploadPlan;
import java.net.URI;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is put on paper.
 *
 * @param to where it would go
 * @param touched what else hidden and deleted things touch, by {@code Type/id}
 * @param ended how its upload ended; null before
 */
record PlanSheet(
        Connection to,
        UploadPlan plan,
        Map<String, List<Touched>> touched,
        @Nullable Ended ended) {
    static PlanSheet of(Connection to, UploadPlan plan, @Nullable Ended ended, ReviewHost host) {
        Map<String, List<Touched>> touched = new HashMap<>();
        for (PlanLine line : plan.lines()) {
            if (line.hides()) {
                touched.put(line.reference(), host.touched(line.reference()));
            }
        }
        return new PlanSheet(to, plan, Map.copyOf(touched), ended);
    }

    /** Where the server is, without a name or password that somebody may have written into its address. */
    static String address(Connection connection) {
        URI base = connection.baseUrl();
        String port = base.getPort() < 0 ? "" : ":" + base.getPort();
        return base.getScheme() + "://" + base.getHost() + port + base.getPath();
    }

    /** The lines in the order in which they stand on the screen. */
    List<PlanLine> lines() {
        return ended == null ? plan.lines() : ended.lines();
    }

    List<Touched> touched(PlanLine line) {
        return touched.getOrDefault(line.reference(), List.of());
    }

    /** When the sheet was made, with its date in words. */
    static String moment(ZonedDateTime made, Messages texts) {
        return made.format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(texts.locale()));
    }
}
