package itb.backoffice.shell.chain;

import itb.backoffice.catalogue.Summaries;
import itb.backoffice.catalogue.Summary;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines that show something else once a thing has changed: its own, and those that tell its name or count it. */
final class Affected {
    private final Known known;
    private final Set<String> lines = new HashSet<>();

    private Affected(Known known) {
        this.known = known;
    }

    /**
     * The lines to be shown anew.
     *
     * @param known everything, with {@code now} in it
     * @param before what the thing was, or null
     * @param now what it is, or null where it is gone
     */
    static Set<String> by(Known known, String reference, @Nullable Summary before, @Nullable Summary now) {
        Affected affected = new Affected(known);
        affected.lines.add(reference);
        Stream.of(before, now).filter(Objects::nonNull).forEach(affected::sameIdentity);
        Set<String> was = before == null ? Set.of() : known.targets(before);
        Set<String> is = now == null ? Set.of() : known.targets(now);
        boolean moved = !was.equals(is);
        boolean renamed = before == null || now == null || !before.title().equals(now.title());
        boolean billed =
                before == null || now == null || !before.fact(Summaries.BILLING).equals(now.fact(Summaries.BILLING));
        if (moved || renamed || billed) {
            affected.lines.addAll(was);
            affected.lines.addAll(is);
        }
        if (renamed || moved) {
            // Roles show the area of their clinic.
            affected.users(reference);
        }
        return affected.lines;
    }

    /** Whoever else has an identifier of the thing may be the one who is listed for it now. */
    private void sameIdentity(Summary thing) {
        for (String identity : Known.identities(thing)) {
            lines.add(identity);
            lines.addAll(known.holders(identity));
        }
    }

    private void users(String reference) {
        for (String user : known.sources(reference)) {
            lines.add(user);
            if (reference.startsWith("Location/")) {
                lines.addAll(known.sources(user));
            }
            known.find(user).map(known::targets).ifPresent(lines::addAll);
        }
    }
}
