package itb.backoffice.cli;

import itb.backoffice.platform.Messages;
import java.io.PrintWriter;

/** Writes the tour: numbered steps, and under each its rows, labels and values aligned. */
final class TourPrinter {
    private static final int LABEL = 21;
    private static final int WIDTH = 100;
    private static final String INDENT = "   ";

    private final PrintWriter out;
    private final Messages messages;
    private int step;

    TourPrinter(PrintWriter out, Messages messages) {
        this.out = out;
        this.messages = messages;
    }

    /** A sentence on its own. */
    void sentence(String text) {
        lines("", text);
    }

    /** Begins the next step, whose title lies under {@code cli.tour.step.NAME}. */
    void step(String name) {
        step++;
        out.println();
        out.println(step + ". " + messages.get("cli.tour.step." + name));
        out.flush();
    }

    /** The last words, under a key of their own. */
    void end(String key) {
        out.println();
        sentence(messages.get(key));
    }

    /** A value with its label. */
    void row(String label, String value) {
        // A label of the user's language may be longer than there is room: one space still keeps them apart.
        lines(INDENT + String.format("%-" + LABEL + "s ", label), value);
    }

    private void lines(String first, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.strip().split("\\s+")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line = new StringBuilder(first.isEmpty() ? "" : INDENT + " ".repeat(LABEL + 1));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.println(line.toString().stripTrailing());
        out.flush();
    }
}
