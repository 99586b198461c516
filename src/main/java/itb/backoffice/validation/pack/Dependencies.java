package itb.backoffice.validation.pack;

import itb.backoffice.validation.engine.BuiltInPackage;
import itb.backoffice.validation.engine.DefinitionSource;
import itb.backoffice.validation.engine.ProfilePackage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A package with those that it needs, as far as they are at hand.
 *
 * @param needed the packages that it needs, and those that they need
 * @param builtIn those among them that come with the program
 * @param absent what nobody has
 */
record Dependencies(
        PackageContent root, List<PackageContent> needed, List<BuiltInPackage> builtIn, List<PackageId> absent) {
    private static final Pattern CANONICAL = Pattern.compile("\"((?:https?:|urn:)[^\"|\\\\]+)");

    /** Follows what {@code root} needs; {@code at} looks a package up. */
    static Dependencies of(PackageContent root, Function<PackageId, Optional<PackageContent>> at) {
        Map<PackageId, PackageContent> needed = new LinkedHashMap<>();
        List<BuiltInPackage> builtIn = new ArrayList<>();
        List<PackageId> absent = new ArrayList<>();
        Set<PackageId> asked = new HashSet<>(Set.of(root.id()));
        Deque<PackageId> open = new ArrayDeque<>(root.manifest().dependencies());
        while (!open.isEmpty()) {
            PackageId id = open.remove();
            if (!asked.add(id)) {
                continue;
            }
            Optional<BuiltInPackage> own = BuiltInPackage.all().stream()
                    .filter(one -> fits(id, new PackageId(one.name(), one.version())))
                    .findFirst();
            Optional<PackageContent> found = own.isPresent() ? Optional.empty() : at.apply(id);
            if (own.isPresent()) {
                builtIn.add(own.get());
            } else if (found.isEmpty()) {
                absent.add(id);
            } else if (needed.putIfAbsent(found.get().id(), found.get()) == null) {
                open.addAll(found.get().manifest().dependencies());
            }
        }
        return new Dependencies(root, List.copyOf(needed.values()), List.copyOf(builtIn), List.copyOf(absent));
    }

    /** Whether {@code there} is what {@code wanted} asks for, by its exact version or by npm's and FHIR's loose ones. */
    static boolean fits(PackageId wanted, PackageId there) {
        if (!wanted.name().equals(there.name())) {
            return false;
        }
        String version = wanted.version();
        return version.equals(there.version())
                || Set.of("", "current", "dev", "latest", "*").contains(version)
                || (version.endsWith(".x") && there.version().startsWith(version.substring(0, version.length() - 1)));
    }

    /** What the validator works on: the package itself, then of the others all that it leads to. */
    List<DefinitionSource> sources() {
        List<DefinitionSource> sources = new ArrayList<>();
        sources.add(source(root, root.definitions()));
        Set<PackedDefinition> reached = reached();
        for (PackageContent other : needed) {
            sources.add(source(
                    other,
                    other.definitions().stream().filter(reached::contains).toList()));
        }
        sources.addAll(builtIn);
        return sources;
    }

    private static ProfilePackage source(PackageContent content, Collection<PackedDefinition> definitions) {
        Map<String, String> dependencies = new HashMap<>();
        content.manifest().dependencies().forEach(one -> dependencies.put(one.name(), one.version()));
        return new ProfilePackage(
                content.id().name(),
                content.id().version(),
                content.manifest().canonical(),
                dependencies,
                definitions.stream().map(PackedDefinition::text).toList());
    }

    /** A package of terminology has thousands of code systems, of which a profile uses three. */
    private Set<PackedDefinition> reached() {
        Map<String, List<PackedDefinition>> byUrl = new HashMap<>();
        for (PackageContent other : needed) {
            other.definitions()
                    .forEach(one -> byUrl.computeIfAbsent(one.url(), url -> new ArrayList<>())
                            .add(one));
        }
        Set<PackedDefinition> reached = new HashSet<>();
        Deque<PackedDefinition> open = new ArrayDeque<>(byUrl.isEmpty() ? List.of() : root.definitions());
        while (!open.isEmpty()) {
            Matcher url = CANONICAL.matcher(open.remove().text());
            while (url.find()) {
                for (PackedDefinition one : byUrl.getOrDefault(url.group(1), List.of())) {
                    if (reached.add(one)) {
                        open.add(one);
                    }
                }
            }
        }
        return reached;
    }
}
