package itb.backoffice.shell.page;

import itb.backoffice.platform.Background;
import itb.backoffice.platform.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Writes what a table shows into a file that every spreadsheet opens. */
public final class Csv {
    /** Tells spreadsheets that the letters are UTF-8. */
    private static final String MARK = "\uFEFF";

    private final Messages messages;
    private final Background background;

    /** Writes in the background. */
    public Csv(Messages messages, Background background) {
        this.messages = messages;
        this.background = background;
    }

    /** Asks for a file and writes it; {@code then} is told how it is called, or an empty text where it could not be written. */
    void export(String name, List<List<String>> rows, Window window, Consumer<String> then) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("page.act.export"));
        chooser.setInitialFileName(name + ".csv");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        var file = chooser.showSaveDialog(window);
        if (file != null) {
            background.run(() -> write(file.toPath(), rows), then);
        }
    }

    private static String write(Path file, List<List<String>> rows) {
        try {
            Files.writeString(file, MARK + text(rows), StandardCharsets.UTF_8);
            return file.getFileName().toString();
        } catch (IOException cannotBeWritten) {
            return "";
        }
    }

    /** The rows as lines: cells apart by commas, in quotes where they need them. */
    static String text(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        // What begins like a formula would be run by a spreadsheet.
        String safe = text.matches("(?s)[=+@\\t\\r-].*") && !text.matches("[+-]?[0-9 ()./-]*") ? "\u2019" + text : text;
        return safe.matches("(?s).*[\",;\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
