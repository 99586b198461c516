package itb.backoffice.shell.review;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.WholeFile;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.print.PageLayout;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.stage.FileChooser;

/** Puts the plan on paper, or into a file for a colleague to read. */
final class PlanPaper {
    private final Messages texts;
    private final Background background;
    private final ReviewFrame frame;
    private final Supplier<PlanSheet> sheet;

    PlanPaper(Messages texts, Background background, ReviewFrame frame, Supplier<PlanSheet> sheet) {
        this.texts = texts;
        this.background = background;
        this.frame = frame;
        this.sheet = sheet;
        frame.print.setOnAction(event -> lookForPrinter());
        frame.save.setOnAction(event -> chooseFile());
    }

    /** Asking the system for its printers may take a while. */
    private void lookForPrinter() {
        background.run(() -> !Printer.getAllPrinters().isEmpty(), any -> {
            PrinterJob job = any ? PrinterJob.createPrinterJob() : null;
            if (job == null) {
                frame.notice(texts.get("shell.review.print.none"));
                frame.save.requestFocus();
            } else if (job.showPrintDialog(frame.root().getScene().getWindow())) {
                print(job);
            } else {
                job.cancelJob();
            }
        });
    }

    private void print(PrinterJob job) {
        PageLayout layout = job.getJobSettings().getPageLayout();
        PrintBlocks blocks = new PrintBlocks(sheet.get(), texts);
        PrintPages pages = new PrintPages(
                blocks.all(ZonedDateTime.now()), layout.getPrintableWidth(), layout.getPrintableHeight());
        frame.notice(texts.get("shell.review.print.running"));
        page(job, layout, pages, 0);
    }

    /** One page for each turn of the FX thread, so that a long plan never holds up the window. */
    private void page(PrinterJob job, PageLayout layout, PrintPages pages, int done) {
        if (!pages.hasNext()) {
            boolean ended = job.endJob();
            frame.notice(texts.get(ended ? "shell.review.print.done" : "shell.review.print.failed", done));
        } else if (job.printPage(layout, pages.next())) {
            Platform.runLater(() -> page(job, layout, pages, done + 1));
        } else {
            job.cancelJob();
            frame.notice(texts.get("shell.review.print.failed", done));
        }
    }

    private void chooseFile() {
        PlanSheet now = sheet.get();
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("shell.review.save"));
        chooser.setInitialFileName(
                texts.get("shell.review.save.name", LocalDate.now().toString()) + ".html");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("HTML", "*.html"));
        File file = chooser.showSaveDialog(frame.root().getScene().getWindow());
        if (file != null) {
            save(now, file.toPath());
        }
    }

    private void save(PlanSheet now, Path file) {
        background.run(
                () -> written(now, file),
                saved -> frame.notice(texts.get(
                        saved ? "shell.review.saved" : "shell.review.notSaved", String.valueOf(file.getFileName()))));
    }

    private boolean written(PlanSheet now, Path file) {
        try {
            WholeFile.write(file, PlanPage.of(now, ZonedDateTime.now(), texts).getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException notWritable) {
            return false;
        }
    }
}
