package itb.backoffice.validation.pack;

import java.util.List;

/** Everything of a package that the program uses. */
record PackageContent(PackageManifest manifest, List<PackedDefinition> definitions) {
    PackageId id() {
        return manifest.id();
    }

    /** How many profiles of resources it holds, extensions and data types left out. */
    int profiles() {
        return (int) definitions.stream().filter(PackageContent::isProfile).count();
    }

    static boolean isProfile(PackedDefinition definition) {
        return definition.head("kind").equals("resource")
                && definition.head("derivation").equals("constraint");
    }
}
