package itb.backoffice.validation.pack;

import java.util.Optional;

/** A package by its name and version, written {@code name#version}. */
public record PackageId(String name, String version) {
    private static final String PART = "[A-Za-z0-9][A-Za-z0-9._+-]{0,127}";

    /** Reads {@code name#version}; empty where it is none. */
    public static Optional<PackageId> parse(String text) {
        int hash = text.indexOf('#');
        if (hash < 0) {
            return Optional.empty();
        }
        PackageId id = new PackageId(text.substring(0, hash), text.substring(hash + 1));
        return id.isUsable() ? Optional.of(id) : Optional.empty();
    }

    /** Whether name and version can stand in a file name and on a command line. */
    boolean isUsable() {
        return name.matches(PART) && version.matches(PART);
    }

    @Override
    public String toString() {
        return name + "#" + version;
    }
}
