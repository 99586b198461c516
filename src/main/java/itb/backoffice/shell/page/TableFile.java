package itb.backoffice.shell.page;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.Csv;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Progress;
import itb.backoffice.platform.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Writes what a table shows into a file that every spreadsheet opens. */
public final class TableFile {
    private static final int TELL_EVERY = 1_000;

    private final Messages messages;
    private final Background background;

    /** Writes in the background. */
    public TableFile(Messages messages, Background background) {
        this.messages = messages;
        this.background = background;
    }

    /** Asks for a file and writes it; {@code then} is told how it is called, or an empty text where it could not be written. */
    void export(String name, LineTexts texts, Window window, Consumer<String> then) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("page.act.export"));
        chooser.setInitialFileName(name + ".csv");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        var file = chooser.showSaveDialog(window);
        if (file != null) {
            background.run(
                    messages.get("page.act.export"),
                    progress -> write(file.toPath(), texts, messages.locale(), progress),
                    then);
        }
    }

    /** A file that was there before stays as it is until the new one is whole. */
    static String write(Path file, LineTexts texts, Locale locale, Progress progress) {
        Csv csv = new Csv(locale).line(texts.headings());
        int size = texts.rows().size();
        for (int i = 0; i < size; i++) {
            csv.line(texts.cells(texts.rows().get(i)));
            if (i % TELL_EVERY == 0) {
                progress.check();
                progress.report("", i, size);
            }
        }
        try {
            WholeFile.write(file, csv.bytes());
            return file.getFileName().toString();
        } catch (IOException cannotBeWritten) {
            return "";
        }
    }
}
