package itb.backoffice.shell.chain;

import itb.backoffice.catalogue.Summary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ways in which roles write the name of one person or billing organisation, with how many write it so. */
public record Spellings(Map<String, Integer> counts) {
    static Spellings of(List<Summary> roles, String fact) {
        Map<String, Integer> counts = new HashMap<>();
        for (Summary role : roles) {
            String name = role.fact(fact);
            if (!name.isEmpty()) {
                counts.merge(name, 1, Integer::sum);
            }
        }
        return new Spellings(counts);
    }

    /** The one that most roles have; of equals the last in order, which has its accents. */
    public Optional<String> mostUsed() {
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    /** Whether they differ. */
    public boolean differ() {
        return counts.size() > 1;
    }
}
