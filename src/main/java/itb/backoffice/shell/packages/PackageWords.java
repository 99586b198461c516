package itb.backoffice.shell.packages;

import itb.backoffice.platform.Messages;
import itb.backoffice.validation.pack.PackageChoice;
import itb.backoffice.validation.pack.PackageId;

/** What packages are called on the screen. */
public final class PackageWords {
    private PackageWords() {}

    /** A package that can be chosen. */
    public static String of(PackageChoice choice, Messages texts) {
        return choice.builtIn()
                ? texts.get("shell.packages.builtIn", choice.id().version())
                : of(choice.id());
    }

    /** The id of a control that belongs to a package. */
    static String nodeId(String what, PackageId id) {
        return what + "-" + id.toString().replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** A package by its name and version. */
    public static String of(PackageId id) {
        return id.name() + " " + id.version();
    }
}
