package itb.backoffice;

import itb.backoffice.cli.Cli;

/** The start of the program: a command where one is named, the window otherwise. */
public final class App {
    private App() {}

    /** Starts a command, or the window where there are no arguments. */
    public static void main(String... args) {
        System.exit(Cli.run(args));
    }
}
