package itb.backoffice.shell.review;

import itb.backoffice.catalogue.Summaries;
import itb.backoffice.draft.Draft;
import itb.backoffice.form.picture.PictureFile;
import itb.backoffice.platform.Messages;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.Segment;
import itb.backoffice.upload.Standing;
import itb.backoffice.upload.Worded;
import itb.backoffice.validation.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A plan as one HTML file for a colleague who has not got this program: pictures and looks are in it, nothing is fetched,
 * nothing can run, and whatever anybody typed is text.
 */
final class PlanPage {
    private final Messages texts;
    private final StringBuilder html = new StringBuilder();

    private PlanPage(Messages texts) {
        this.texts = texts;
    }

    /** The page for {@code sheet}, made at {@code made}. */
    static String of(PlanSheet sheet, ZonedDateTime made, Messages texts) {
        PlanPage page = new PlanPage(texts);
        page.whole(sheet, made);
        return page.html.toString();
    }

    private void whole(PlanSheet sheet, ZonedDateTime made) {
        String title = texts.get(
                "shell.review.page.title",
                sheet.plan().lines().size(),
                sheet.to().name());
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(texts.locale().getLanguage())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .append(
                        " img-src data:; style-src 'unsafe-inline'\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        tag("title", "", title);
        html.append("<style>\n").append(styles()).append("</style>\n</head>\n<body>\n<header>\n");
        tag("h1", "", title);
        String environment = "shell.environment." + sheet.to().environment();
        html.append("<p><strong class=\"")
                .append(sheet.to().environment())
                .append("\">")
                .append(escaped(texts.get(environment)))
                .append("</strong> ")
                .append(escaped(PlanSheet.address(sheet.to())))
                .append("</p>\n");
        String when = PlanSheet.moment(made, texts);
        Standing standing = sheet.plan().standing();
        tag("p", "quiet", texts.get("shell.review.page.made", when));
        tag(
                "p",
                "quiet",
                texts.get(
                        "shell.review.page.going",
                        standing.count(),
                        sheet.plan().lines().size()));
        html.append("</header>\n<main>\n");
        sheet.plan().lines().forEach(line -> line(line, sheet, standing));
        html.append("</main>\n</body>\n</html>\n");
    }

    private static String styles() {
        try (InputStream in = Objects.requireNonNull(PlanPage.class.getResourceAsStream("plan.css"), "plan.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(PlanLine line, PlanSheet sheet, Standing standing) {
        html.append("<section class=\"").append(line.draft().kind()).append("\">\n");
        tag("h2", "", line.summary().title());
        String place = line.summary().fact(Summaries.CLINIC);
        tag("p", "quiet", place.isEmpty() ? line.action() : line.action() + " · " + place);
        if (!standing.goes(line)) {
            tag("p", "note", PlanWords.stays(line, standing, texts));
        }
        if (line.draft().merged()) {
            tag("p", "note", texts.get("shell.review.merged"));
        }
        changes(line);
        for (Finding finding : line.findings()) {
            tag("p", finding.severity().isError() ? "note error" : "note", FindingLines.words(finding, texts));
        }
        List<Touched> touched = sheet.touched(line);
        if (!touched.isEmpty()) {
            html.append("<div class=\"note\">\n");
            tag("strong", "", texts.get("shell.review.touched", TouchedLines.numbers(touched)));
            touched.forEach(one -> tag("p", "", String.join(" · ", one.names())));
            html.append("</div>\n");
        }
        html.append("</section>\n");
    }

    private void changes(PlanLine line) {
        boolean both = line.draft().kind() == Draft.Kind.UPDATE;
        html.append("<table>\n");
        if (both) {
            html.append("<thead><tr><td></td>");
            tag("th", "", texts.get("shell.review.before"));
            tag("th", "", texts.get("shell.review.after"));
            html.append("</tr></thead>\n");
        }
        html.append("<tbody>\n");
        for (FieldChange change : line.changes()) {
            html.append("<tr>");
            tag("th", "", change.label());
            if (both && !change.segments().isEmpty()) {
                html.append("<td colspan=\"2\">");
                change.segments().forEach(this::segment);
                html.append("</td>");
            } else {
                if (line.draft().kind() != Draft.Kind.CREATE) {
                    value(change.before(), "old");
                }
                if (line.draft().kind() != Draft.Kind.DELETE) {
                    value(change.after(), "");
                }
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private void segment(Segment segment) {
        switch (segment.kind()) {
            case SAME -> html.append(escaped(segment.text()));
            case REMOVED -> tag("del", "", segment.text());
            case ADDED -> tag("ins", "", segment.text());
        }
    }

    private void value(Worded worded, String style) {
        switch (worded) {
            case Worded.Nothing nothing -> tag("td", "nothing", texts.get("shell.review.nothing"));
            case Worded.Text text -> tag("td", style, text.words());
            case Worded.Picture picture -> {
                html.append("<td class=\"").append(style).append("\"><figure>");
                String kind = PictureFile.format(picture.bytes()).orElse("");
                if (!kind.isEmpty()) {
                    html.append("<img alt=\"\" src=\"data:image/")
                            .append(kind)
                            .append(";base64,")
                            .append(Base64.getEncoder().encodeToString(picture.bytes()))
                            .append("\">");
                }
                tag("figcaption", "", kind.isEmpty() ? texts.get("shell.review.noPicture") : picture.plain());
                html.append("</figure></td>");
            }
        }
    }

    private void tag(String name, String style, String words) {
        html.append('<').append(name);
        if (!style.isEmpty()) {
            html.append(" class=\"").append(style).append('"');
        }
        html.append('>').append(escaped(words)).append("</").append(name).append('>');
    }

    /** Text as text: no sign in it can end it. */
    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
