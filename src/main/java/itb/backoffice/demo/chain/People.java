package itb.backoffice.demo.chain;

import java.util.List;
import java.util.Random;

/** The people of a chain: names, professions, and what they say about themselves. */
final class People {
    /**
     * A profession.
     *
     * @param code its code; the words are Norwegian and Swedish
     */
    record Profession(String code, String norwegian, String swedish, String norwegianField, String swedishField) {
        String title(boolean sv) {
            return sv ? swedish : norwegian;
        }

        String field(boolean sv) {
            return sv ? swedishField : norwegianField;
        }
    }

    private static final List<String> FIRST = List.of(
            "Åse",
            "Bjørn",
            "Camilla",
            "Dag",
            "Eirik",
            "Frøydis",
            "Gunnar",
            "Håkon",
            "Ingrid",
            "Jørgen",
            "Kari",
            "Lars",
            "Märta",
            "Nils",
            "Øyvind",
            "Pernille",
            "Ragnhild",
            "Sørine",
            "Tord",
            "Unni",
            "Vegard",
            "Ylva",
            "Ærlend",
            "Örjan",
            "Anders",
            "Birgitta",
            "Cecilie",
            "Elin",
            "Fredrik",
            "Göran",
            "Hanne",
            "Ida",
            "Johannes",
            "Kjersti",
            "Linnéa",
            "Mikael",
            "Nora",
            "Oskar",
            "Petter",
            "Rebecka",
            "Sigrid",
            "Theodor",
            "Ulrika",
            "Viktor",
            "Wenche",
            "Åsmund",
            "Ellen",
            "Håvard",
            "Maja",
            "Solveig",
            "Kåre",
            "Zainab",
            "Amir",
            "Leïla",
            "Piotr",
            "Aisha",
            "Tuva",
            "Sverre",
            "Gro",
            "Björn",
            "Annika",
            "Espen",
            "Synnøve",
            "Torbjörn");
    private static final List<String> LAST = List.of(
            "Aas",
            "Bakken",
            "Brække",
            "Dahl",
            "Ek",
            "Fjeld",
            "Grønvold",
            "Hagen",
            "Åkesson",
            "Isaksen",
            "Jönsson",
            "Kvåle",
            "Lindqvist",
            "Myhre",
            "Nygård",
            "Ødegaard",
            "Palmgren",
            "Ruud",
            "Sæther",
            "Tveit",
            "Öberg",
            "Viken",
            "Westlund",
            "Ånensen",
            "Åström",
            "Bergström",
            "Bø",
            "Christensen",
            "Engström",
            "Fossum",
            "Göransson",
            "Haugen",
            "Hjelm",
            "Johansen",
            "Kjær",
            "Larsson",
            "Løken",
            "Moen",
            "Nordström",
            "Olafsen",
            "Persson",
            "Rønning",
            "Sandberg",
            "Solheim",
            "Strøm",
            "Söderberg",
            "Thorsen",
            "Ulvestad",
            "Vågen",
            "Wiik",
            "Hussain",
            "Nowak",
            "Rahimi",
            "Ahmed",
            "Lie",
            "Næss",
            "Prytz",
            "Skår",
            "Stålhammar",
            "Tangen",
            "Ängquist");
    private static final List<Profession> PROFESSIONS = List.of(
            new Profession("dentist", "Tannlege", "Tandläkare", "Allmenn tannhelse", "Allmäntandvård"),
            new Profession("dentist", "Tannlege", "Tandläkare", "Rotfyllinger", "Rotbehandling"),
            new Profession("hygienist", "Tannpleier", "Tandhygienist", "Forebygging", "Förebyggande vård"),
            new Profession("dentist", "Tannlege", "Tandläkare", "Estetisk tannbehandling", "Estetisk tandvård"),
            new Profession("hygienist", "Tannpleier", "Tandhygienist", "Tannkjøtt", "Tandkött"),
            new Profession("orthodontist", "Kjeveortoped", "Ortodontist", "Tannregulering", "Tandreglering"));
    private static final List<String> NORWEGIAN_WORDS = List.of(
            "%s tar seg god tid og forklarer hva som skal skje før det skjer.",
            "%s liker særlig å hjelpe dem som ikke har vært hos tannlegen på lenge.",
            "Hos %s er både små og store velkomne, også de som gruer seg.",
            "%s har arbeidet med tenner i mange år og lærer gjerne bort gode vaner.",
            "Med rolige hender og godt humør gjør %s timen din kortere enn du tror.");
    private static final List<String> SWEDISH_WORDS = List.of(
            "%s tar god tid på sig och berättar vad som ska hända innan det händer.",
            "%s hjälper gärna den som inte har varit hos tandläkaren på länge.",
            "Hos %s är både små och stora välkomna, även den som är orolig.",
            "%s har arbetat med tänder i många år och lär gärna ut goda vanor.",
            "Med lugna händer och gott humör gör %s ditt besök kortare än du tror.");

    private People() {}

    /** The {@code index}th name; all are different up to several hundred thousand. */
    static String name(int index) {
        int first = index % FIRST.size();
        int round = index / FIRST.size();
        String last = LAST.get((round + 17 * first) % LAST.size());
        int more = round / LAST.size();
        return FIRST.get(first) + (more == 0 ? " " : " " + LAST.get((more * 13 + first) % LAST.size()) + " ") + last;
    }

    static String firstName(int index) {
        return FIRST.get(index % FIRST.size());
    }

    static Profession profession(int index) {
        // A step of seven keeps first names and professions from going together.
        return PROFESSIONS.get((index * 7 + index / 6) % PROFESSIONS.size());
    }

    /** Two sentences by which patients get to know somebody. */
    static String words(Random random, int index, boolean swedish) {
        List<String> sentences = swedish ? SWEDISH_WORDS : NORWEGIAN_WORDS;
        int one = random.nextInt(sentences.size());
        int other = (one + 1 + random.nextInt(sentences.size() - 1)) % sentences.size();
        String name = firstName(index);
        return sentences.get(one).formatted(name) + " " + sentences.get(other).formatted(name);
    }
}
