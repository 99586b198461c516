package itb.backoffice.validation.pack;

import com.fasterxml.jackson.databind.JsonNode;
import itb.backoffice.connection.Answer;
import itb.backoffice.connection.Failure;
import itb.backoffice.connection.FhirServer;
import itb.backoffice.platform.Json;
import itb.backoffice.platform.Progress;
import itb.backoffice.validation.engine.BuiltInPackage;
import itb.backoffice.validation.engine.DefinitionSource;
import itb.backoffice.validation.engine.ProfilePackage;
import itb.backoffice.validation.pack.PackageAdvice.Known;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packages of profiles that there are: those that come with the program, and those that the user imported. Calls wait. */
public final class Packages {
    /** Stands for the newest package that comes with the program, whichever that is. */
    public static final String NEWEST = "";

    private final PackageStore store;
    private final Clock clock;

    /** Those in {@code store}, beside the program's own. */
    public Packages(PackageStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What a connection can name: the program's own, newest first, then what was imported. */
    public List<PackageChoice> choices() {
        List<PackageChoice> choices = new ArrayList<>();
        for (BuiltInPackage one : BuiltInPackage.all()) {
            String key = one == BuiltInPackage.NEWEST ? NEWEST : id(one).toString();
            choices.add(new PackageChoice(key, id(one), true));
        }
        for (InstalledPackage one : store.all()) {
            if (one.profiles() > 0) {
                choices.add(new PackageChoice(one.id().toString(), one.id(), false));
            }
        }
        return choices;
    }

    /** The imported packages, by name and version. */
    public List<InstalledPackage> installed() {
        return store.all();
    }

    /** What {@code chosen} stands for; where that is not here, the newest that comes with the program. */
    public PackageInUse inUse(String chosen) {
        Optional<PackageId> wanted = PackageId.parse(chosen);
        for (BuiltInPackage one : BuiltInPackage.all()) {
            if (wanted.isPresent() && wanted.get().equals(id(one))) {
                return builtIn(one, false);
            }
        }
        return wanted.flatMap(store::find)
                .flatMap(this::inUse)
                .orElseGet(() -> builtIn(BuiltInPackage.NEWEST, !chosen.equals(NEWEST)));
    }

    private Optional<PackageInUse> inUse(InstalledPackage installed) {
        return store.content(installed.id())
                .map(content -> inUse(Dependencies.of(content, wanted -> PackageImport.installed(store, wanted))));
    }

    private static PackageInUse inUse(Dependencies whole) {
        return new PackageInUse(whole.root().id(), false, whole.sources());
    }

    /** A package that comes with the program, in use. */
    public static PackageInUse builtIn(BuiltInPackage one) {
        return builtIn(one, false);
    }

    private static PackageInUse builtIn(BuiltInPackage one, boolean missing) {
        return new PackageInUse(id(one), missing, List.<DefinitionSource>of(one));
    }

    /**
     * Which package a server should be checked against.
     *
     * @param named the canonical urls of the profiles and guides that it names
     * @param chosen the one that is in use
     */
    public PackageAdvice advise(Collection<String> named, String chosen) {
        return PackageAdvice.of(named, chosen, known());
    }

    private List<Known> known() {
        List<Known> known = new ArrayList<>();
        for (PackageChoice choice : choices()) {
            if (choice.builtIn()) {
                ProfilePackage texts = inUse(choice.key()).sources().getFirst().texts();
                Map<String, String> urls = new HashMap<>();
                for (String text : texts.definitions()) {
                    JsonNode json = Json.object(text);
                    urls.put(json.path("url").asText(""), json.path("version").asText(""));
                }
                known.add(new Known(choice, texts.canonical(), urls));
            } else {
                store.find(choice.id())
                        .ifPresent(one -> known.add(new Known(choice, one.canonical(), store.structures(one.id()))));
            }
        }
        return known;
    }

    /** Imports {@code files}, all of them or none. */
    public ImportOutcome importFiles(List<Path> files, Progress progress) {
        return new PackageImport(store, clock).files(files, progress);
    }

    /** Makes a package of what {@code server} has, and imports it; {@code address} is the server's. */
    public ImportOutcome importFrom(FhirServer server, String address, Progress progress) {
        try {
            return switch (new ServerDefinitions(server, address).read(progress)) {
                case Answer.Ok<PackageContent>(PackageContent content) ->
                    new PackageImport(store, clock).content(content, address, progress);
                case Answer.Failed<PackageContent>(Failure failure) -> new ImportOutcome.Unreachable(failure);
            };
        } catch (Refused e) {
            return e.from(address).outcome();
        }
    }

    /** The package in {@code file}, checked as for an import, and not kept. */
    public PackageLook look(Path file) {
        try {
            Dependencies whole = PackageImport.look(store, file);
            return new PackageLook.Found(inUse(whole));
        } catch (Refused e) {
            return new PackageLook.Refused(e.refusal());
        }
    }

    /** The definitions that {@code server} has, checked as for an import, and not kept. */
    public PackageLook look(FhirServer server, String address) {
        try {
            switch (new ServerDefinitions(server, address).read(Progress.none())) {
                case Answer.Ok<PackageContent>(PackageContent content) -> {
                    Dependencies whole = Dependencies.of(content, wanted -> Optional.empty());
                    PackageCheck.check(whole);
                    return new PackageLook.Found(inUse(whole));
                }
                case Answer.Failed<PackageContent>(Failure failure) -> {
                    return new PackageLook.Unreachable(failure);
                }
            }
        } catch (Refused e) {
            return new PackageLook.Refused(e.refusal());
        }
    }

    /** Takes a package off the list; it comes back by {@link #restore} until {@link #forget}. */
    public void remove(PackageId id) {
        store.remove(id);
    }

    /** Takes a removal back. */
    public void restore(PackageId id) {
        store.restore(id);
    }

    /** Deletes what is left of a removed package. */
    public void forget(PackageId id) {
        store.forget(id);
    }

    private static PackageId id(BuiltInPackage one) {
        return new PackageId(one.name(), one.version());
    }
}
