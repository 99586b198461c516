package itb.backoffice.validation.pack;

import java.util.List;

/** Everything of a package that the program uses. */
record PackageContent(PackageManifest manifest, List<PackedDefinition> definitions) {
    PackageId id() {
        return manifest.id();
    }

    /** How many profiles of resources it holds, extensions and data types left out. */
    int profiles() {
        return (int) definitions.stream()
                .filter(one -> one.head("kind").equals("resource")
                        && one.head("derivation").equals("constraint"))
                .count();
    }
}
