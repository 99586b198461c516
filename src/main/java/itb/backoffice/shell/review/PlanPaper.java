package itb.backoffice.shell.review;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.platform.WholeFile;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
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
        Printing printing = new Printing(sheet.get(), texts, Platform::runLater, page -> job.printPage(layout, page));
        frame.print.setDisable(true);
        frame.notice("");
        boolean[] told = {false};
        background.run(
                texts.get("shell.review.print.running"),
                progress -> printing.run(
                        layout.getPrintableWidth(), layout.getPrintableHeight(), ZonedDateTime.now(), progress),
                printed -> {
                    told[0] = true;
                    boolean ended = printed.whole() && job.endJob();
                    if (!ended) {
                        job.cancelJob();
                    }
                    frame.notice(texts.get(
                            ended ? "shell.review.print.done" : "shell.review.print.failed", printed.pages()));
                },
                () -> {
                    frame.print.setDisable(false);
                    if (!told[0]) {
                        job.cancelJob();
                        frame.notice(texts.get("shell.review.print.stopped"));
                    }
                });
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
        frame.save.setDisable(true);
        background.run(
                texts.get("shell.review.saving"),
                progress -> written(now, file, progress),
                saved -> frame.notice(texts.get(
                        saved ? "shell.review.saved" : "shell.review.notSaved", String.valueOf(file.getFileName()))),
                () -> frame.save.setDisable(false));
    }

    private boolean written(PlanSheet now, Path file, Progress progress) {
        try {
            WholeFile.write(file, out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                PlanPage.write(now, ZonedDateTime.now(), texts, writer, progress);
                writer.flush();
            });
            return true;
        } catch (IOException notWritable) {
            return false;
        }
    }
}
