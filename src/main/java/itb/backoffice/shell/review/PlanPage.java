package itb.backoffice.shell.review;

import itb.backoffice.draft.Draft;
import itb.backoffice.form.picture.PictureFile;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.upload.FieldChange;
import itb.backoffice.upload.PlanLine;
import itb.backoffice.upload.Segment;
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
    private final Appendable html;

    private PlanPage(Messages texts, Appendable html) {
        this.texts = texts;
        this.html = html;
    }

    /** Writes the page for {@code sheet}, made at {@code made}, to {@code out}, line by line: its pictures may be many. */
    static void write(PlanSheet sheet, ZonedDateTime made, Messages texts, Appendable out, Progress progress)
            throws IOException {
        new PlanPage(texts, out).whole(sheet, PlanHead.of(sheet, made, texts), progress);
    }

    private void whole(PlanSheet sheet, PlanHead head, Progress progress) throws IOException {
        write("<!DOCTYPE html>\n<html lang=\"" + texts.locale().getLanguage()
                + "\">\n<head>\n<meta charset=\"utf-8\">\n");
        write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
        write(" img-src data:; style-src 'unsafe-inline'\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        tag("title", "", head.title());
        write("<style>\n" + styles() + "</style>\n</head>\n<body>\n<header>\n");
        tag("h1", "", head.title());
        write("<p>");
        tag("strong", head.environment().name(), texts.get("shell.environment." + head.environment()));
        write(" " + escaped(head.address()) + "</p>\n");
        tag("p", "quiet", head.made());
        tag("p", "quiet", head.going());
        write("</header>\n<main>\n");
        PlanWords words = new PlanWords(sheet, texts);
        int done = 0;
        List<PlanLine> lines = sheet.lines();
        for (PlanLine line : lines) {
            progress.report("", done++, lines.size());
            progress.check();
            line(line, words.notes(line), sheet.touched(line));
        }
        write("</main>\n</body>\n</html>\n");
    }

    private static String styles() {
        try (InputStream in = Objects.requireNonNull(PlanPage.class.getResourceAsStream("plan.css"), "plan.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(PlanLine line, List<String> notes, List<Touched> touched) throws IOException {
        write("<section class=\"" + line.draft().kind() + "\">\n");
        tag("h2", "", line.summary().title());
        tag("p", "quiet", line.action());
        for (String note : notes) {
            tag("p", "note", note);
        }
        changes(line);
        for (Finding finding : line.findings()) {
            tag("p", finding.severity().isError() ? "note error" : "note", FindingLines.words(finding, texts));
        }
        if (!touched.isEmpty()) {
            write("<div class=\"note\">\n");
            tag("strong", "", texts.get("shell.review.touched", TouchedLines.numbers(touched)));
            for (Touched one : touched) {
                tag("p", "", String.join(" · ", one.names()));
            }
            write("</div>\n");
        }
        write("</section>\n");
    }

    private void changes(PlanLine line) throws IOException {
        boolean both = line.draft().kind() == Draft.Kind.UPDATE;
        write("<table>\n");
        if (both) {
            write("<thead><tr><td></td>");
            tag("th", "", texts.get("shell.review.before"));
            tag("th", "", texts.get("shell.review.after"));
            write("</tr></thead>\n");
        }
        write("<tbody>\n");
        for (FieldChange change : line.changes()) {
            write("<tr>");
            tag("th", "", change.label());
            if (both && !change.segments().isEmpty()) {
                write("<td colspan=\"2\">");
                for (Segment segment : change.segments()) {
                    segment(segment);
                }
                write("</td>");
            } else {
                if (line.draft().kind() != Draft.Kind.CREATE) {
                    value(change.before(), "old");
                }
                if (line.draft().kind() != Draft.Kind.DELETE) {
                    value(change.after(), "");
                }
            }
            write("</tr>\n");
        }
        write("</tbody>\n</table>\n");
    }

    private void segment(Segment segment) throws IOException {
        switch (segment.kind()) {
            case SAME -> write(escaped(segment.text()));
            case REMOVED -> tag("del", "", segment.text());
            case ADDED -> tag("ins", "", segment.text());
        }
    }

    private void value(Worded worded, String style) throws IOException {
        switch (worded) {
            case Worded.Nothing nothing -> tag("td", "nothing", texts.get("shell.review.nothing"));
            case Worded.Text text -> tag("td", style, text.words());
            case Worded.Picture picture -> {
                write("<td class=\"" + style + "\"><figure>");
                String kind = PictureFile.format(picture.bytes()).orElse("");
                if (!kind.isEmpty()) {
                    write("<img alt=\"\" src=\"data:image/" + kind + ";base64,");
                    write(Base64.getEncoder().encodeToString(picture.bytes()));
                    write("\">");
                }
                tag("figcaption", "", kind.isEmpty() ? texts.get("shell.review.noPicture") : picture.plain());
                write("</figure></td>");
            }
        }
    }

    private void tag(String name, String style, String words) throws IOException {
        write("<" + name + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">");
        write(escaped(words) + "</" + name + ">");
    }

    private void write(String words) throws IOException {
        html.append(words);
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
