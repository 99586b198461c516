package itb.backoffice.demo.offer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the practice systems behind the chain know, and no resource says: which profession does what, and what a minute of
 * it costs. A treatment is known by its code, or by what its code begins with: {@code tannrens-barn} is a kind of
 * {@code tannrens}.
 */
final class Practice {
    private static final Map<String, Set<String>> NORWEGIAN = Map.of(
            "dentist",
            Set.of(
                    "undersokelse",
                    "akutt-time",
                    "fylling",
                    "rotfylling",
                    "tannbleking",
                    "trekke-tann",
                    "krone",
                    "implantat",
                    "rontgen",
                    "skinne",
                    "visdomstann",
                    "barneundersokelse",
                    "forste-besok",
                    "skjelaminat",
                    "protese"),
            "hygienist",
            Set.of(
                    "undersokelse",
                    "tannrens",
                    "tannbleking",
                    "tannkjottbehandling",
                    "rontgen",
                    "airflow",
                    "barneundersokelse"),
            "orthodontist",
            Set.of("kontroll-av-regulering", "konsultasjon-regulering", "rontgen", "skinne"));
    private static final Map<String, Set<String>> SWEDISH = Map.of(
            "dentist",
            Set.of(
                    "undersokning",
                    "akut",
                    "akutbesok",
                    "lagning",
                    "rotbehandling",
                    "tandblekning",
                    "dra-ut-tand",
                    "krona-eller-bro",
                    "tandimplantat",
                    "rontgenbilder",
                    "bettskena",
                    "visdomstand",
                    "barnbesok",
                    "nybesok",
                    "skalfasad",
                    "protesjustering"),
            "hygienist",
            Set.of(
                    "undersokning",
                    "tandrengoring",
                    "tandblekning",
                    "behandling-av-tandkott",
                    "rontgenbilder",
                    "puts-och-polering",
                    "barnbesok"),
            "orthodontist",
            Set.of("kontroll-av-tandstallning", "radgivning-tandreglering", "rontgenbilder", "bettskena"));
    private static final Map<String, Integer> KRONER_A_MINUTE =
            Map.of("dentist", 32, "hygienist", 21, "orthodontist", 38);

    private final List<String> systems;

    /** @param systems the practice systems in which the chain's people are kept */
    Practice(Set<String> systems) {
        this.systems = List.copyOf(new TreeSet<>(systems));
    }

    /** Whether somebody of {@code profession}, kept in {@code system}, does the treatment {@code code}. */
    boolean does(String profession, String system, String code, boolean swedish) {
        Optional<String> plain = (swedish ? SWEDISH : NORWEGIAN)
                .getOrDefault(profession, Set.of()).stream()
                        .filter(known -> code.equals(known) || code.startsWith(known + "-"))
                        .findFirst();
        // Special kinds of a treatment are each kept in one system only.
        return plain.isPresent() && (code.equals(plain.get()) || system.equals(home(code)));
    }

    private String home(String code) {
        String home = "";
        for (String system : systems) {
            if (home.isEmpty() || (code + system).hashCode() > (code + home).hashCode()) {
                home = system;
            }
        }
        return home;
    }

    /** What {@code minutes} with somebody of {@code profession} cost, in whole tens; 0 where nobody knows. */
    static int price(String profession, int minutes) {
        return Math.round(KRONER_A_MINUTE.getOrDefault(profession, 0) * minutes / 10f) * 10;
    }
}
