package itb.backoffice.validation.chain;

import itb.backoffice.catalogue.CatalogueStore;
import itb.backoffice.catalogue.StoredResource;
import itb.backoffice.platform.Messages;
import itb.backoffice.platform.Parallel;
import itb.backoffice.platform.Progress;
import itb.backoffice.platform.Utf8Text;
import itb.backoffice.validation.CheckStore;
import itb.backoffice.validation.CheckStore.Result;
import itb.backoffice.validation.Finding;
import itb.backoffice.validation.Finding.Origin;
import itb.backoffice.validation.Finding.Severity;
import itb.backoffice.validation.Validator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks a whole chain: each resource by itself, as a draft has it or else as it was downloaded, and only where it
 * changed since the last time; then all of them beside one another. Holds no more than a few texts at a time.
 */
public final class ChainCheck {
    private static final int KEPT_AT_ONCE = 50;

    /** One piece of work, and what came of it the last time. */
    private record Task(
            String reference,
            @Nullable Edited edited,
            @Nullable Result before) {}

    private final CatalogueStore catalogue;
    private final CheckStore checks;
    private final Validator validator;
    private final Parallel parallel;
    private final Supplier<Messages> messages;

    /**
     * Checks what is in {@code catalogue}, each resource by itself with {@code validator}, and keeps what it finds in
     * {@code checks}.
     */
    public ChainCheck(
            CatalogueStore catalogue,
            CheckStore checks,
            Validator validator,
            Parallel parallel,
            Supplier<Messages> messages) {
        this.catalogue = catalogue;
        this.checks = checks;
        this.validator = validator;
        this.parallel = parallel;
        this.messages = messages;
    }

    /**
     * Checks everything. What was found before {@code progress} stopped it is kept.
     *
     * @param edits the drafts, new resources among them
     * @param deleted what drafts will delete
     * @param found given whatever was checked anew, some at a time
     */
    public ChainVerdict run(
            List<Edited> edits, Set<String> deleted, Consumer<Map<String, Judged>> found, Progress progress) {
        Map<String, Judged> judged = new TreeMap<>();
        List<Task> tasks = tasks(edits, deleted, judged);
        long known = judged.size();
        long all = known + tasks.size();
        Map<String, Result> fresh = new HashMap<>();
        long[] done = {known};
        try {
            parallel.each(
                    tasks.iterator(),
                    this::check,
                    (task, checked) -> {
                        done[0]++;
                        checked.ifPresent(one -> {
                            fresh.put(task.reference(), one);
                            judged.put(task.reference(), judged(one, task.edited() != null));
                        });
                        if (fresh.size() >= KEPT_AT_ONCE) {
                            keep(fresh, judged, found);
                        }
                        progress.report(messages.get().get("validation.chain.progress", done[0], all), done[0], all);
                    },
                    progress);
        } finally {
            keep(fresh, judged, found);
        }
        return beside(judged, edits);
    }

    private void keep(Map<String, Result> fresh, Map<String, Judged> judged, Consumer<Map<String, Judged>> found) {
        if (!fresh.isEmpty()) {
            checks.put(fresh);
            Map<String, Judged> now = new HashMap<>();
            fresh.keySet().forEach(reference -> now.put(reference, judged.get(reference)));
            fresh.clear();
            found.accept(now);
        }
    }

    /** What must be looked at; what need not goes into {@code judged}. */
    private List<Task> tasks(List<Edited> edits, Set<String> deleted, Map<String, Judged> judged) {
        Map<String, String> stamps = new TreeMap<>(catalogue.stamps());
        stamps.keySet().removeAll(deleted);
        Map<String, Edited> drafts = new HashMap<>();
        for (Edited edited : edits) {
            drafts.put(edited.reference(), edited);
            stamps.put(edited.reference(), edited.stamp());
        }
        Map<String, Result> known = checks.results();
        Set<String> gone = new HashSet<>(known.keySet());
        gone.removeAll(stamps.keySet());
        if (!gone.isEmpty()) {
            checks.remove(gone);
        }
        List<Task> tasks = new ArrayList<>();
        stamps.forEach((reference, stamp) -> {
            Result before = known.get(reference);
            if (before != null && !stamp.isEmpty() && before.stamp().equals(whole(stamp))) {
                judged.put(reference, judged(before, drafts.containsKey(reference)));
            } else {
                tasks.add(new Task(reference, drafts.get(reference), before));
            }
        });
        return tasks;
    }

    private String whole(String stamp) {
        return validator.stamp() + " " + stamp;
    }

    /** Empty where the resource went away meanwhile. */
    private Optional<Result> check(Task task) {
        Edited edited = task.edited();
        if (edited != null) {
            List<Finding> findings = validator.validate(edited.json(), edited.base());
            return Optional.of(checked(whole(edited.stamp()), findings, Utf8Text.of(edited.json())));
        }
        int slash = task.reference().indexOf('/');
        return catalogue
                .get(task.reference().substring(0, slash), task.reference().substring(slash + 1))
                .map(resource -> downloaded(resource, task.before()));
    }

    private Result downloaded(StoredResource resource, @Nullable Result before) {
        String stamp = whole(
                resource.stamp().isEmpty() ? Integer.toHexString(resource.text().hashCode()) : resource.stamp());
        if (before != null && before.stamp().equals(stamp)) {
            return before;
        }
        List<Finding> findings = validator.validate(resource.json()).stream()
                .map(finding -> finding.from(Origin.BEFORE))
                .toList();
        return checked(stamp, findings, resource.text());
    }

    private static Result checked(String stamp, List<Finding> findings, Utf8Text text) {
        return new Result(
                stamp,
                findings.stream()
                        .filter(finding -> finding.severity() != Severity.INFORMATION)
                        .toList(),
                ChainThings.write(ChainThings.of(LeanResource.read(text))));
    }

    private static Judged judged(Result checked, boolean draft) {
        return new Judged(ChainThings.read(checked.facts()), checked.findings(), draft);
    }

    /** Adds what is to be said of each thing beside all the others. */
    private ChainVerdict beside(Map<String, Judged> judged, List<Edited> edits) {
        Chain chain = view(judged);
        Map<String, ChainThing> bases = new HashMap<>();
        for (Edited edited : edits) {
            String base = edited.base();
            if (base != null) {
                bases.put(edited.reference(), ChainThings.of(LeanResource.read(Utf8Text.of(base))));
            }
        }
        judged.replaceAll((reference, one) -> {
            List<Finding> beside = ChainRules.findings(
                    one.thing(), one.draft() ? bases.get(reference) : one.thing(), chain, messages.get());
            if (beside.isEmpty()) {
                return one;
            }
            List<Finding> all = new ArrayList<>(one.findings());
            all.addAll(beside);
            return new Judged(one.thing(), List.copyOf(all), one.draft());
        });
        return new ChainVerdict(chain, Map.copyOf(judged));
    }

    private Chain view(Map<String, Judged> judged) {
        List<ChainThing> things = judged.values().stream().map(Judged::thing).toList();
        Set<String> whole = new HashSet<>();
        things.stream()
                .flatMap(thing -> thing.links().stream())
                .map(ChainThing.Link::type)
                .distinct()
                .filter(type -> catalogue.state(type).complete())
                .forEach(whole::add);
        return Chain.of(things, whole);
    }
}
